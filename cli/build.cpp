#include <filesystem>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "outputs.hpp"
#include "project.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct BuildOptions {
  std::string manifest;
  std::string folder = "out";
  OutputOptions output;
};

/// What the command line asks for, with what the manifest says of this one export.
OutputOptions merged(const OutputOptions& base, const ManifestExport& one) {
  OutputOptions options = base;
  const auto take = [](std::string& word, const std::string& given) {
    if (!given.empty()) word = given;
  };
  take(options.format, one.format);
  take(options.statements, one.statements);
  take(options.derived, one.derived);
  take(options.assert_modality, one.assert_modality);
  take(options.flavour, one.flavour);
  take(options.cluster, one.cluster);
  options.claims = options.claims || one.claims;
  options.events = options.events || one.events;
  return options;
}

/// A file that a build writes.
struct BuildExport {
  std::string path;
  OutputOptions options;
  ExportOptions settings;
  std::unique_ptr<Export> file;
};

std::vector<BuildExport> planned(const BuildOptions& options, const Project& project) {
  std::vector<BuildExport> exports;
  for (const ManifestExport& one : project.manifest().exports) {
    const OutputOptions merged_options = merged(options.output, one);
    ExportOptions settings = export_options(merged_options);
    settings.profile = project.knowledge().profile();
    settings.base = project.manifest().base;
    settings.prefixes = project.manifest().prefixes;
    settings.title = project.manifest().title;
    exports.push_back(
        {(std::filesystem::path(options.folder) / one.file).string(), merged_options, std::move(settings), {}});
  }
  return exports;
}

Derived widest(const std::vector<BuildExport>& exports) {
  Derived derived = Derived::none;
  for (const BuildExport& one : exports) derived = std::max(derived, one.settings.view.derived);
  return derived;
}

std::string counts(const ExportSummary& summary) {
  if (summary.nodes != 0 || summary.edges != 0) return fmt::format("{} nodes, {} edges", summary.nodes, summary.edges);
  return fmt::format("{} statements", summary.statements);
}

std::size_t facts_with_evidence(const Graph& graph) {
  std::vector<bool> has_evidence(graph.facts().size());
  for (const Evidence& one : graph.evidence()) has_evidence[index(one.fact)] = true;
  return static_cast<std::size_t>(std::count(has_evidence.begin(), has_evidence.end(), true));
}

void print_table(const std::vector<BuildExport>& exports, const Project& project, Session& session) {
  std::size_t width = 0;
  for (const BuildExport& one : exports) width = std::max(width, one.path.size());
  for (const BuildExport& one : exports)
    fmt::print("{:<{}}  {}\n", one.path, width, counts(one.file->exporter().summary()));
  const Graph& graph = project.graph();
  fmt::print("{} facts, {} with evidence; {} derived; {} errors, {} warnings\n", graph.facts().size(),
             facts_with_evidence(graph), graph.derivations().size(), session.diagnostics().error_count(),
             session.diagnostics().warning_count());
}

void write(std::vector<BuildExport>& exports, const Project& project, Session& session) {
  for (BuildExport& one : exports) {
    std::filesystem::create_directories(std::filesystem::path(one.path).parent_path());
    one.file = std::make_unique<Export>(one.path, one.options, one.settings);
    one.file->exporter().write(project.graph());
  }
  // Files take their places only now, so that one that fails leaves all as they were.
  for (BuildExport& one : exports) one.file->close(session);
}

int build(const BuildOptions& options, Session& session) {
  Project project(options.manifest, session);
  project.read(session);
  project.check(session);
  if (session.has_failed() && !options.output.keep_going) return session.close();
  std::vector<BuildExport> exports = planned(options, project);
  project.infer(widest(exports), session);
  if (session.has_failed() && !options.output.keep_going) return session.close();
  write(exports, project, session);
  if (!session.is_quiet()) print_table(exports, project, session);
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  app.add_option("MANIFEST", options->manifest, "the manifest of the graph")->required();
  app.add_option("-o,--output", options->folder, "folder to write the exports to")->capture_default_str();
  declare_export(app, options->output);
  return [options](Session& session) { return build(*options, session); };
}

}  // namespace graphwright::cli
