#include "random_graph.hpp"

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::string_view dip = "https://w3id.org/graphwright/diplomacy#";
constexpr std::string_view rdfs_label = "http://www.w3.org/2000/01/rdf-schema#label";
constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";

/// Texts that careless writers and readers break.
constexpr std::array<std::string_view, 12> texts{"plain",
                                                 "with \"double\" and 'single' quotes",
                                                 "a & b < c > d &amp; ]]> <!-- ?> -->",
                                                 "back\\slash \\n {brace} [bracket]",
                                                 "[\"looks\", \"like a list\"]",
                                                 "line\nbreak\ttab",
                                                 " spaces at both ends ",
                                                 "=1+1",
                                                 "Հայաստան",
                                                 "🕊️ é 漢字",
                                                 "\xE2\x80\xAEright\xE2\x80\xAC",
                                                 "true"};

/// Names of relations, classes and attributes that mean something to a format, or are none in its syntax.
constexpr std::array<std::string_view, 29> odd_names{
    "node", "edge",   "graph",      "id",   "label",       "source",    "target", "type",        "weight",  "time",
    "it's", "a&b",    "x;y",        "$ref", "@type",       "1st",       "a.b-c",  "key=val",     "(paren)", "end",
    "null", "հոսում", "%22%3Ca%3E", "_x",   "two%20words", "Caf%C3%A9", "a%2Fb",  "%20edges%20", "start"};

}  // namespace

RandomGraph::RandomGraph(Graph& graph, unsigned seed, bool has_far)
    : builder_(graph), random_(seed), has_far_(has_far) {
  ids_.reserve(64);
  builder_.base(base);
  builder_.prefix("dip", dip);
  for (int i = 0; i < 3 + static_cast<int>(below(6)); ++i) add_node(i);
  const std::size_t edges = 2 + below(12);
  for (std::size_t i = 0; i < edges; ++i) add_edge(i);
}

std::string_view RandomGraph::text() { return texts[below(texts.size())]; }

std::string RandomGraph::name(std::string_view usual) {
  const std::string_view space = below(2) == 0 ? dip : base;
  return std::string(space).append(below(4) != 0 ? usual : odd_names[below(odd_names.size())]);
}

std::string RandomGraph::class_name(std::string_view usual) {
  if (below(3) != 0) return std::string(dip).append(usual);
  return std::string(base).append(odd_names[below(odd_names.size())]);
}

void RandomGraph::say(const std::string& subject, const std::string& property, const TermView& value) {
  builder_.statement({TermView::iri(subject), TermView::iri(property), value, {}, {}});
}

void RandomGraph::add_node(int number) {
  const bool is_near = below(3) != 0 || !has_far_;
  const std::string iri = is_near ? fmt::format("{}n{}", base, number) : fmt::format("urn:far:{}:x", number);
  nodes_.push_back(iri);
  say(iri, std::string(rdf_type), TermView::iri(class_name("Person")));
  if (below(3) == 0) say(iri, std::string(rdf_type), TermView::iri(class_name("Polity")));
  const std::string label = fmt::format("label {} {}", number, text());
  if (below(2) == 0) say(iri, std::string(rdfs_label), TermView::literal(label));
  if (below(3) == 0) say(iri, std::string(rdfs_label), TermView::tagged_literal(text(), "hy"));
  for (std::size_t i = below(3); i > 0; --i) say(iri, std::string(base) + "note", TermView::literal(text()));
  if (below(2) == 0) say(iri, name("remark"), TermView::literal(text()));
  const auto say_typed = [&](std::string_view property, const std::string& value, std::string_view type) {
    say(iri, std::string(base).append(property), TermView::literal(value, std::string(xsd).append(type)));
  };
  if (below(2) == 0) say_typed("count", std::to_string(below(100000)), "integer");
  if (below(3) == 0) say_typed("is-old", below(2) == 0 ? "true" : "false", "boolean");
  if (below(3) == 0) say_typed("share", fmt::format("0.{}", 1 + below(9)), "decimal");
}

void RandomGraph::add_edge(std::size_t number) {
  constexpr std::array<std::string_view, 5> times{"2022-11-07", "199X", "1992/..", "../2022", "2020~"};
  const std::string source = node();
  const std::string target = node();
  const std::string relation = name("flows-into");
  FactView fact;
  std::string place = node();
  std::string speaker = node();
  std::string graph = fmt::format("{}graph-{}", base, below(2));
  const bool has_graph = below(6) == 0;
  if (below(3) != 0) fact.time = times[below(times.size())];
  if (below(4) == 0) fact.place = TermView::iri(place);
  if (below(4) == 0) fact.edge = TermView::literal(ids_.emplace_back(fmt::format("edge-{}", number)));
  if (below(3) == 0) fact.modality = static_cast<Modality>(below(4));
  if (fact.modality != Modality::asserted) fact.speaker = TermView::iri(speaker);
  std::vector<EvidenceView> evidence(below(4));
  for (EvidenceView& one : evidence) {
    one.source = TermView::iri(sources_[has_far_ ? below(sources_.size()) : 0]);
    one.quote = text();
    if (below(3) != 0) {
      one.begin = static_cast<std::uint32_t>(below(1000));
      one.end = one.begin + static_cast<std::uint32_t>(1 + below(50));
    }
    if (below(2) == 0) one.confidence = 0.25 * static_cast<double>(below(5));
  }
  fact.evidence = evidence;
  const bool is_bare = fact.time.empty() && fact.place.is_absent() && fact.edge.is_absent() &&
                       fact.modality == Modality::asserted && evidence.empty();
  builder_.statement({TermView::iri(source),
                      TermView::iri(relation),
                      TermView::iri(target),
                      has_graph ? TermView::iri(graph) : TermView{},
                      {},
                      is_bare ? nullptr : &fact});
}

}  // namespace graphwright
