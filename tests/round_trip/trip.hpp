#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "graphwright/graph.hpp"
#include "graphwright/reader.hpp"
#include "graphwright/replay.hpp"

namespace graphwright {

/// The RDF syntaxes that are read and written.
inline constexpr std::string_view rdf_syntaxes[] = {"ntriples", "nquads", "turtle", "trig", "jsonld", "rdfxml"};

/// What a loss report says: how often each kind.
using LossCounts = std::map<std::string, std::size_t, std::less<>>;

/// Reads text into a graph; says what was wrong, empty where nothing was.
std::string read_into(std::string_view format, std::string_view text, const std::string& base, Graph& graph);

/// Fills a graph with what an RDF syntax can carry of another, told from the standards alone; what it cannot, counted.
LossCounts carry(std::string_view format, StatementMode mode, const Graph& graph, Graph& carried);

/// Writes a graph, reads it back and compares: empty where the loss report is that of `carry` and just what it says is
/// missing. `losses` gets the report.
std::string make_trip(std::string_view format, const Graph& graph, LossCounts& losses,
                      StatementMode mode = StatementMode::none);

}  // namespace graphwright
