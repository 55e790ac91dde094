#include "table_names.hpp"

#include <algorithm>

#include "graphwright/ascii_case.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/prefix_map.hpp"

namespace graphwright {
namespace {

constexpr std::string_view standard_input = "file:///dev/stdin";

bool is_kept(char c) { return is_ascii_alphanumeric(c) || std::string_view("-._~").find(c) != std::string_view::npos; }

bool is_absolute(std::string_view name) {
  return (name.find("://") != std::string_view::npos || name.starts_with("urn:") || name.starts_with("mailto:")) &&
         has_scheme(name) && !find_iri_error(name);
}

bool is_blank_label(std::string_view label) {
  return !label.empty() && label.back() != '.' && label.front() != '-' && label.front() != '.' &&
         std::all_of(label.begin(), label.end(), [](char c) { return is_kept(c) && c != '~'; });
}

}  // namespace

std::string names_below(std::string_view base) {
  if (base.empty()) base = standard_input;
  if (is_namespace(base)) return std::string(base);
  return BaseIri(base).resolve("./");
}

std::string TableNames::iri(std::string_view name) const {
  if (is_absolute(name)) return std::string(name);
  if (const auto expanded = well_known_prefixes().expand(name); expanded && !find_iri_error(*expanded))
    return *expanded;
  std::string iri = base_;
  // Graph formats write names below the base with a colon where it has the empty prefix.
  append_iri_part(name.starts_with(':') ? name.substr(1) : name, iri);
  return iri;
}

TermView TableNames::resource(std::string_view id, std::string& text, std::string_view space) const {
  if (!space.empty()) {
    text = base_;
    append_iri_part(space, text);
    text += '/';
    append_iri_part(id, text);
    return TermView::iri(text);
  }
  if (id.starts_with("_:") && is_blank_label(id.substr(2))) {
    text = id.substr(2);
    return TermView::blank(text);
  }
  text = iri(id);
  return TermView::iri(text);
}

}  // namespace graphwright
