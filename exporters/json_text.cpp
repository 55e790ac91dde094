#include "json_text.hpp"

#include <algorithm>

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

bool append_json_number(std::string_view number, std::string& out) {
  if (number.find_first_of("INa") != std::string_view::npos) return false;
  const bool is_negative = number.starts_with('-');
  if (is_negative) number.remove_prefix(1);
  const std::size_t exponent = std::min(number.find_first_of("eE"), number.size());
  std::string_view mantissa = number.substr(0, exponent);
  while (mantissa.size() > 1 && mantissa[0] == '0' && mantissa[1] != '.') mantissa.remove_prefix(1);
  if (is_negative) out += '-';
  if (mantissa.starts_with('.')) out += '0';
  out += mantissa;
  if (mantissa.ends_with('.')) out += '0';
  out += number.substr(exponent);
  return true;
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
