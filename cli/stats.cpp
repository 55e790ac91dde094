#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "graphwright/builtin_ontology.hpp"
#include "graphwright/property_graph.hpp"
#include "graphwright/weak_components.hpp"

#include "inputs.hpp"
#include "loaded_graph.hpp"
#include "outputs.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct StatsCommand {
  InputOptions inputs;
  OutputOptions view;
  bool is_json = false;
  bool shows_memory = false;
};

using Counts = std::map<std::string, std::size_t>;

/// What `stats` tells of a graph, as the default export shows it.
struct Statistics {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t statements = 0;
  std::size_t facts = 0;
  std::size_t facts_with_evidence = 0;
  std::size_t edges_with_evidence = 0;
  std::size_t derived_edges = 0;
  std::size_t components = 0;
  std::size_t largest_component = 0;
  std::size_t greatest_degree = 0;
  std::string greatest_degree_node;
  Counts classes;
  Counts relations;
  std::size_t bytes = 0;
};

void count_nodes(const PropertyGraph& view, Statistics& result) {
  std::vector<std::size_t> degree(view.node_count());
  for (std::uint32_t edge = 0; edge < view.edge_count(); ++edge) {
    ++degree[view.edge(edge).source];
    ++degree[view.edge(edge).target];
  }
  for (std::uint32_t node = 0; node < view.node_count(); ++node) {
    for (TermId type : view.types(node)) ++result.classes[view.id_of(type)];
    if (degree[node] <= result.greatest_degree) continue;
    result.greatest_degree = degree[node];
    result.greatest_degree_node = view.id(node);
  }
}

void count_edges(const PropertyGraph& view, Statistics& result) {
  for (std::uint32_t edge = 0; edge < view.edge_count(); ++edge) {
    ++result.relations[view.id_of(view.predicate(edge))];
    result.edges_with_evidence += view.evidence(edge).empty() ? 0U : 1U;
    result.derived_edges += view.rule(edge) == TermId::none ? 0U : 1U;
  }
}

Statistics measure(const Graph& graph, const PropertyGraph& view) {
  Statistics result;
  result.nodes = view.node_count();
  result.edges = view.edge_count();
  result.statements = graph.statement_count();
  result.facts = graph.facts().size();
  for (std::uint32_t row = 0; row < graph.facts().size(); ++row)
    result.facts_with_evidence += graph.evidence_of(static_cast<FactId>(row)).empty() ? 0U : 1U;
  count_nodes(view, result);
  count_edges(view, result);
  const std::vector<std::uint32_t> sizes = weak_component_sizes(view.relations());
  result.components = sizes.size();
  if (!sizes.empty()) result.largest_component = *std::max_element(sizes.begin(), sizes.end());
  result.bytes = graph.memory();
  return result;
}

/// Names by their count, the greatest first.
std::vector<std::pair<std::string, std::size_t>> by_count(const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return rows;
}

void print_counts(std::string_view title, const Counts& counts) {
  if (counts.empty()) return;
  fmt::print("\n{}\n", title);
  for (const auto& [name, count] : by_count(counts)) fmt::print("{:>9}  {}\n", count, name);
}

void print_text(const Statistics& s, bool shows_memory) {
  fmt::print("{:>9}  nodes\n{:>9}  edges ({} derived, {} with evidence)\n", s.nodes, s.edges, s.derived_edges,
             s.edges_with_evidence);
  fmt::print("{:>9}  statements\n{:>9}  facts ({} with evidence)\n", s.statements, s.facts, s.facts_with_evidence);
  fmt::print("{:>9}  components (the largest has {} nodes)\n", s.components, s.largest_component);
  if (s.greatest_degree != 0) fmt::print("{:>9}  greatest degree ({})\n", s.greatest_degree, s.greatest_degree_node);
  if (shows_memory)
    fmt::print("{:>9}  bytes in memory ({:.1f} a statement)\n", s.bytes,
               static_cast<double>(s.bytes) / static_cast<double>(std::max<std::size_t>(1, s.statements)));
  print_counts("nodes by class", s.classes);
  print_counts("edges by relation", s.relations);
}

void print_json(const Statistics& s) {
  const nlohmann::ordered_json json{{"nodes", s.nodes},
                                    {"edges", s.edges},
                                    {"derivedEdges", s.derived_edges},
                                    {"edgesWithEvidence", s.edges_with_evidence},
                                    {"statements", s.statements},
                                    {"facts", s.facts},
                                    {"factsWithEvidence", s.facts_with_evidence},
                                    {"components", s.components},
                                    {"largestComponent", s.largest_component},
                                    {"greatestDegree", s.greatest_degree},
                                    {"greatestDegreeNode", s.greatest_degree_node},
                                    {"bytes", s.bytes},
                                    {"classes", s.classes},
                                    {"relations", s.relations}};
  fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void print(const StatsCommand& command, const Graph& graph, PropertyGraphOptions options) {
  options.view = export_options(command.view).view;
  options.events = command.view.events;
  const PropertyGraph view(graph, options);
  const Statistics statistics = measure(graph, view);
  if (command.is_json)
    print_json(statistics);
  else
    print_text(statistics, command.shows_memory);
}

int stats(const StatsCommand& command, Session& session) {
  const LoadedGraph loaded(command.inputs, export_options(command.view).view.derived, session);
  if (loaded.is_project() && session.has_failed()) return session.close();
  PropertyGraphOptions options;
  loaded.complete(options);
  print(command, loaded.graph(), options);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_stats(CLI::App& app) {
  auto command = std::make_shared<StatsCommand>();
  declare_inputs(app, command->inputs);
  declare_view(app, command->view);
  app.add_flag("--json", command->is_json, "print JSON");
  app.add_flag("--memory", command->shows_memory, "print how much memory the graph takes");
  return [command](Session& session) { return stats(*command, session); };
}

}  // namespace graphwright::cli
