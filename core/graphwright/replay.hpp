#pragma once

#include "graphwright/graph.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

/// How statement metadata leaves in RDF (`--statements`).
enum class StatementMode : std::uint8_t { rdf11, rdf12, named_graph, none };

/// What a view of the graph shows.
struct ViewOptions {
  StatementMode statements = StatementMode::rdf11;
  Derived derived = Derived::relations;
  /// Attributed facts count as asserted (`--assert attributed`).
  bool assert_attributed = false;
  /// Facts that are not asserted are shown too in graph formats, marked by their modality (`--claims`);
  /// RDF modes that carry statement metadata always describe them, never as plain triples.
  bool claims = false;
};

/// Whether a fact may leave as a plain triple or plain edge.
bool counts_as_asserted(Modality modality, const ViewOptions& options);

/// Whether the derivation of a conclusion, if it has one, is shown under `options`.
bool is_shown(const Graph& graph, const Premise& conclusion, const ViewOptions& options);

/// Whether a plain triple is written for a statement under `options`.
bool is_plain(const Graph& graph, StatementId statement, const ViewOptions& options);

/// Pushes the graph as RDF in canonical order: prefixes, plain statements, then the nodes of facts
/// and evidence that the mode asks for. Same graph, same calls, whatever the order it was built in.
void replay(const Graph& graph, const ViewOptions& options, Sink& sink);

/// The IRI that names a fact by its content (docs/data_model.md).
std::string fact_iri(const Graph& graph, FactId fact);
/// The same for a fact that the graph need not hold, made of its terms.
std::string fact_iri(const Graph& graph, const Statement& statement, const Fact& fact);
/// The IRI of a premise or conclusion; a bare statement is named as the asserted fact of which no more is known.
std::string premise_iri(const Graph& graph, const Premise& premise);
/// The IRI that names one piece of evidence by its content (docs/data_model.md).
std::string evidence_iri(const Graph& graph, std::uint32_t evidence);
/// The same for evidence that the graph need not hold.
std::string evidence_iri(const Graph& graph, const Statement& statement, const Fact& fact, const Evidence& evidence);

}  // namespace graphwright
