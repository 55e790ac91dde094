#include "graphwright/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace graphwright {
namespace {

/// What may follow a lead byte: how many bytes, and the range of the first of them.
struct Sequence {
  std::size_t length;
  unsigned char low;
  unsigned char high;
};

constexpr Sequence sequence(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// Whether a whole code point of more than one byte stands at the beginning; `length` says how long it is.
bool begins_well(std::string_view bytes, std::size_t& length) {
  const Sequence expected = sequence(static_cast<unsigned char>(bytes.front()));
  if (expected.length == 0 || bytes.size() < expected.length) return false;
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (second < expected.low || second > expected.high) return false;
  const std::string_view rest = bytes.substr(2, expected.length - 2);
  length = expected.length;
  return std::all_of(rest.begin(), rest.end(), is_continuation_byte);
}

/// Skips ASCII eight bytes at a time.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::uint64_t word = 0;
  while (at + sizeof word <= bytes.size()) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & high_bits) != 0) break;
    at += sizeof word;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) {
  std::size_t at = skip_ascii(bytes, 0);
  while (at < bytes.size()) {
    std::size_t length = 0;
    if (!begins_well(bytes.substr(at), length)) return at;
    at = skip_ascii(bytes, at + length);
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation_byte(byte); }));
}

char32_t decode_utf8(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  char32_t code_point = lead & (lead < 0xE0 ? 0x1FU : lead < 0xF0 ? 0x0FU : 0x07U);
  while (at < text.size() && is_continuation_byte(text[at]))
    code_point = code_point << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return code_point;
}

void append_utf8(char32_t code_point, std::string& out) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | (code_point >> shift & 0x3FU)); };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | code_point >> 6U);
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | code_point >> 12U);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | code_point >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace graphwright
