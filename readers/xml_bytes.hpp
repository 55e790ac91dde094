#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace graphwright {

/// What a byte can be in XML; names are those of ASCII, which nearly all are.
enum XmlByte : std::uint8_t {
  xml_space = 1,
  xml_name_start = 2,
  xml_name = 4,
  /// Stands for itself in a value, whatever the quotes around it.
  xml_value = 8,
  /// Stands for itself in text.
  xml_text = 16
};

inline constexpr std::array<std::uint8_t, 256> xml_bytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  // U+FFFE and U+FFFF, which are no characters, begin with 0xEF.
  for (unsigned byte = 0x20; byte < 0x100; ++byte) bytes[byte] = byte == 0xEF ? 0 : xml_value | xml_text;
  for (const char c : std::string_view("\"'&<")) bytes[static_cast<unsigned char>(c)] = xml_text;
  for (const char c : std::string_view("&<]")) bytes[static_cast<unsigned char>(c)] &= xml_value;
  bytes[']'] = xml_value;
  for (const char c : std::string_view("\t\n\r ")) bytes[static_cast<unsigned char>(c)] |= xml_space;
  bytes['\t'] |= xml_text;
  bytes['\n'] |= xml_text;
  for (unsigned letter = 'a'; letter <= 'z'; ++letter) {
    bytes[letter] |= xml_name_start | xml_name;
    bytes[letter - 'a' + 'A'] |= xml_name_start | xml_name;
  }
  for (unsigned digit = '0'; digit <= '9'; ++digit) bytes[digit] |= xml_name;
  bytes['_'] |= xml_name_start | xml_name;
  bytes['-'] |= xml_name;
  bytes['.'] |= xml_name;
  return bytes;
}();

constexpr bool is_xml(char byte, XmlByte what) { return (xml_bytes[static_cast<unsigned char>(byte)] & what) != 0; }

/// The first byte that is not of a kind; the end where all are.
inline const char* skip_xml(const char* at, const char* end, XmlByte what) {
  while (at < end && is_xml(*at, what)) ++at;
  return at;
}

/// What a piece of XML is that stands between quotes, tags, or the ends of a comment, a section or an instruction.
enum class XmlPiece : std::uint8_t { value, text, verbatim };

/// Appends what a piece says: references replaced, line ends normalized (XML 1.0, 2.11), and white space of values
/// (3.3.3). False where it holds what it may not (2.2, 2.4), or an entity that is not predefined (4.6).
bool decode_xml(std::string_view piece, XmlPiece what, std::string& out);

}  // namespace graphwright
