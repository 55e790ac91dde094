#include "rdfxml_names.hpp"

#include <algorithm>
#include <array>

namespace graphwright::rdfxml {
namespace {

template <std::size_t count>
bool contains(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 9> core_syntax_terms{
    "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "annotation", "annotationNodeID"};
constexpr std::array<std::string_view, 3> old_terms{"aboutEach", "aboutEachPrefix", "bagID"};
constexpr std::array<std::string_view, 5> without_prefix{"ID", "about", "parseType", "resource", "type"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters beyond ASCII were checked to be UTF-8 by the parser; U+00D7, U+00F7 and their like are let through.
bool is_name_start(char c) { return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c) || c == '-' || c == '.'; }

}  // namespace

bool is_forbidden_node(std::string_view local) {
  return contains(core_syntax_terms, local) || contains(old_terms, local) || local == "li";
}

bool is_forbidden_property(std::string_view local) {
  return contains(core_syntax_terms, local) || contains(old_terms, local) || local == "Description";
}

bool is_forbidden_attribute(std::string_view local) { return is_forbidden_property(local) || local == "li"; }

bool is_rdf_attribute_without_prefix(std::string_view local) { return contains(without_prefix, local); }

bool is_ncname(std::string_view text) {
  return !text.empty() && is_name_start(text.front()) && std::all_of(text.begin(), text.end(), is_name_part);
}

bool is_language_tag(std::string_view text) {
  bool is_first = true;
  while (true) {
    const std::size_t dash = text.find('-');
    const std::string_view part = text.substr(0, dash);
    if (part.empty() ||
        !std::all_of(part.begin(), part.end(), [&](char c) { return is_letter(c) || (!is_first && is_digit(c)); }))
      return false;
    if (dash == std::string_view::npos) return true;
    text.remove_prefix(dash + 1);
    is_first = false;
  }
}

}  // namespace graphwright::rdfxml
