#include "rdfxml_names.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

#include "xml_name.hpp"

namespace graphwright {
namespace {

constexpr std::string_view xml_ns = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlns_ns = "http://www.w3.org/2000/xmlns/";

/// Names of the RDF namespace that mean something else as elements (RDF 1.1 XML Syntax, 5.1; li counts).
bool is_syntax_name(std::string_view iri) {
  constexpr std::array<std::string_view, 14> names{"RDF",    "ID",          "about",      "parseType",       "resource",
                                                   "nodeID", "datatype",    "aboutEach",  "aboutEachPrefix", "bagID",
                                                   "li",     "Description", "annotation", "annotationNodeID"};
  return iri.starts_with(iri::rdf::ns) &&
         std::find(names.begin(), names.end(), iri.substr(iri::rdf::ns.size())) != names.end();
}

bool is_reserved(std::string_view prefix) {
  return prefix.size() >= 3 && (prefix[0] | 0x20) == 'x' && (prefix[1] | 0x20) == 'm' && (prefix[2] | 0x20) == 'l';
}

}  // namespace

bool is_rdfxml_property(std::string_view iri) {
  const std::size_t local = find_local_name(iri);
  const std::string_view ns = iri.substr(0, local);
  return local > 0 && local < iri.size() && !is_syntax_name(iri) && ns != xml_ns && ns != xmlns_ns && is_xml_text(iri);
}

RdfXmlNames::RdfXmlNames(const Graph& graph, const PrefixMap& prefixes) {
  for (const auto& [name, iri] : prefixes.by_name())
    if ((name.empty() || (is_ncname(name) && !is_reserved(name))) && name != "rdf" && name != "its" && !iri.empty() &&
        iri != xml_ns && iri != xmlns_ns)
      prefixes_.add(name, iri);
  prefixes_.add("rdf", iri::rdf::ns);
  for (const auto& [name, iri] : prefixes_.by_name()) prefix_of_.try_emplace(iri, name);
  prefix_of_[std::string(iri::rdf::ns)] = "rdf";
  namespaces_["rdf"] = iri::rdf::ns;
  const TermId type = graph.terms().find_iri(iri::rdf::type);
  for (std::size_t number = 0; number < graph.statement_count(); ++number) {
    const StatementId id{static_cast<std::uint32_t>(number)};
    if (!graph.is_asserted(id)) continue;
    const Statement one = graph.statement(id);
    const TermView object = graph.view(one.object);
    note(graph.view(one.predicate).text);
    if (one.predicate == type && object.is_iri() && is_rdfxml_property(object.text)) note(object.text);
    note_term(object);
  }
  give_prefixes();
}

void RdfXmlNames::note_term(const TermView& term) {
  if (term.direction != Direction::none) {
    needs_version_12_ = true;
    namespaces_["its"] = "http://www.w3.org/2005/11/its";
  }
  if (!term.is_triple()) return;
  needs_version_12_ = true;
  note(term.triple->predicate.text);
  note_term(term.triple->object);
}

void RdfXmlNames::note(std::string_view iri) {
  const std::string_view ns = split(iri).ns;
  const auto [at, is_new] = prefix_of_.try_emplace(std::string(ns));
  if (!is_new && !at->second.empty()) namespaces_[at->second] = ns;
  if (!is_new && at->second.empty() && prefixes_.find("") == ns) namespaces_[""] = ns;
}

/// Gives prefixes to the namespaces that have none.
void RdfXmlNames::give_prefixes() {
  std::size_t number = 0;
  for (auto& [ns, prefix] : prefix_of_) {
    if (!prefix.empty() || prefixes_.find("") == ns) continue;
    do prefix = fmt::format("ns{}", ++number);
    while (prefixes_.find(prefix));
    namespaces_[prefix] = ns;
  }
}

/// The longest namespace that has a prefix and leaves a name, else all before the longest name.
RdfXmlNames::Split RdfXmlNames::split(std::string_view iri) const {
  const std::size_t local = find_local_name(iri);
  for (std::size_t at = iri.size(); at-- > local;) {
    const std::string_view ns = iri.substr(0, at);
    if (at > 0 && is_ncname(iri.substr(at)) && prefix_of_.contains(ns)) return {ns, iri.substr(at)};
  }
  return {iri.substr(0, local), iri.substr(local)};
}

std::string RdfXmlNames::name(std::string_view iri) const {
  const Split parts = split(iri);
  const std::string& prefix = prefix_of_.find(parts.ns)->second;
  return prefix.empty() ? std::string(parts.local) : prefix + ":" + std::string(parts.local);
}

std::optional<std::string> RdfXmlNames::node(std::string_view iri) const {
  return is_rdfxml_property(iri) ? std::optional(name(iri)) : std::nullopt;
}

/// Other labels are spelt in hexadecimal behind `_x`, so that no two become one.
std::string RdfXmlNames::label(std::string_view label) {
  if (is_ncname(label) && !label.starts_with("_x")) return std::string(label);
  std::string result = "_x";
  for (char byte : label) result += fmt::format("{:02x}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return result;
}

}  // namespace graphwright
