#include "outputs.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "choice.hpp"
#include "memory_size.hpp"

namespace graphwright::cli {
namespace {

constexpr std::array<std::pair<std::string_view, StatementMode>, 4> statement_modes{{
    {"rdf11", StatementMode::rdf11},
    {"rdf12", StatementMode::rdf12},
    {"named-graph", StatementMode::named_graph},
    {"none", StatementMode::none},
}};
constexpr std::array<std::pair<std::string_view, Derived>, 3> derived_modes{{
    {"none", Derived::none},
    {"relations", Derived::relations},
    {"all", Derived::all},
}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> tables{
    {{"", ""}, {"nodes", "nodes"}, {"edges", "edges"}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> assert_modes{{{"asserted", false}, {"attributed", true}}};

/// The name of a GraphML flavour as exporters take it; nothing for the default one.
std::string chosen_flavour(const std::string& word) {
  const std::span<const std::string_view> known = graphml_flavours();
  if (word.empty() || word == "default") return {};
  if (std::find(known.begin(), known.end(), word) != known.end()) return word;
  throw UsageError(fmt::format("--flavour: unknown word '{}'; known are default, {}", word, fmt::join(known, ", ")));
}

/// What pictures gather nodes by, as exporters take it.
std::string chosen_cluster(const std::string& word) {
  const bool is_known = std::find(cluster_words.begin(), cluster_words.end(), word) != cluster_words.end();
  if (word.empty() || is_known) return word;
  throw UsageError(fmt::format("--cluster: unknown word '{}'; known are {}", word, fmt::join(cluster_words, ", ")));
}

std::string known_formats() {
  std::string names;
  for (const ExporterFormat& one : exporter_formats()) names.append(names.empty() ? "" : ", ").append(one.format);
  return names;
}

}  // namespace

void declare_view(CLI::App& app, OutputOptions& options) {
  app.add_option("--derived", options.derived, "derived statements to show")
      ->type_name(words(derived_modes))
      ->capture_default_str();
  app.add_option("--assert", options.assert_modality, "weakest modality shown as plain fact")
      ->type_name(words(assert_modes))
      ->capture_default_str();
  app.add_flag("--claims", options.claims, "graph formats: show facts that are not asserted too, marked as such");
  app.add_flag("--events", options.events, "graph formats: show events as nodes");
}

void declare_statements(CLI::App& app, OutputOptions& options) {
  app.add_option("--statements", options.statements, "how RDF carries facts")
      ->type_name(words(statement_modes))
      ->capture_default_str();
}

void declare_export(CLI::App& app, OutputOptions& options) {
  declare_view(app, options);
  declare_statements(app, options);
  app.add_option("--table", options.table, "CSV and TSV: the one table to write (default: both)")
      ->type_name(words(tables));
  app.add_option("--measure", options.measures,
                 "measure nodes and write the values as attributes: pagerank, degree, betweenness, ...")
      ->type_name("MEASURE,...")
      ->delimiter(',');
  app.add_option("--flavour", options.flavour, "GraphML, or CSV and TSV (gephi, neo4j), for one program")
      ->type_name(fmt::format("{}", fmt::join(graphml_flavours(), "|")));
  app.add_option("--jsonld", options.jsonld, "JSON-LD: how it is written, with commas (default: compact)")
      ->type_name("compact|expanded|NAME=VALUE,...");
  app.add_option("--cluster", options.cluster, "pictures: what to gather nodes by")
      ->type_name(fmt::format("{}", fmt::join(cluster_words, "|")));
  app.add_option("--memory", options.memory,
                 "Turtle and TriG: group statements within so much memory and temporary files (default: no limit)")
      ->type_name("SIZE");
  app.add_flag("--fail-on-loss", options.fail_on_loss, "what the format cannot carry is an error");
  app.add_flag("--keep-going", options.keep_going,
               "write what is right although the data has errors (exit 1 all the same)");
}

ExportOptions export_options(const OutputOptions& options) {
  ExportOptions result;
  result.view.statements = choose("--statements", options.statements, statement_modes);
  result.view.derived = choose("--derived", options.derived, derived_modes);
  result.view.assert_attributed = choose("--assert", options.assert_modality, assert_modes);
  result.view.claims = options.claims;
  result.events = options.events;
  result.flavour = chosen_flavour(options.flavour);
  result.jsonld = options.jsonld;
  result.cluster = chosen_cluster(options.cluster);
  result.table = choose("--table", options.table, tables);
  result.stream = options.stream;
  result.memory = memory_size("--memory", options.memory);
  return result;
}

const ExporterFormat& exporter_for(const std::string& path, const std::string& format) {
  if (format.empty() && path == "-") throw UsageError("the standard output has no suffix: name its format with -f");
  const Format* known = format.empty() ? format_of_path(path) : find_format(format);
  const ExporterFormat* exporter = known == nullptr ? nullptr : find_exporter(known->name);
  if (exporter == nullptr)
    throw UsageError(fmt::format("{}: cannot write {}; formats that can be written: {}", path,
                                 format.empty() ? "a file of this suffix" : format, known_formats()));
  return *exporter;
}

bool is_rdf(std::string_view format) {
  constexpr auto syntaxes =
      std::to_array<std::string_view>({"ntriples", "nquads", "turtle", "trig", "rdfxml", "jsonld", "rdfjson"});
  return std::find(syntaxes.begin(), syntaxes.end(), format) != syntaxes.end();
}

void report_losses(const std::string& path, const ExportSummary& summary, bool fail_on_loss, Session& session) {
  for (const Loss& loss : summary.losses) {
    if (loss.count == 0) continue;
    const std::string message = fmt::format("{}: {} x {}", path, loss.count, loss.kind);
    if (fail_on_loss)
      session.diagnostics().error("loss", {}, message);
    else
      session.diagnostics().warning("loss", {}, message);
  }
}

std::string table_path(const std::string& path, std::string_view table) {
  const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
  std::size_t end = path.size();
  if (path.ends_with(".gz") || path.ends_with(".zst")) end = path.rfind('.');
  const std::size_t dot = path.substr(0, end).rfind('.');
  const std::size_t at = dot == std::string::npos || dot < name ? end : dot;
  return fmt::format("{}.{}{}", path.substr(0, at), table, path.substr(at));
}

bool may_write(const std::string& path, const OutputOptions& options, const Session& session) {
  return !session.has_failed() || options.keep_going || exporter_for(path, options.format).streams;
}

Export::Export(const std::string& path, const OutputOptions& options)
    : Export(path, options, export_options(options)) {}

Export::Export(const std::string& path, const OutputOptions& options, const ExportOptions& export_options)
    : path_(path), fail_on_loss_(options.fail_on_loss), keep_going_(options.keep_going) {
  const ExporterFormat& format = exporter_for(path, options.format);
  ExportOptions settings = export_options;
  if (settings.memory != 0 && !format.streams)
    throw UsageError(fmt::format("--memory: {} is written from the whole graph in memory", format.format));
  if (format.has_two_tables && settings.table.empty() && path != "-") {
    output_ = open_output(table_path(path, "nodes"));
    edge_output_ = open_output(table_path(path, "edges"));
    settings.edge_output = edge_output_.get();
  } else {
    output_ = open_output(path);
  }
  exporter_ = format.open(*output_, settings);
}

void Export::close(Session& session) {
  report_losses(path_, exporter_->summary(), fail_on_loss_, session);
  if (session.has_failed() && !keep_going_ && path_ != "-") return;
  output_->commit();
  if (edge_output_) edge_output_->commit();
}

}  // namespace graphwright::cli
