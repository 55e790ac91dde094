#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "graphwright/store.hpp"

#include "build_exports.hpp"
#include "dependencies.hpp"
#include "jobs.hpp"
#include "measuring.hpp"
#include "styling.hpp"
#include "verb.hpp"
#include "watch.hpp"

namespace graphwright::cli {
namespace {

struct BuildOptions {
  std::string manifest;
  std::string folder = "out";
  std::string depfile;
  std::string stamp;
  std::size_t jobs = 0;
  bool checks = false;
  bool lists = false;
  bool watches = false;
  TimeOptions time;
  OutputOptions output;
};

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

/// What a depfile calls the result of a build: its stamp, else every file that it writes.
std::vector<std::string> targets(const BuildOptions& options, const Manifest& manifest) {
  if (!options.stamp.empty()) return {options.stamp};
  return export_paths(manifest, options.folder, options.output);
}

std::vector<std::string> files_of(const BuildOptions& options, const Manifest& manifest) {
  std::vector<std::string> files = files_read(options.manifest, manifest);
  const std::string& style = options.output.style;
  if (!style.empty() && std::find(files.begin(), files.end(), style) == files.end()) files.push_back(style);
  return files;
}

/// Makes a file anew, so that it is younger than all that the build read.
void touch(const std::string& path) {
  std::ofstream file(path, std::ios::trunc);
  if (!file.flush()) throw std::system_error(errno, std::generic_category(), fmt::format("cannot write {}", path));
  std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now());
}

/// Tells Make or Ninja what was built from what, once the build has come out right.
void leave_traces(const BuildOptions& options, const Project& project) {
  const Manifest& manifest = project.manifest();
  if (!options.depfile.empty()) write_depfile(options.depfile, targets(options, manifest), files_of(options, manifest));
  if (!options.stamp.empty()) touch(options.stamp);
}

int list_outputs(const BuildOptions& options, Session& session) {
  const Manifest manifest = read_manifest(options.manifest, session.diagnostics());
  if (session.has_failed()) return session.close();
  for (const std::string& path : export_paths(manifest, options.folder, options.output)) fmt::print("{}\n", path);
  return session.close();
}

int build(const BuildOptions& options, Project& project, Session& session) {
  check_measures(options.output.measures);
  project.read(session, options.jobs);
  project.select(options.time);
  project.check(thread_count(options.jobs), session);
  if (session.has_failed() && !options.output.keep_going) return session.close();
  std::vector<BuildExport> exports = planned_exports(project, options.folder, options.output);
  project.infer(widest(exports), session);
  if (session.has_failed() && !options.output.keep_going) return session.close();
  prepare_exports(exports, project, session);
  if (session.has_failed() && !options.output.keep_going) return session.close();
  if (options.checks) {
    check_exports(exports, project, session);
    return session.close();
  }
  write_exports(exports, project, thread_count(options.jobs), session);
  if (!session.is_quiet()) print_table(exports, project, session);
  const int code = session.close();
  if (code == exit_fine) leave_traces(options, project);
  return code;
}

/// Builds once; a world that is bad now may be mended by the next change.
void build_watched(const BuildOptions& options, const MessageOptions& messages, WatchedFiles& files) {
  files.add({options.manifest});
  try {
    Session session(messages);
    Manifest manifest = read_manifest(options.manifest, session.diagnostics());
    files.add(files_of(options, manifest));
    Project project(std::move(manifest), session);
    build(options, project, session);
  } catch (const std::system_error& error) {
    fmt::print(stderr, "graphwright: {}\n", error.what());
  } catch (const StoreError& error) {
    fmt::print(stderr, "graphwright: {}\n", error.what());
  }
  std::fflush(stdout);
}

int run(const BuildOptions& options, Session& session) {
  if (options.lists) return list_outputs(options, session);
  if (options.watches) {
    watch([&](WatchedFiles& files) { build_watched(options, session.options(), files); });
    return exit_fine;
  }
  Project project(options.manifest, session);
  return build(options, project, session);
}

}  // namespace

std::function<int(Session&)> declare_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  app.add_option("MANIFEST", options->manifest, "the manifest of the graph")->type_name("FILE")->required();
  app.add_option("-o,--output", options->folder, "folder to write the exports to")
      ->type_name("DIR")
      ->capture_default_str();
  declare_time(app, options->time);
  declare_export(app, options->output);
  declare_style(app, options->output);
  CLI::Option* check =
      app.add_flag("--check", options->checks, "write nothing; exit 1 where an export is stale or absent");
  CLI::Option* list = app.add_flag("--list-outputs", options->lists, "print the paths of the exports and stop");
  CLI::Option* watch = app.add_flag("--watch", options->watches, "build again whenever a file that was read changes");
  app.add_option("--depfile", options->depfile, "write what the exports are made from, for Make and Ninja")
      ->type_name("FILE")
      ->excludes(check);
  app.add_option("--stamp", options->stamp, "touch this file after each build that comes out right")
      ->type_name("FILE")
      ->excludes(check);
  app.add_option("--jobs", options->jobs, "threads that check shapes and write exports (default: one a processor)");
  check->excludes(list)->excludes(watch);
  list->excludes(watch);
  return [options](Session& session) { return run(*options, session); };
}

}  // namespace graphwright::cli
