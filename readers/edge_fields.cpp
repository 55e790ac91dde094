#include "edge_fields.hpp"

#include <charconv>

namespace graphwright {
namespace {

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

bool is_own_edge_id(std::string_view id) {
  // Behind the name of a fact may stand what tells it from another with an id of its own.
  if (id.starts_with("fact-"))
    return is_hex(id.substr(5), 32) ||
           (id.size() == 54 && is_hex(id.substr(5, 32), 32) && id[37] == '-' && is_hex(id.substr(38), 16));
  return id.starts_with('e') && is_hex(id.substr(1), 16);
}

bool is_own_node_id(std::string_view id) {
  constexpr std::size_t digits = 16;
  return id.size() > digits && id[id.size() - digits - 1] == '.' && is_hex(id.substr(id.size() - digits), digits);
}

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

bool read_offsets(std::string_view text, EvidenceView& into) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return false;
  const auto read = [](std::string_view digits, std::uint32_t& number) {
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return parsed.ec == std::errc{} && parsed.ptr == digits.data() + digits.size();
  };
  return read(text.substr(0, dash), into.begin) && read(text.substr(dash + 1), into.end) && into.begin <= into.end;
}

}  // namespace graphwright
