#include "graphwright/prefix_map.hpp"

#include <array>

#include "graphwright/prefixed_names.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::array<std::string_view, 2>, 20> known{{
    {"dcat", "http://www.w3.org/ns/dcat#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"dip", "https://w3id.org/graphwright/diplomacy#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"geo", "http://www.opengis.net/ont/geosparql#"},
    {"gw", "https://w3id.org/graphwright/vocabulary#"},
    {"gwid", "https://w3id.org/graphwright/id/"},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "https://schema.org/"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {"sh", "http://www.w3.org/ns/shacl#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"time", "http://www.w3.org/2006/time#"},
    {"wd", "http://www.wikidata.org/entity/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

}  // namespace

void PrefixMap::add(std::string_view name, std::string_view iri) {
  if (const auto known_name = by_name_.find(name); known_name != by_name_.end()) {
    if (const auto at = by_iri_.find(known_name->second); at != by_iri_.end() && at->second == name) by_iri_.erase(at);
    known_name->second = iri;
  } else {
    by_name_.emplace(name, iri);
  }
  const auto [at, is_new] = by_iri_.emplace(iri, name);
  if (!is_new && name < at->second) at->second = name;
}

std::optional<std::string_view> PrefixMap::find(std::string_view name) const {
  const auto at = by_name_.find(name);
  if (at == by_name_.end()) return std::nullopt;
  return at->second;
}

std::optional<std::string> PrefixMap::expand(std::string_view prefixed_name) const {
  const std::size_t colon = prefixed_name.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto iri = find(prefixed_name.substr(0, colon));
  if (!iri) return std::nullopt;
  return std::string(*iri).append(prefixed_name.substr(colon + 1));
}

std::optional<std::string> PrefixMap::shorten(std::string_view iri) const {
  for (auto at = by_iri_.upper_bound(iri); at != by_iri_.begin();) {
    --at;
    if (iri.starts_with(at->first) && is_plain_local(iri.substr(at->first.size())))
      return at->second + ":" + std::string(iri.substr(at->first.size()));
    if (at->first.empty() || at->first.front() != iri.front()) break;
  }
  return std::nullopt;
}

const PrefixMap& well_known_prefixes() {
  static const PrefixMap prefixes = [] {
    PrefixMap map;
    for (const auto& [name, iri] : known) map.add(name, iri);
    return map;
  }();
  return prefixes;
}

}  // namespace graphwright
