#include "xml_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

using Range = std::pair<char32_t, char32_t>;

/// NameStartChar beyond ASCII (XML 1.0, 2.3).
constexpr std::array<Range, 12> letters{{{0xC0, 0xD6},
                                         {0xD8, 0xF6},
                                         {0xF8, 0x2FF},
                                         {0x370, 0x37D},
                                         {0x37F, 0x1FFF},
                                         {0x200C, 0x200D},
                                         {0x2070, 0x218F},
                                         {0x2C00, 0x2FEF},
                                         {0x3001, 0xD7FF},
                                         {0xF900, 0xFDCF},
                                         {0xFDF0, 0xFFFD},
                                         {0x10000, 0xEFFFF}}};

bool is_name_start(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return std::any_of(letters.begin(), letters.end(), [&](Range one) { return c >= one.first && c <= one.second; });
}

bool is_name_part(char32_t c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7 ||
         (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040);
}

}  // namespace

bool is_ncname(std::string_view text) { return !text.empty() && find_local_name(text) == 0; }

std::size_t find_local_name(std::string_view iri) {
  std::size_t found = iri.size();
  for (std::size_t at = iri.size(); at > 0;) {
    std::size_t begin = at - 1;
    while (begin > 0 && is_continuation_byte(iri[begin])) --begin;
    std::size_t end = begin;
    const char32_t c = decode_utf8(iri, end);
    if (!is_name_part(c)) break;
    if (is_name_start(c)) found = begin;
    at = begin;
  }
  return found;
}

bool is_xml_text(std::string_view text) {
  return std::none_of(
             text.begin(), text.end(),
             [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }) &&
         text.find("\xEF\xBF\xBE") == std::string_view::npos && text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

}  // namespace graphwright
