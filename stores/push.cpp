#include "graphwright/push.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/digest.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/query_results.hpp"

#include "gzip_body.hpp"
#include "push_journal.hpp"

namespace graphwright {
namespace {

std::string shown(const std::string& graph) {
  return graph.empty() ? std::string("the default graph") : fmt::format("<{}>", graph);
}

/// DROP that also holds where there is no such graph (SPARQL 1.1 Update, 3.2.2).
std::string drop(const std::string& graph) {
  return graph.empty() ? std::string("DROP SILENT DEFAULT") : fmt::format("DROP SILENT GRAPH <{}>", graph);
}

/// N-Triples are triples of SPARQL too (SPARQL 1.1 Update, 3.1.1).
std::string insert(const std::string& graph, std::string_view lines) {
  return graph.empty() ? fmt::format("INSERT DATA {{\n{}}}", lines)
                       : fmt::format("INSERT DATA {{ GRAPH <{}> {{\n{}}} }}", graph, lines);
}

/// What a graph goes by in a journal: its content, and into how many requests it was cut.
std::string journal_key(const GraphToSend& graph, std::size_t requests) {
  return sha256_hex(fmt::format("{}\n{}\n{}", graph.name, requests, sha256_hex(graph.ntriples)));
}

/// Triples that one request may hold, 0 for any number.
std::size_t chunk_for(const GraphToSend& graph, const Store& store, const PushOptions& options) {
  std::size_t chunk = options.chunk;
  if (store.method == WriteMethod::update)
    chunk = chunk == 0 ? store.preset->update_batch : std::min(chunk, store.preset->update_batch);
  const std::size_t limit = store.preset->body_limit;
  if (chunk == 0 && limit != 0 && graph.ntriples.size() > limit)
    chunk = std::max<std::size_t>(1, graph.triples / (graph.ntriples.size() / limit + 1) / 2);
  return chunk;
}

void refuse_to_cut(const GraphToSend& graph, std::size_t chunk) {
  throw StoreError(fmt::format(
      "{} has {} triples and blank nodes, which would be other nodes in each request of {} triples; send it "
      "at once, or name the blank nodes",
      shown(graph.name), graph.triples, chunk));
}

}  // namespace

Push::Push(const Store& store, std::span<const GraphToSend> graphs, PushOptions options)
    : store_(store), graphs_(graphs), options_(std::move(options)), accounts_(graphs.size()) {
  if (options_.is_gzip && (!store.preset->takes_gzip || store.method != WriteMethod::graph_store))
    throw StoreError(fmt::format("{} takes no gzip", store.preset->name));
  for (std::size_t number = 0; number < graphs_.size(); ++number) plan(number);
}

void Push::plan(std::size_t number) {
  const GraphToSend& graph = graphs_[number];
  if (const auto error = find_iri_error(graph.name); !graph.name.empty() && error)
    throw StoreError(fmt::format("<{}> cannot name a graph: {}", graph.name, *error));
  const std::size_t chunk = chunk_for(graph, store_, options_);
  if (chunk == 0 || graph.triples <= chunk) {
    requests_.push_back({number, 0, graph.ntriples.size(), graph.triples, true});
    accounts_[number].requests = 1;
    return;
  }
  if (graph.has_blank_nodes) refuse_to_cut(graph, chunk);
  for (std::size_t begin = 0; begin < graph.ntriples.size(); ++accounts_[number].requests) {
    std::size_t end = begin;
    std::size_t triples = 0;
    for (; triples < chunk && end < graph.ntriples.size(); ++triples) end = graph.ntriples.find('\n', end) + 1;
    requests_.push_back({number, begin, end, triples, begin == 0});
    begin = end;
  }
}

std::string_view Push::lines(const PushRequest& request) const {
  return std::string_view(graphs_[request.graph].ntriples).substr(request.begin, request.end - request.begin);
}

std::string Push::media_type(const GraphToSend& graph) const {
  std::string type(store_.preset->media_type);
  if (graph.has_triple_terms) type += "; version=1.2";
  return type;
}

std::string Push::describe(const PushRequest& request) const {
  const GraphToSend& graph = graphs_[request.graph];
  const std::size_t bytes = request.end - request.begin;
  const std::string content = fmt::format("{} triples, {} bytes", request.triples, bytes);
  if (store_.method == WriteMethod::update)
    return fmt::format("POST {} (SPARQL update: {}INSERT DATA for {}, {})", store_.update_url,
                       request.is_first ? "DROP and " : "", shown(graph.name), content);
  if (store_.method == WriteMethod::context_post)
    return fmt::format("POST {} ({}{} as {}, {})", store_.update_url,
                       request.is_first ? "SPARQL update DROP, then " : "", shown(graph.name), media_type(graph),
                       content);
  return fmt::format("{} {} ({}, {})", request.is_first ? "PUT" : "POST", graph_url(store_, graph.name),
                     media_type(graph), content);
}

void Push::send(const PushRequest& request, Connection& connection) {
  const GraphToSend& graph = graphs_[request.graph];
  const bool is_repeatable = !graph.has_blank_nodes;
  if (store_.method == WriteMethod::update) {
    const std::string first = request.is_first ? drop(graph.name) + " ;\n" : std::string{};
    connection.update(first + insert(graph.name, lines(request)), is_repeatable || request.is_first);
    return;
  }
  const std::string packed = options_.is_gzip ? gzip_body(lines(request)) : std::string{};
  const std::string_view body = options_.is_gzip ? std::string_view(packed) : lines(request);
  if (store_.method == WriteMethod::context_post && request.is_first) connection.update(drop(graph.name), true);
  if (store_.method == WriteMethod::graph_store && request.is_first)
    connection.put_graph(graph.name, body, media_type(graph), options_.is_gzip);
  else
    connection.post_graph(graph.name, body, media_type(graph), options_.is_gzip, is_repeatable);
}

void Push::run(Connection& connection) {
  std::optional<PushJournal> journal;
  if (!options_.journal.empty()) journal.emplace(options_.journal, store_.graph_store_url);
  std::vector<std::string> keys;
  for (std::size_t number = 0; journal && number < graphs_.size(); ++number) {
    keys.push_back(journal_key(graphs_[number], accounts_[number].requests));
    accounts_[number].resumed = std::min(journal->done(keys.back()), accounts_[number].requests);
  }
  resume(connection);
  for (const PushRequest& request : requests_) {
    GraphAccount& account = accounts_[request.graph];
    if (account.requests_done < account.resumed) {
      ++account.requests_done;
      account.triples_done += request.triples;
      account.state = account.requests_done == account.requests ? GraphState::sent : GraphState::partly;
      continue;
    }
    try {
      send(request, connection);
    } catch (const StoreError& error) {
      if (error.is_uncertain()) account.state = GraphState::uncertain;
      throw;
    }
    account.triples_done += request.triples;
    account.state = ++account.requests_done == account.requests ? GraphState::sent : GraphState::partly;
    if (journal) journal->record(keys[request.graph], account.requests_done);
  }
  if (journal) journal->remove();
}

/// A graph of which the store has less than the journal says, or more than one request more, is sent anew.
void Push::resume(Connection& connection) {
  std::vector<std::size_t> sure(graphs_.size()), likely(graphs_.size()), seen(graphs_.size());
  for (const PushRequest& request : requests_) {
    const std::size_t number = seen[request.graph]++;
    if (number < accounts_[request.graph].resumed) sure[request.graph] += request.triples;
    if (number <= accounts_[request.graph].resumed) likely[request.graph] += request.triples;
  }
  for (std::size_t number = 0; number < graphs_.size(); ++number) {
    GraphAccount& account = accounts_[number];
    if (account.resumed == 0) continue;
    const auto count = count_triples(connection, graphs_[number].name);
    if (count && (*count < sure[number] || *count > likely[number])) account.resumed = 0;
  }
}

std::optional<std::size_t> count_triples(Connection& connection, const std::string& graph) {
  const Store& store = connection.store();
  if (store.query_url.empty() || (graph.empty() && store.preset->default_is_union)) return std::nullopt;
  const std::string pattern = graph.empty() ? "?s ?p ?o" : fmt::format("GRAPH <{}> {{ ?s ?p ?o }}", graph);
  const StoreDocument answer =
      connection.query(fmt::format("SELECT (COUNT(*) AS ?n) WHERE {{ {} }}", pattern), results_media_type);
  const QueryResults results = parse_results(answer.bytes);
  if (results.rows.size() != 1 || results.rows.front().size() != 1)
    throw StoreError("the store's answer to a count is no number");
  const std::string& text = results.rows.front().front().text;
  if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos)
    throw StoreError(fmt::format("the store's answer to a count is no number: '{}'", text));
  return std::stoull(text);
}

}  // namespace graphwright
