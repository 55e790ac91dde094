#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graphwright/connection.hpp"

namespace graphwright {

/// A graph to be sent: its distinct triples as N-Triples, one a line. An empty name is the default graph.
struct GraphToSend {
  std::string name;
  std::string ntriples;
  std::size_t triples = 0;
  bool has_blank_nodes = false;
  bool has_triple_terms = false;
};

struct PushOptions {
  /// Triples in one request; 0: a graph at once, or what the store's limits allow.
  std::size_t chunk = 0;
  bool is_gzip = false;
  /// A file that remembers what is in, so that a push that stopped goes on there; empty for none.
  std::string journal;
};

/// How far a graph has come.
enum class GraphState : std::uint8_t { waiting, partly, uncertain, sent };

/// What became of one graph.
struct GraphAccount {
  GraphState state = GraphState::waiting;
  std::size_t requests = 0;
  std::size_t requests_done = 0;
  /// Triples of the requests that were carried out.
  std::size_t triples_done = 0;
  /// Requests that an earlier push, as its journal says, carried out.
  std::size_t resumed = 0;
};

/// One request of a push: lines of one graph.
struct PushRequest {
  std::size_t graph = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t triples = 0;
  /// The first of its graph replaces what the store has, the others add to it.
  bool is_first = false;
};

/// Sends graphs to a store, each replaced as a whole, so that a second push changes nothing.
///
/// A graph is cut into several requests only where it has no blank nodes, since a blank node means
/// another node in each request.
class Push {
 public:
  /// Throws `StoreError` where a graph must be cut and cannot be.
  Push(const Store& store, std::span<const GraphToSend> graphs, PushOptions options);

  const std::vector<PushRequest>& requests() const { return requests_; }
  /// What a request is, in one line, as `--dry-run` prints it.
  std::string describe(const PushRequest& request) const;

  /// Sends what is not in yet; throws `StoreError` at the first request that fails for good.
  void run(Connection& connection);
  /// What became of each graph, also after a failure.
  const std::vector<GraphAccount>& accounts() const { return accounts_; }

 private:
  void plan(std::size_t number);
  void resume(Connection& connection);
  void send(const PushRequest& request, Connection& connection);
  std::string media_type(const GraphToSend& graph) const;
  std::string_view lines(const PushRequest& request) const;

  const Store& store_;
  std::span<const GraphToSend> graphs_;
  PushOptions options_;
  std::vector<PushRequest> requests_;
  std::vector<GraphAccount> accounts_;
};

/// How many triples a store says a graph has; nothing where it cannot be asked for this graph.
std::optional<std::size_t> count_triples(Connection& connection, const std::string& graph);

}  // namespace graphwright
