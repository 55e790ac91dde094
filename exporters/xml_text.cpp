#include "xml_text.hpp"

#include <array>

namespace graphwright {
namespace {

/// Bytes that need a look: controls, markup, and the first byte of U+FFFE and U+FFFF.
constexpr std::array<bool, 256> special = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) bytes[byte] = true;
  for (unsigned char byte : {'<', '>', '&', '"'}) bytes[byte] = true;
  bytes[0x7F] = bytes[0xEF] = true;
  return bytes;
}();

}  // namespace

void XmlText::write(std::string_view text, bool is_attribute) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!special[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    output_.write(text.substr(plain, at - plain));
    at += write_special(text.substr(at), is_attribute);
    plain = at;
  }
  output_.write(text.substr(plain));
}

std::size_t XmlText::write_special(std::string_view text, bool is_attribute) {
  const char byte = text.front();
  switch (byte) {
    case '<':
      output_.write("&lt;");
      return 1;
    case '>':
      output_.write("&gt;");
      return 1;
    case '&':
      output_.write("&amp;");
      return 1;
    case '"':
      output_.write(is_attribute ? "&quot;" : "\"");
      return 1;
    case '\r':
      output_.write("&#13;");
      return 1;
    case '\n':
      output_.write(is_attribute ? "&#10;" : "\n");
      return 1;
    case '\t':
      output_.write(is_attribute ? "&#9;" : "\t");
      return 1;
    default:
      break;
  }
  if (static_cast<unsigned char>(byte) == 0xEF) {
    if (!text.starts_with("\xEF\xBF\xBE") && !text.starts_with("\xEF\xBF\xBF")) {
      output_.put(byte);
      return 1;
    }
    output_.write("\xEF\xBF\xBD");
    ++replaced_;
    return 3;
  }
  const char picture[] = {'\xE2', '\x90', static_cast<char>(byte == 0x7F ? 0xA1 : 0x80 + byte)};
  output_.write({picture, 3});
  ++replaced_;
  return 1;
}

}  // namespace graphwright
