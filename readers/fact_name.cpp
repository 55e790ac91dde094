#include "fact_name.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "graphwright/iri.hpp"

#include "yaml_form.hpp"

namespace graphwright {
namespace {

bool is_inner(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_letter || byte >= 0x80 || c == '-' || c == '_' || c == '.';
}

std::optional<std::string_view> find_namespace(std::string_view prefix, const PrefixMap& prefixes) {
  const auto own = prefixes.find(prefix);
  return own ? own : well_known_prefixes().find(prefix);
}

void report_unknown_prefix(std::string_view text, std::string_view prefix, Location location, const PrefixMap& prefixes,
                           Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const PrefixMap* map : {&prefixes, &well_known_prefixes()})
    for (const auto& [name, iri] : map->by_name()) known.push_back(name);
  std::vector<Note> notes = did_you_mean(suggest(prefix, known, diagnostics));
  if (text.substr(prefix.size()).starts_with("://")) notes = {{{}, fmt::format("write an IRI as <{}>", text)}};
  diagnostics.error("unknown-prefix", location, fmt::format("the prefix '{}:' is not declared", prefix),
                    std::move(notes));
}

}  // namespace

bool is_plain_name(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.front() == '.' || text.front() == '_' || text.back() == '.')
    return false;
  return std::all_of(text.begin(), text.end(), is_inner) && text.find("\xC2\xA0") == std::string_view::npos;
}

void report_bad_name(std::string_view text, Location location, Diagnostics& diagnostics) {
  std::vector<Note> notes;
  std::string joined(text);
  std::replace(joined.begin(), joined.end(), ' ', '-');
  if (joined != text && is_plain_name(joined)) notes = did_you_mean(joined);
  diagnostics.error("bad-name", location,
                    fmt::format("'{}' is no name; names are made of letters, digits and hyphens", text),
                    std::move(notes));
}

bool check_absolute_iri(std::string_view iri, Location location, Diagnostics& diagnostics) {
  std::optional<std::string> error = find_iri_error(iri);
  if (!error && !has_scheme(iri)) error = "it does not begin with a scheme such as https:";
  if (error) diagnostics.error("bad-iri", location, fmt::format("'{}' is no absolute IRI: {}", iri, *error));
  return !error;
}

std::optional<std::string> expand_name(std::string_view text, Location location, const PrefixMap& prefixes,
                                       Diagnostics& diagnostics) {
  std::string iri;
  if (text.starts_with('<')) {
    iri = text.substr(1, text.size() - (text.ends_with('>') ? 2 : 1));
  } else {
    const std::string_view prefix = text.substr(0, text.find(':'));
    const auto found = find_namespace(prefix, prefixes);
    if (!found) {
      report_unknown_prefix(text, prefix, location, prefixes, diagnostics);
      return std::nullopt;
    }
    iri = std::string(*found).append(text.substr(prefix.size() + 1));
  }
  if (!check_absolute_iri(iri, location, diagnostics)) return std::nullopt;
  return iri;
}

}  // namespace graphwright
