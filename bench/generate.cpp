#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "synthetic_graph.hpp"

namespace {

using graphwright::bench::SyntheticGraph;

bool write(std::string_view text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); }

bool write_in_order(SyntheticGraph& graph) {
  constexpr std::size_t block_bytes = std::size_t{1} << 20;
  std::string text;
  bool has_more = true;
  while (has_more) {
    has_more = graph.append(text);
    if (has_more && text.size() < block_bytes) continue;
    if (!write(text)) return false;
    text.clear();
  }
  return true;
}

/// All lines in an order that follows from their text alone: by a hash of it.
bool write_shuffled(SyntheticGraph& graph) {
  std::string text;
  while (graph.append(text)) {
  }
  std::vector<std::pair<std::uint64_t, std::string_view>> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (std::size_t at = begin; at < end; ++at)
      hash = (hash ^ static_cast<unsigned char>(text[at])) * 1099511628211ULL;
    lines.emplace_back(hash, std::string_view(text).substr(begin, end - begin));
    begin = end;
  }
  std::sort(lines.begin(), lines.end());
  return std::all_of(lines.begin(), lines.end(), [](const auto& line) { return write(line.second); });
}

}  // namespace

/// Writes a made-up graph as N-Triples to the standard output.
int main(int count, char** arguments) {
  const bool is_shuffled = count == 4 && arguments[3] == std::string_view("shuffled");
  if (count != 3 && !is_shuffled) {
    std::fputs("usage: generate_graph STATEMENTS SEED [shuffled]\n", stderr);
    return 2;
  }
  SyntheticGraph graph(std::strtoull(arguments[1], nullptr, 10), std::strtoull(arguments[2], nullptr, 10));
  const bool is_written = (is_shuffled ? write_shuffled(graph) : write_in_order(graph)) && std::fflush(stdout) == 0;
  if (!is_written) std::perror("generate_graph");
  return is_written ? 0 : 2;
}
