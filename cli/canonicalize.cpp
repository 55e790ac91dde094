#include "graphwright/canonicalize.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "graphwright/graph_builder.hpp"
#include "graphwright/replay.hpp"

#include "inputs.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

const std::map<std::string, HashAlgorithm> hash_algorithms{{"sha256", HashAlgorithm::sha256},
                                                           {"sha384", HashAlgorithm::sha384}};

struct CanonicalizeVerb {
  InputOptions inputs;
  CanonicalizeOptions options;
  std::string hash = "sha256";
  std::string path = "-";
  bool labels = false;
};

/// The graph as RDF has it: facts become the statements that describe them.
Graph read_dataset(const InputOptions& inputs, Session& session) {
  Graph graph = read_graph(inputs, session);
  if (!has_facts(inputs)) return graph;
  Graph dataset;
  GraphBuilder builder(dataset);
  replay(graph, ViewOptions{}, builder);
  return dataset;
}

void write_labels(const Graph& graph, const CanonicalLabels& labels, Output& output) {
  nlohmann::ordered_json map = nlohmann::ordered_json::object();
  for (std::size_t number = 0; number < labels.nodes.size(); ++number)
    map[std::string(graph.terms().text(labels.nodes[number]))] = fmt::format("c14n{}", number);
  output.write(map.dump(2) + "\n");
}

/// A refusal of the whole is one of the first input.
void report(const Refusal& refusal, Session& session) {
  Location location = refusal.location;
  if (location.file == FileId::none) location.file = FileId{0};
  session.diagnostics().error(refusal.code, location, refusal.message);
}

int canonicalize_files(const CanonicalizeVerb& verb, Session& session) {
  const auto hash = hash_algorithms.find(verb.hash);
  if (hash == hash_algorithms.end())
    throw UsageError(fmt::format("--hash: unknown word '{}'; known are sha256, sha384", verb.hash));
  CanonicalizeOptions options = verb.options;
  options.hash = hash->second;
  const Graph graph = read_dataset(verb.inputs, session);
  const CanonicalLabels labels = canonical_labels(graph, options);
  if (labels.refusal) report(*labels.refusal, session);
  if (session.has_failed()) return session.close();
  const std::unique_ptr<Output> output = open_output(verb.path);
  if (verb.labels)
    write_labels(graph, labels, *output);
  else
    write_canonical(graph, labels, *output);
  output->commit();
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_canonicalize(CLI::App& app) {
  auto verb = std::make_shared<CanonicalizeVerb>();
  declare_inputs(app, verb->inputs);
  app.add_flag("--labels", verb->labels, "write the new label of each blank node as a JSON map instead");
  app.add_option("--hash", verb->hash, "hash function of RDFC-1.0")->type_name("sha256|sha384")->capture_default_str();
  app.add_option("--max-work", verb->options.work_limit,
                 "refuse graphs whose blank nodes take more steps to tell apart, 0 for no limit")
      ->capture_default_str();
  app.add_option("-o,--output", verb->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [verb](Session& session) { return canonicalize_files(*verb, session); };
}

}  // namespace graphwright::cli
