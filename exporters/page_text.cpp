#include "page_text.hpp"

#include <cstdint>

#include "graphwright/digest.hpp"

#include "json_text.hpp"

namespace graphwright {
namespace {

constexpr std::string_view line_separator = "\xE2\x80\xA8";
constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";

std::string_view script_escape(std::string_view rest, std::size_t& length) {
  length = 1;
  if (rest.front() == '<') return "\\u003c";
  if (rest.front() == '>') return "\\u003e";
  if (rest.front() == '&') return "\\u0026";
  length = 3;
  if (rest.starts_with(line_separator)) return "\\u2028";
  if (rest.starts_with(paragraph_separator)) return "\\u2029";
  return {};
}

std::uint32_t nibble(char digit) { return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

/// Base64 (RFC 4648, 4) of bytes that are written as hexadecimal digits.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (char digit : hex) {
    bits = bits << 4U | nibble(digit);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    text += letters[bits >> static_cast<unsigned>(count) & 0x3FU];
  }
  if (count > 0) text += letters[bits << static_cast<unsigned>(6 - count) & 0x3FU];
  while (text.size() % 4 != 0) text += '=';
  return text;
}

}  // namespace

void append_script_string(std::string_view text, std::string& out) {
  std::string plain;
  append_json_string(text, plain);
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t length = 1;
    const std::string_view escape = script_escape(std::string_view(plain).substr(at), length);
    if (escape.empty())
      out += plain[at++];
    else {
      out += escape;
      at += length;
    }
  }
}

std::string policy_hash(std::string_view text) { return "'sha256-" + base64_of_hex(sha256_hex(text)) + "'"; }

}  // namespace graphwright
