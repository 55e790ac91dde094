#include "graphwright/digest.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

// 128 bits: two of a thousand million facts meet with a chance below 10^-20.
constexpr std::size_t hex_digits = 32;

void append_line(const TermView& term, std::string& out) {
  append_ntriples(term, out);
  out += '\n';
}

/// The eight lines that identify a fact (docs/data_model.md, "Names of facts and evidence").
std::string fact_content(const Graph& graph, const Statement& statement, const Fact& fact) {
  std::string content;
  for (TermId id : {statement.subject, statement.predicate, statement.object, statement.graph, fact.time, fact.place})
    append_line(graph.view(id), content);
  content.append(name(fact.modality)).append("\n");
  append_line(graph.view(fact.speaker), content);
  return content;
}

std::string content_iri(std::string_view kind, std::string_view content) {
  return std::string(iri::gw::id_ns).append(kind).append("-").append(sha256_hex(content).substr(0, hex_digits));
}

}  // namespace

std::string fact_iri(const Graph& graph, const Statement& statement, const Fact& fact) {
  return content_iri("fact", fact_content(graph, statement, fact));
}

std::string fact_iri(const Graph& graph, FactId id) {
  const Fact& fact = graph.fact(id);
  return fact_iri(graph, graph.statement(fact.statement), fact);
}

std::string premise_iri(const Graph& graph, const Premise& premise) {
  if (premise.fact != FactId::none) return fact_iri(graph, premise.fact);
  return fact_iri(graph, graph.statement(premise.statement), Fact{});
}

std::string evidence_iri(const Graph& graph, const Statement& statement, const Fact& fact, const Evidence& evidence) {
  std::string content = fact_content(graph, statement, fact);
  append_line(graph.view(evidence.source), content);
  append_line(graph.view(evidence.quote), content);
  return content_iri("evidence", content);
}

std::string evidence_iri(const Graph& graph, std::uint32_t row) {
  const Evidence& evidence = graph.evidence()[row];
  const Fact& fact = graph.fact(evidence.fact);
  return evidence_iri(graph, graph.statement(fact.statement), fact, evidence);
}

}  // namespace graphwright
