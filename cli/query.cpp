#include <map>
#include <optional>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/local_engine.hpp"
#include "graphwright/query_results.hpp"
#include "graphwright/query_text.hpp"

#include "dataset.hpp"
#include "outputs.hpp"
#include "store_options.hpp"
#include "store_reading.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

const std::map<std::string, ResultsFormat, std::less<>> results_formats{{"table", ResultsFormat::table},
                                                                        {"csv", ResultsFormat::csv},
                                                                        {"tsv", ResultsFormat::tsv},
                                                                        {"json", ResultsFormat::json}};

struct QueryCommand {
  InputOptions inputs;
  OutputOptions view;
  StoreOptions store;
  std::string text;
  std::string file;
  std::string engine;
  std::string format;
  std::string path = "-";
};

std::string query_text(const QueryCommand& command) {
  if (!command.text.empty()) return command.text;
  if (command.file.empty()) throw UsageError("name the query: -e TEXT, or --query FILE");
  return read_all(*open_source(command.file));
}

/// The prefixes of the data in front of a query, in its first line, so that positions in the others stay.
std::string with_prefixes(const PrefixMap& prefixes, const std::string& query) {
  PrefixMap all = well_known_prefixes();
  for (const auto& [name, iri] : prefixes.by_name()) all.add(name, iri);
  std::string text;
  for (const auto& [name, iri] : all.by_name()) text += fmt::format("PREFIX {}: <{}> ", name, iri);
  return text + query;
}

std::string nquads_of(const Graph& dataset) {
  StringOutput output;
  ExportOptions options;
  options.view.statements = StatementMode::none;
  const auto exporter = find_exporter("nquads")->open(output, options);
  exporter->write(dataset);
  return output.take();
}

/// Asks the store, or an engine on this machine over what the files hold; nothing where those are wrong.
std::optional<StoreDocument> answer(const QueryCommand& command, const std::string& query, const QueryText& known,
                                    Session& session) {
  const std::string_view accept = gives_results(known.form) ? results_media_type : graph_types;
  if (!command.store.address.empty()) return connect(command.store)->query(query, accept);
  if (known.leaves) throw UsageError("a query of files asks nobody else: SERVICE and FROM are for stores (--from)");
  const Dataset dataset = read_dataset(command.inputs, export_options(command.view).view, session);
  if (session.has_failed()) return std::nullopt;
  const auto timeout = std::chrono::seconds(command.store.timeout);
  StoreDocument document =
      query_locally(nquads_of(dataset.graph), with_prefixes(dataset.graph.prefixes(), query), command.engine, timeout);
  document.media_type = "application/n-triples";
  return document;
}

void write_table(const StoreDocument& document, const QueryCommand& command) {
  const auto format = results_formats.find(command.format.empty() ? "table" : command.format);
  if (format == results_formats.end())
    throw UsageError(fmt::format("-f: unknown word '{}'; known are table, csv, tsv, json", command.format));
  const QueryResults results = parse_results(document.bytes);
  const auto output = open_output(command.path);
  write_results(results, format->second, *output);
  output->commit();
}

void write_graph(const StoreDocument& document, const QueryCommand& command, Session& session) {
  OutputOptions options;
  options.format = command.format;
  if (options.format.empty() && command.path == "-") options.format = "turtle";
  Export file(command.path, options);
  // Engines give triples in any order; a graph leaves in the canonical one.
  Graph graph;
  GraphBuilder builder(graph);
  read_document(document, "<answer>", builder, session);
  file.exporter().write(graph);
  file.close(session);
}

int run(const QueryCommand& command, Session& session) {
  if (command.inputs.files.empty() == command.store.address.empty())
    throw UsageError("name either files to query or a store (--from)");
  const std::string query = query_text(command);
  const QueryText known = look_at_query(query);
  if (known.form == QueryForm::unknown) throw UsageError("this is no SELECT, ASK, CONSTRUCT or DESCRIBE query");
  const auto document = answer(command, query, known, session);
  if (!document) return session.close();
  if (gives_results(known.form))
    write_table(*document, command);
  else
    write_graph(*document, command, session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_query(CLI::App& app) {
  auto command = std::make_shared<QueryCommand>();
  declare_inputs(app, command->inputs);
  app.get_option("INPUT")->required(false);
  declare_view(app, command->view);
  declare_statements(app, command->view);
  declare_store(app, command->store, "--from");
  CLI::Option* text = app.add_option("-e,--expression", command->text, "the query")->type_name("QUERY");
  app.add_option("--query", command->file, "file with the query")->type_name("FILE")->excludes(text);
  app.add_option("--engine", command->engine, "engine for files (default: the first that is there)")
      ->type_name("oxigraph|rdflib")
      ->check(CLI::IsMember({"oxigraph", "rdflib"}).description(""));
  app.add_option("-f,--output-format", command->format, "format to write; for CONSTRUCT any RDF format")
      ->type_name("table|csv|tsv|json|FORMAT");
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  return [command](Session& session) { return run(*command, session); };
}

}  // namespace graphwright::cli
