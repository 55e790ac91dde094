#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "graphwright/connection.hpp"

namespace graphwright {

/// Runs a query over N-Quads in a child process, by an engine that is installed on this machine.
///
/// The engine is Oxigraph where Python 3 finds its module pyoxigraph, else RDFLib (Debian package
/// python3-rdflib); `engine` names one of them, empty takes the first there is. A query that would ask
/// other endpoints or fetch graphs is refused. The answer is SPARQL Results JSON, or N-Triples.
/// Throws `StoreError` where no engine is there, the query is wrong, or it takes longer than the timeout.
StoreDocument query_locally(std::string_view nquads, std::string_view query, const std::string& engine,
                            std::chrono::seconds timeout);

}  // namespace graphwright
