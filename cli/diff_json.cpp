#include <nlohmann/json.hpp>

#include "graphwright/canonical_order.hpp"

#include "diff_report.hpp"

namespace graphwright::cli {
namespace {

using Json = nlohmann::ordered_json;

Json term(const GraphWords& words, TermId id) {
  const TermView view = words.graph().view(id);
  if (view.is_triple()) {
    const TripleIds parts = words.graph().terms().triple(id);
    return {{"type", "triple"},
            {"value",
             {{"subject", term(words, parts.subject)},
              {"predicate", term(words, parts.predicate)},
              {"object", term(words, parts.object)}}}};
  }
  Json json{{"type", view.is_iri() ? "uri" : view.is_blank() ? "bnode" : "literal"}, {"value", view.text}};
  if (view.tagged) {
    json["xml:lang"] = view.qualifier;
    if (view.direction != Direction::none) json["its:dir"] = view.direction == Direction::ltr ? "ltr" : "rtl";
  } else if (view.is_literal() && !view.qualifier.empty()) {
    json["datatype"] = view.qualifier;
  }
  if (const std::string_view label = words.label(id); !label.empty()) json["label"] = label;
  return json;
}

Json evidence(const GraphWords& words, const Evidence& one) {
  Json json = Json::object();
  if (one.source != TermId::none) json["source"] = term(words, one.source);
  if (one.quote != TermId::none) json["quote"] = words.graph().view(one.quote).text;
  if (one.begin != EvidenceView::no_offset) {
    json["start"] = one.begin;
    json["end"] = one.end;
  }
  if (one.confidence >= 0) json["confidence"] = one.confidence;
  return json;
}

void add_fact(const GraphWords& words, FactId id, Json& json) {
  const Graph& graph = words.graph();
  const Fact& fact = graph.fact(id);
  json["modality"] = name(fact.modality);
  if (fact.time != TermId::none) json["time"] = graph.view(fact.time).text;
  if (fact.place != TermId::none) json["place"] = term(words, fact.place);
  if (fact.speaker != TermId::none) json["speaker"] = term(words, fact.speaker);
  if (fact.edge != TermId::none) json["edge"] = graph.view(fact.edge).text;
  for (std::uint32_t row : canonical_evidence(graph, id))
    json["evidence"].push_back(evidence(words, graph.evidence()[row]));
}

Json side(const GraphWords& words, const Premise& one) {
  const Statement statement = words.graph().statement(one.statement);
  Json json{{"object", term(words, statement.object)}};
  if (statement.graph != TermId::none) json["graph"] = term(words, statement.graph);
  if (const Derivation* derivation = words.graph().derivation_of(one)) json["rule"] = term(words, derivation->rule);
  if (one.fact != FactId::none) add_fact(words, one.fact, json);
  const Location at = words.location(one);
  json["file"] = words.file_of(at);
  if (at.line != 0) {
    json["line"] = at.line;
    json["column"] = at.column;
  }
  return json;
}

constexpr std::string_view word(FactChange::Kind kind) {
  return kind == FactChange::Kind::added ? "added" : kind == FactChange::Kind::removed ? "removed" : "changed";
}

}  // namespace

void write_json(const GraphDiff& diff, const GraphWords& before, const GraphWords& after, Output& output) {
  Json counts{{"added", 0}, {"removed", 0}, {"changed", 0}, {"unchanged", diff.unchanged}};
  Json entities = Json::array();
  TermView last{};
  for (const FactChange& one : diff.changes) {
    const bool is_added = one.kind == FactChange::Kind::added;
    const GraphWords& words = is_added ? after : before;
    const Statement statement = words.graph().statement((is_added ? one.after : one.before).statement);
    if (const TermView subject = words.graph().view(statement.subject); entities.empty() || !(subject == last)) {
      entities.push_back({{"entity", term(words, statement.subject)}, {"changes", Json::array()}});
      last = subject;
    }
    Json change{{"kind", word(one.kind)}, {"predicate", term(words, statement.predicate)}};
    if (!is_added) change["before"] = side(before, one.before);
    if (one.kind != FactChange::Kind::removed) change["after"] = side(after, one.after);
    entities.back()["changes"].push_back(std::move(change));
    counts[word(one.kind)] = counts[word(one.kind)].get<std::size_t>() + 1;
  }
  const Json json{{"before", before.file()}, {"after", after.file()}, {"counts", counts}, {"entities", entities}};
  output.write(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace graphwright::cli
