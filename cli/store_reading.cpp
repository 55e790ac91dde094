#include "store_reading.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/push.hpp"
#include "graphwright/query_text.hpp"
#include "graphwright/scoped_blank_nodes.hpp"

#include "store_options.hpp"

namespace graphwright::cli {
namespace {

/// Puts statements into a named graph and counts them.
class NamedGraphSink : public Sink {
 public:
  NamedGraphSink(Sink& next, std::string_view name) : next_(next), name_(name) {}
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }
  void statements(std::span<const StatementView> batch) override {
    count_ += batch.size();
    for (StatementView one : batch) {
      if (!name_.empty()) one.graph = TermView::iri(name_);
      next_.statement(one);
    }
  }
  std::size_t count() const { return count_; }

 private:
  Sink& next_;
  std::string_view name_;
  std::size_t count_ = 0;
};

void compare_count(Connection& connection, const std::string& graph, std::size_t came, Session& session) {
  const auto count = count_triples(connection, graph);
  if (!count || came >= *count) return;
  const FileId file = session.diagnostics().add_file(graph_url(connection.store(), graph));
  session.diagnostics().error("store-differs", {.file = file},
                              fmt::format("the store counts {} triples there, but sent {}", *count, came));
}

std::string_view without_slash(std::string_view address) {
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

/// What is wrong with how a manifest names a store; whether it may be asked is another question.
bool is_well_named(const ManifestInput& input, Session& session) {
  const ManifestStore& store = input.store;
  std::vector<std::string_view> kinds;
  for (const StorePreset& one : store_presets()) kinds.push_back(one.name);
  if (!store.kind.empty() && find_store_preset(store.kind) == nullptr) {
    session.diagnostics().error("unknown-word", input.location,
                                fmt::format("'kind' takes {}, not '{}'", fmt::join(kinds, ", "), store.kind),
                                did_you_mean(nearest_name(store.kind, kinds)));
    return false;
  }
  const std::string fault = find_address_error(store.address);
  if (!fault.empty()) session.diagnostics().error("bad-iri", input.location, fault);
  return fault.empty();
}

/// A manifest may come from somebody else, and who asks is shown to the store: so the command line names it too.
bool is_allowed(const std::string& address, const Session& session) {
  const std::vector<std::string>& allowed = session.options().allowed_stores;
  return std::any_of(allowed.begin(), allowed.end(),
                     [&](const std::string& one) { return without_slash(one) == without_slash(address); });
}

}  // namespace

void pull_graph(Connection& connection, const GraphRequest& request, Sink& sink, Session& session) {
  const StoreDocument document = connection.graph(request.name);
  NamedGraphSink named(sink, request.keeps_name ? std::string_view(request.name) : std::string_view{});
  read_document(document, graph_url(connection.store(), request.name), named, session);
  if (request.is_verified) compare_count(connection, request.name, named.count(), session);
}

void pull_query(Connection& connection, const std::string& file, Sink& sink, Session& session) {
  const auto source = open_source(file);
  const std::string query = read_all(*source);
  const QueryForm form = look_at_query(query).form;
  if (form != QueryForm::construct && form != QueryForm::describe)
    throw UsageError(fmt::format("{}: no CONSTRUCT or DESCRIBE query", file));
  if (connection.store().query_url.empty())
    throw UsageError(fmt::format("{}: where queries go is not known: name the kind of store, or --query-url", file));
  read_document(connection.query(query, graph_types), connection.store().query_url, sink, session);
}

void pull_input(const ManifestInput& input, Sink& sink, Session& session) {
  const ManifestStore& store = input.store;
  if (!is_well_named(input, session)) return;
  if (!is_allowed(store.address, session)) {
    session.diagnostics().error(
        "store-not-allowed", input.location,
        fmt::format("the command line does not allow '{0}' to be asked: --allow-store {0}", store.address));
    return;
  }
  StoreOptions options;
  options.address = store.address;
  if (!store.kind.empty()) options.preset = store.kind;
  const auto connection = connect(options);
  std::size_t number = 0;
  for (const std::string& graph : store.graphs) {
    ScopedBlankNodes scoped(sink, fmt::format("g{}", ++number));
    pull_graph(*connection, {.name = graph}, scoped, session);
  }
  if (!store.construct.empty()) pull_query(*connection, store.construct, sink, session);
}

}  // namespace graphwright::cli
