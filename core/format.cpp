#include "graphwright/format.hpp"

#include <algorithm>
#include <array>

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 1> text{"txt"}, text_media{"text/plain"};
constexpr std::array<std::string_view, 1> nt{"nt"}, nq{"nq"}, ttl{"ttl"}, trig{"trig"}, jsonld{"jsonld"}, rj{"rj"},
    graphml{"graphml"}, gexf{"gexf"}, svg{"svg"}, csv{"csv"}, tsv{"tsv"}, gml{"gml"}, jgf{"jgf"}, cyjs{"cyjs"};
constexpr std::array<std::string_view, 3> rdf{"rdf", "owl", "xml"};
constexpr std::array<std::string_view, 2> dot{"gv", "dot"}, html{"html", "htm"}, cypher{"cypher", "cql"},
    facts{"yaml", "yml"}, mermaid{"mmd", "mermaid"}, rss{"rss", "atom"};
constexpr std::array<std::string_view, 1> nt_media{"application/n-triples"}, nq_media{"application/n-quads"},
    ttl_media{"text/turtle"}, trig_media{"application/trig"}, rdf_media{"application/rdf+xml"},
    jsonld_media{"application/ld+json"}, rj_media{"application/rdf+json"}, graphml_media{"application/graphml+xml"},
    gexf_media{"application/gexf+xml"}, dot_media{"text/vnd.graphviz"}, svg_media{"image/svg+xml"},
    html_media{"text/html"}, csv_media{"text/csv"}, tsv_media{"text/tab-separated-values"},
    jgf_media{"application/vnd.jgf+json"}, mermaid_media{"text/vnd.mermaid"}, facts_media{"application/yaml"};
constexpr std::array<std::string_view, 0> no_names{};

constexpr std::array<Format, 23> table{{
    {"ntriples", "N-Triples", nt, nt_media},
    {"nquads", "N-Quads", nq, nq_media, true},
    {"turtle", "Turtle", ttl, ttl_media},
    {"trig", "TriG", trig, trig_media, true},
    {"rdfxml", "RDF/XML", rdf, rdf_media},
    {"jsonld", "JSON-LD", jsonld, jsonld_media, true},
    {"rdfa", "RDFa in HTML", no_names, no_names},
    {"rdfjson", "RDF/JSON", rj, rj_media},
    {"rss", "RSS and Atom feeds", rss, no_names},
    {"graphml", "GraphML", graphml, graphml_media},
    {"gexf", "GEXF", gexf, gexf_media},
    {"dot", "DOT (Graphviz)", dot, dot_media},
    {"svg", "SVG picture", svg, svg_media},
    {"html", "HTML page", html, html_media},
    {"csv", "CSV", csv, csv_media},
    {"tsv", "TSV", tsv, tsv_media},
    {"cypher", "Cypher", cypher, no_names},
    {"gml", "GML", gml, no_names},
    {"jgf", "JSON Graph Format", jgf, jgf_media},
    {"cyjs", "Cytoscape.js JSON", cyjs, no_names},
    {"mermaid", "Mermaid diagram", mermaid, mermaid_media},
    {"facts", "fact file", facts, facts_media},
    {"text", "news text", text, text_media},
}};

bool has(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view suffix(std::string_view path) {
  const std::size_t dot_at = path.find_last_of("./");
  return dot_at == std::string_view::npos || path[dot_at] == '/' ? std::string_view{} : path.substr(dot_at + 1);
}

const Format* find_if_any(auto&& wanted) {
  const auto at = std::find_if(table.begin(), table.end(), wanted);
  return at == table.end() ? nullptr : &*at;
}

}  // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  return find_if_any(
      [&](const Format& one) { return one.name == name || has(one.suffixes, name) || has(one.media_types, name); });
}

const Format* format_of_path(std::string_view path) {
  if (path.ends_with(".gz") || path.ends_with(".zst")) path = path.substr(0, path.rfind('.'));
  const std::string_view ending = suffix(path);
  if (ending.empty()) return nullptr;
  return find_if_any([&](const Format& one) { return has(one.suffixes, ending); });
}

}  // namespace graphwright
