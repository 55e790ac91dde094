#pragma once

#include <string>
#include <string_view>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/ontology.hpp"

namespace graphwright::test {

/// Reads a graph from lines such as `talks dip:talks-host blinken | time=2022-11-07 place=washington`.
///
/// A bare word lies below https://example.org/, `a` is rdf:type, `( p q )` a list, `^p` the inverse of
/// p, `"text"` a literal (with `^^type` or `@language`). After the bar stand time, place, speaker, modality, source
/// and quote (underscores for blanks). `node x` declares a resource. Lines count from 1, columns are 1.
Graph graph_of(std::string_view lines, FileId file = FileId::none);

/// The asserted statements of a graph, a line each, in canonical order; derived ones end with their rule.
std::string statements_of(const Graph& graph);

/// The facts of a graph with what is known of them and the rule of derived ones, in canonical order.
std::string facts_of(const Graph& graph);

/// The messages as a person sees them, without source lines.
std::string messages_of(const Diagnostics& diagnostics);

/// An ontology of such lines; fails the test where it has messages.
Ontology ontology_of(std::string_view lines);

/// Reads the built-in ontology of diplomacy; skips the test where nothing reads Turtle.
const Ontology* diplomacy();

}  // namespace graphwright::test
