#include "xml_name.hpp"

#include <algorithm>

#include "graphwright/name_letters.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

bool is_name_start(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return is_wide_name_start(c);
}

bool is_name_part(char32_t c) {
  if (c < 0x80) return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  return is_wide_name_part(c);
}

/// Where the letters at the end begin that names may have.
std::size_t name_part_begin(std::string_view iri) {
  std::size_t at = iri.size();
  while (at > 0) {
    std::size_t begin = at - 1;
    while (begin > 0 && is_continuation_byte(iri[begin])) --begin;
    std::size_t end = begin;
    if (!is_name_part(decode_utf8(iri, end))) break;
    at = begin;
  }
  return at;
}

}  // namespace

bool is_ncname(std::string_view text) { return !text.empty() && find_local_name(text) == 0; }

std::size_t find_local_name(std::string_view iri) {
  const std::size_t first = name_part_begin(iri);
  const bool is_in_escape = first > 0 && iri[first - 1] == '%';
  std::size_t at = std::min(is_in_escape ? first + 2 : first, iri.size());
  for (std::size_t begin = at; at < iri.size(); begin = at)
    if (is_name_start(decode_utf8(iri, at))) return begin;
  return iri.size();
}

bool is_xml_text(std::string_view text) {
  return std::none_of(
             text.begin(), text.end(),
             [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }) &&
         text.find("\xEF\xBF\xBE") == std::string_view::npos && text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

}  // namespace graphwright
