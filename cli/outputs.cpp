#include "outputs.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace graphwright::cli {
namespace {

template <typename Value, std::size_t count>
Value choose(std::string_view option, std::string_view word,
             const std::array<std::pair<std::string_view, Value>, count>& choices) {
  std::string known;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    known.append(known.empty() ? "" : ", ").append(name);
  }
  throw UsageError(fmt::format("{}: unknown word '{}'; known are {}", option, word, known));
}

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
constexpr std::array<std::pair<std::string_view, bool>, 2> assert_modes{{{"asserted", false}, {"attributed", true}}};

std::string known_formats() {
  std::string names;
  for (const ExporterFormat& one : exporter_formats()) names.append(names.empty() ? "" : ", ").append(one.format);
  return names;
}

}  // namespace

void declare_view(CLI::App& app, OutputOptions& options) {
  app.add_option("--derived", options.derived, "derived statements to show: none, relations, all")
      ->capture_default_str();
  app.add_option("--assert", options.assert_modality, "weakest modality shown as plain fact: asserted, attributed")
      ->capture_default_str();
  app.add_flag("--claims", options.claims, "graph formats: show facts that are not asserted too, marked as such");
  app.add_flag("--events", options.events, "graph formats: show events as nodes");
}

void declare_export(CLI::App& app, OutputOptions& options) {
  declare_view(app, options);
  app.add_option("--statements", options.statements, "how RDF carries facts: rdf11, rdf12, named-graph, none")
      ->capture_default_str();
  app.add_option("--flavour", options.flavour, "GraphML flavour");
  app.add_option("--cluster", options.cluster, "pictures: cluster nodes by 'class'");
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
  result.flavour = options.flavour;
  result.cluster = options.cluster;
  result.stream = options.stream;
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

Export::Export(const std::string& path, const OutputOptions& options)
    : Export(path, options, export_options(options)) {}

Export::Export(const std::string& path, const OutputOptions& options, const ExportOptions& export_options)
    : path_(path), fail_on_loss_(options.fail_on_loss), keep_going_(options.keep_going) {
  const ExporterFormat& format = exporter_for(path, options.format);
  output_ = open_output(path);
  exporter_ = format.open(*output_, export_options);
}

void Export::close(Session& session) {
  report_losses(path_, exporter_->summary(), fail_on_loss_, session);
  if (!session.has_failed() || keep_going_ || path_ == "-") output_->commit();
}

}  // namespace graphwright::cli
