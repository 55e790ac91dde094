#include "graphwright/diff.hpp"

#include <array>

#include <fmt/format.h>

#include "graphwright/iri.hpp"

#include "diff_report.hpp"
#include "inputs.hpp"
#include "loaded_graph.hpp"
#include "outputs.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

/// As POSIX has it: the inputs differ.
constexpr int exit_different = 1;

struct DiffCommand {
  InputOptions inputs;
  OutputOptions view;
  std::string format = "text";
  std::string path = "-";
  std::uint64_t limit = default_matching_limit;
};

using ReportFunction = void (*)(const GraphDiff&, const GraphWords&, const GraphWords&, Output&);

struct ReportFormat {
  std::string_view name;
  /// Null for the patch, which needs no words.
  ReportFunction write;
};

constexpr std::array<ReportFormat, 4> report_formats{
    {{"text", write_text}, {"markdown", write_markdown}, {"json", write_json}, {"patch", nullptr}}};

const ReportFormat& report_format(const std::string& name) {
  for (const ReportFormat& one : report_formats)
    if (one.name == name) return one;
  throw UsageError(fmt::format("-f: unknown word '{}'; known are text, markdown, json, patch", name));
}

/// The IRI of the first input that is a file: both are read as if they lay there, so that names that follow from the
/// path of a file are no difference.
std::string common_place(const InputOptions& inputs) {
  for (const std::string& path : inputs.files)
    if (path != "-") return file_iri(path);
  return {};
}

/// One of the two inputs, read and lifted.
LoadedGraph load(const DiffCommand& command, std::size_t number, Session& session) {
  InputOptions one = command.inputs;
  one.files = {command.inputs.files[number]};
  one.lift = true;
  if (one.base.empty() && !names_manifest(one)) one.base = one.document = common_place(command.inputs);
  LoadedGraph loaded(one, export_options(command.view).view.derived, session);
  return loaded;
}

void write(const DiffCommand& command, const GraphDiff& diff, const LoadedGraph& a, const LoadedGraph& b,
           const ViewOptions& view, Session& session) {
  const ReportFormat& format = report_format(command.format);
  const std::unique_ptr<Output> output = open_output(command.path);
  if (format.write == nullptr) {
    write_patch(diff, view, *output);
  } else {
    PropertyGraphOptions of_a;
    PropertyGraphOptions of_b;
    a.complete(of_a);
    b.complete(of_b);
    const GraphWords before(diff.before, of_a, command.inputs.files[0], session.diagnostics());
    const GraphWords after(diff.after, of_b, command.inputs.files[1], session.diagnostics());
    format.write(diff, before, after, *output);
  }
  output->commit();
}

int compare(const DiffCommand& command, Session& session) {
  report_format(command.format);
  if (command.inputs.files.size() != 2) throw UsageError("diff compares two inputs");
  const ViewOptions view = export_options(command.view).view;
  LoadedGraph a = load(command, 0, session);
  LoadedGraph b = load(command, 1, session);
  if (session.has_failed()) {
    session.close();
    return exit_cannot;
  }
  const GraphDiff result = diff(std::move(a.graph()), std::move(b.graph()), {view, command.limit});
  if (result.sameness == Sameness::undecided) {
    session.diagnostics().error("diff-undecided", {},
                                fmt::format("cannot tell within {} steps whether the blank nodes of {} and {} are the "
                                            "same",
                                            command.limit, command.inputs.files[0], command.inputs.files[1]));
    session.close();
    return exit_cannot;
  }
  write(command, result, a, b, view, session);
  if (!result.is_matched)
    session.diagnostics().warning("diff-limit", {},
                                  fmt::format("blank nodes were matched for {} steps only; some of them may be shown "
                                              "as removed and added although they did not change",
                                              command.limit));
  if (session.close() != exit_fine) return exit_cannot;
  return result.changes.empty() ? exit_fine : exit_different;
}

}  // namespace

std::function<int(Session&)> declare_diff(CLI::App& app) {
  auto command = std::make_shared<DiffCommand>();
  declare_inputs(app, command->inputs);
  app.add_option("--derived", command->view.derived, "derived statements to compare")
      ->type_name("none|relations|all")
      ->capture_default_str();
  app.add_option("--statements", command->view.statements, "patches: how RDF carries facts")
      ->type_name("rdf11|rdf12|named-graph|none")
      ->capture_default_str();
  app.add_option("-f,--output-format", command->format, "what to write")
      ->type_name("text|markdown|json|patch")
      ->capture_default_str();
  app.add_option("-o,--output", command->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  app.add_option("--max-work", command->limit, "steps that may be spent on telling blank nodes apart")
      ->capture_default_str();
  return [command](Session& session) { return compare(*command, session); };
}

}  // namespace graphwright::cli
