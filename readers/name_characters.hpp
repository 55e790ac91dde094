#pragma once

#include <array>
#include <cstdint>

namespace graphwright {

/// What an ASCII byte may be in the names of Turtle (RDF 1.1 Turtle, 6.5), as bits.
enum class NameByte : std::uint8_t { letter = 1, underscore = 2, digit = 4, dash = 8 };

constexpr std::array<std::uint8_t, 256> make_name_bytes() {
  std::array<std::uint8_t, 256> bytes{};
  for (unsigned c = 'a'; c <= 'z'; ++c) bytes[c] = static_cast<std::uint8_t>(NameByte::letter);
  for (unsigned c = 'A'; c <= 'Z'; ++c) bytes[c] = static_cast<std::uint8_t>(NameByte::letter);
  for (unsigned c = '0'; c <= '9'; ++c) bytes[c] = static_cast<std::uint8_t>(NameByte::digit);
  bytes['_'] = static_cast<std::uint8_t>(NameByte::underscore);
  bytes['-'] = static_cast<std::uint8_t>(NameByte::dash);
  return bytes;
}

inline constexpr std::array<std::uint8_t, 256> name_bytes = make_name_bytes();

/// Whether an ASCII byte is a letter, digit, `_` or `-`: what nearly all names consist of.
inline bool is_plain_name_byte(char c) { return name_bytes[static_cast<unsigned char>(c)] != 0; }
inline bool is_ascii_letter(char c) {
  return name_bytes[static_cast<unsigned char>(c)] == static_cast<std::uint8_t>(NameByte::letter);
}
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_hex_digit(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// PN_CHARS_BASE (RDF 1.1 Turtle, 6.5).
bool is_name_base(char32_t c);
/// PN_CHARS_U.
inline bool is_name_start(char32_t c) { return c == '_' || is_name_base(c); }
/// PN_CHARS.
bool is_name_character(char32_t c);

}  // namespace graphwright
