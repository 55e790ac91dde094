#pragma once

#include <string>

#include "graphwright/connection.hpp"
#include "graphwright/manifest.hpp"
#include "graphwright/sink.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// The media types that a graph is asked for in, the best first.
inline constexpr std::string_view graph_types = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5";

struct GraphRequest {
  /// Empty for the default graph.
  std::string name;
  /// Whether the triples come as quads of that name.
  bool keeps_name = false;
  /// Whether what comes is compared with what the store counts, since a store may cut a long answer short.
  bool is_verified = true;
};

/// Fetches a graph into a sink, without finishing it.
void pull_graph(Connection& connection, const GraphRequest& request, Sink& sink, Session& session);

/// Fetches the result of the CONSTRUCT or DESCRIBE query in a file.
void pull_query(Connection& connection, const std::string& file, Sink& sink, Session& session);

/// Fetches what a manifest takes from a store, where the command line allows it to be asked (--allow-store).
void pull_input(const ManifestInput& input, Sink& sink, Session& session);

}  // namespace graphwright::cli
