#include "json_text.hpp"

namespace graphwright {
namespace {

void append_escaped(char byte, std::string& out) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out.append("\\u00").append({"0123456789abcdef"[byte >> 4 & 0xF], "0123456789abcdef"[byte & 0xF]});
  }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  for (char byte : text) {
    const bool is_plain = static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
    if (is_plain)
      out += byte;
    else
      append_escaped(byte, out);
  }
  out += '"';
}

void append_list(std::span<const std::string> values, std::string& out) {
  if (values.size() == 1 && !values.front().starts_with('[')) {
    out += values.front();
    return;
  }
  out += '[';
  for (const std::string& value : values) {
    if (&value != &values.front()) out += ", ";
    append_json_string(value, out);
  }
  out += ']';
}

}  // namespace graphwright
