#include "xml_bytes.hpp"

#include <charconv>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

using namespace std::string_view_literals;

struct Entity {
  std::string_view name;
  char character;
};

constexpr std::array<Entity, 5> entities{{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

/// XML 1.0, 2.2.
constexpr bool is_xml_char(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/// Appends the character of a reference such as `#x41`.
bool append_character(std::string_view reference, std::string& out) {
  reference.remove_prefix(1);
  const bool is_hex = reference.starts_with('x');
  if (is_hex) reference.remove_prefix(1);
  std::uint32_t number = 0;
  const char* const end = reference.data() + reference.size();
  const auto [at, error] = std::from_chars(reference.data(), end, number, is_hex ? 16 : 10);
  if (error != std::errc{} || at != end || !is_xml_char(number)) return false;
  append_utf8(number, out);
  return true;
}

/// Appends what stands between `&` and `;` means.
bool append_reference(std::string_view reference, std::string& out) {
  if (reference.starts_with('#')) return append_character(reference, out);
  for (const Entity& one : entities) {
    if (one.name != reference) continue;
    out += one.character;
    return true;
  }
  return false;
}

/// Takes the first byte of a piece, which does not stand for itself, with what belongs to it.
bool take_special(std::string_view& piece, XmlPiece what, std::string& out) {
  const char c = piece.front();
  if (c == '&' && what != XmlPiece::verbatim) {
    const std::size_t end = piece.find(';');
    if (end == std::string_view::npos || !append_reference(piece.substr(1, end - 1), out)) return false;
    piece.remove_prefix(end + 1);
    return true;
  }
  if (what == XmlPiece::text && piece.starts_with("]]>")) return false;
  if (what == XmlPiece::value && c == '<') return false;
  if (piece.starts_with("\xEF\xBF\xBE") || piece.starts_with("\xEF\xBF\xBF")) return false;
  const bool is_space = is_xml(c, xml_space);
  if (static_cast<unsigned char>(c) < 0x20 && !is_space) return false;
  if (is_space && what == XmlPiece::value)
    out += ' ';
  else
    out += c == '\r' ? '\n' : c;
  piece.remove_prefix(piece.starts_with("\r\n") ? 2 : 1);
  return true;
}

}  // namespace

bool decode_xml(std::string_view piece, XmlPiece what, std::string& out) {
  const XmlByte plain = what == XmlPiece::value ? xml_value : xml_text;
  for (;;) {
    const char* const stop = skip_xml(piece.data(), piece.data() + piece.size(), plain);
    const auto size = static_cast<std::size_t>(stop - piece.data());
    out.append(piece.substr(0, size));
    piece.remove_prefix(size);
    if (piece.empty()) return true;
    if (!take_special(piece, what, out)) return false;
  }
}

}  // namespace graphwright
