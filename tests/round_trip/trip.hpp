#pragma once

#include <string>
#include <string_view>

#include "graphwright/graph.hpp"
#include "graphwright/reader.hpp"

namespace graphwright {

/// The RDF syntaxes that are read and written.
inline constexpr std::string_view rdf_syntaxes[] = {"ntriples", "nquads", "turtle", "trig", "jsonld", "rdfxml"};

/// Reads text into a graph; says what was wrong, empty where nothing was.
std::string read_into(std::string_view format, std::string_view text, const std::string& base, Graph& graph);

/// Writes a graph, reads it back and compares: empty where both are the same, or where the format says that it
/// cannot carry something; then `is_carried` is false.
std::string make_trip(std::string_view format, const Graph& graph, bool& is_carried);

}  // namespace graphwright
