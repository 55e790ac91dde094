#include "table_lines.hpp"

namespace graphwright::extraction {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t at = text.find(separator);
    const std::string_view piece = trimmed(text.substr(0, at));
    if (!piece.empty() || separator == '|') pieces.emplace_back(piece);
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

std::vector<TableLine> table_lines(std::string_view text) {
  std::vector<TableLine> lines;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.empty() || line.front() == '#') continue;
    TableLine one;
    one.whole = line;
    one.number = number;
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos) {
      one.head = trimmed(line.substr(0, colon));
      one.tail = trimmed(line.substr(colon + 1));
      one.words = split(one.tail, ' ');
    }
    lines.push_back(std::move(one));
  }
  return lines;
}

}  // namespace graphwright::extraction
