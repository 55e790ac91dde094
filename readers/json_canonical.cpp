#include "json_canonical.hpp"

#include <algorithm>
#include <vector>

#include "graphwright/utf8.hpp"

#include "json_numbers.hpp"

namespace graphwright {
namespace {

void append_string(std::string_view text, std::string& out) {
  constexpr std::string_view special = "\b\t\n\f\r\"\\";
  constexpr std::string_view letters = "btnfr\"\\";
  out += '"';
  for (char byte : text) {
    if (const std::size_t number = special.find(byte); number != std::string_view::npos)
      out.append({'\\', letters[number]});
    else if (static_cast<unsigned char>(byte) < 0x20)
      out.append("\\u00").append({"01"[byte >> 4], "0123456789abcdef"[byte & 0xF]});
    else
      out += byte;
  }
  out += '"';
}

/// The order of UTF-16 code units, in which code points above U+FFFF come before U+E000 (RFC 8785, 3.2.3).
bool is_before(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  while (at > 0 && at < a.size() && is_continuation_byte(a[at])) --at;
  if (at >= a.size() || at >= b.size()) return a.size() < b.size();
  std::size_t at_b = at;
  const char32_t code_a = decode_utf8(a, at);
  const char32_t code_b = decode_utf8(b, at_b);
  const auto unit = [](char32_t code) { return code > 0xFFFF ? 0xD800 + ((code - 0x10000) >> 10U) : code; };
  return unit(code_a) != unit(code_b) ? unit(code_a) < unit(code_b) : code_a < code_b;
}

}  // namespace

const JsonValue* append_canonical_json(const JsonValue& value, std::string& out) {
  switch (value.kind) {
    case JsonKind::null:
      out += "null";
      return nullptr;
    case JsonKind::boolean:
      out += value.is_true ? "true" : "false";
      return nullptr;
    case JsonKind::string:
      append_string(value.text, out);
      return nullptr;
    case JsonKind::number: {
      const auto number = json_number(value.text);
      if (!number) return &value;
      append_ecmascript(*number, out);
      return nullptr;
    }
    case JsonKind::array:
      out += '[';
      for (const JsonValue& item : value.items) {
        if (&item != &value.items.front()) out += ',';
        if (const JsonValue* const fault = append_canonical_json(item, out)) return fault;
      }
      out += ']';
      return nullptr;
    case JsonKind::object:
      break;
  }
  std::vector<const JsonMember*> members;
  for (const JsonMember& member : value.members) members.push_back(&member);
  std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) { return is_before(a->key, b->key); });
  out += '{';
  for (const JsonMember* member : members) {
    if (member != members.front()) out += ',';
    append_string(member->key, out);
    out += ':';
    if (const JsonValue* const fault = append_canonical_json(member->value, out)) return fault;
  }
  out += '}';
  return nullptr;
}

}  // namespace graphwright
