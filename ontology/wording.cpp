#include "wording.hpp"

#include <fmt/format.h>

#include "graphwright/prefix_map.hpp"

namespace graphwright::wording {
namespace {

constexpr std::size_t longest_literal = 60;

/// A literal in quotes, cut between code points where it is long.
std::string quoted(std::string_view text) {
  if (text.size() <= longest_literal) return fmt::format("\"{}\"", text);
  std::size_t cut = longest_literal;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return fmt::format("\"{}...\"", text.substr(0, cut));
}

/// Joins names with commas, the last two with a word.
std::string joined(const std::vector<std::string>& names, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += i + 1 == names.size() ? fmt::format(" {} ", last) : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace

std::string shown(const Graph& graph, TermId term) {
  const TermView view = graph.view(term);
  if (view.is_literal()) return quoted(view.text);
  if (view.is_blank()) return fmt::format("'_:{}'", view.text);
  if (!view.is_iri()) return "a triple term";
  const std::string& base = graph.base();
  if (!base.empty() && view.text.starts_with(base) && view.text.size() > base.size())
    return fmt::format("'{}'", view.text.substr(base.size()));
  for (const PrefixMap* prefixes : {&graph.prefixes(), &well_known_prefixes()})
    if (const std::optional<std::string> shortened = prefixes->shorten(view.text))
      return fmt::format("'{}'", *shortened);
  return fmt::format("<{}>", view.text);
}

std::string shown(std::string_view ontology_iri) {
  const std::string_view name = local_name(ontology_iri);
  return name.empty() ? fmt::format("<{}>", ontology_iri) : fmt::format("'{}'", name);
}

std::string with_article(std::string_view name) {
  if (name.ends_with('s')) return std::string(name);
  const bool is_vowel = !name.empty() && std::string_view("AEIOUaeiou").find(name.front()) != std::string_view::npos;
  return fmt::format("{} {}", is_vowel ? "an" : "a", name);
}

std::string listed(const Ontology& ontology, std::span<const ClassId> classes, std::string_view last) {
  std::vector<std::string> names;
  for (ClassId id : classes) {
    const std::string_view name = local_name(ontology.at(id).iri);
    names.push_back(names.empty() || last == "and" ? with_article(name) : std::string(name));
  }
  return joined(names, last);
}

std::string listed(std::span<const std::string> datatypes) {
  std::vector<std::string> names;
  for (const std::string& one : datatypes)
    names.push_back(names.empty() ? fmt::format("an {}", shown_datatype(one)) : shown_datatype(one));
  return joined(names, "or");
}

std::string shown_datatype(std::string_view datatype) {
  const std::optional<std::string> shortened = well_known_prefixes().shorten(datatype);
  return shortened ? *shortened : fmt::format("<{}>", datatype);
}

}  // namespace graphwright::wording
