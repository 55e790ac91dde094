#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "graphwright/credentials.hpp"
#include "graphwright/store.hpp"

namespace graphwright {

/// How long and how often a store is asked.
struct Patience {
  /// For one request, from connecting to the end of the answer.
  std::chrono::seconds timeout{600};
  /// How often a request that is safe to repeat is sent again after a failure that may pass.
  unsigned retries = 4;
  /// The pause before the first repetition; each further one is twice as long, at most a minute.
  std::chrono::milliseconds pause{500};
};

/// A document that a store sent.
struct StoreDocument {
  std::string media_type;
  std::string bytes;
};

/// A store that is talked to: requests, repetitions, and refusals made into one clear line.
///
/// Every function throws `StoreError` where the store cannot be reached, refuses or answers nonsense.
/// Requests go to the store's addresses alone; a redirect is followed on the same host only. Reading,
/// PUT and DROP, and POST of triples without blank nodes are safe to repeat; nothing else is repeated
/// once the store may have got it.
class Connection {
 public:
  Connection(Store store, Credentials credentials, Authentication authentication, Patience patience);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  const Store& store() const { return store_; }
  /// Writes by another method than the preset's.
  void set_method(WriteMethod method) { store_.method = method; }

  /// Replaces a graph by the triples of a body.
  void put_graph(std::string_view graph, std::string_view body, std::string_view media_type, bool is_gzip);
  /// Adds the triples of a body to a graph.
  void post_graph(std::string_view graph, std::string_view body, std::string_view media_type, bool is_gzip,
                  bool is_repeatable);
  /// Carries out a SPARQL update.
  void update(std::string_view text, bool is_repeatable);
  /// The answer to a SPARQL query, of one of the media types that `accept` names.
  StoreDocument query(std::string_view text, std::string_view accept);
  /// All triples of a graph; an empty name is the default graph.
  StoreDocument graph(std::string_view name);

 private:
  struct Exchange;
  StoreDocument exchange(const Exchange& exchange);

  Store store_;
  Patience patience_;
  std::string secret_;
  /// Whether queries go out without credentials until the store asks for them.
  bool queries_anonymously_;
  class Client;
  std::unique_ptr<Client> client_;
};

}  // namespace graphwright
