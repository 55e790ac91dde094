#include "build_exports.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <map>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "graphwright/measures.hpp"
#include "graphwright/style_file.hpp"

#include "measuring.hpp"
#include "selection.hpp"
#include "style_names.hpp"
#include "styling.hpp"

namespace graphwright::cli {
namespace {

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
  take(options.table, one.table);
  if (!is_picture(exporter_for(one.file, one.format).format)) options.style.clear();
  take(options.style, one.style);
  // Measures that are asked for on the command line go into graph formats.
  if (is_rdf(exporter_for(one.file, one.format).format)) options.measures.clear();
  if (!exporter_for(one.file, one.format).streams) options.memory.clear();
  for (const std::string& name : one.measures)
    if (std::find(options.measures.begin(), options.measures.end(), name) == options.measures.end())
      options.measures.push_back(name);
  options.claims = options.claims || one.claims;
  options.events = options.events || one.events;
  return options;
}

/// Adds an export; of tables one for each of the two files.
void add(const std::string& path, OutputOptions options, ExportOptions settings, std::vector<BuildExport>& exports) {
  if (!exporter_for(path, options.format).has_two_tables || !settings.table.empty()) {
    exports.push_back({path, std::move(options), std::move(settings), {}});
    return;
  }
  for (const char* table : {"nodes", "edges"}) {
    options.table = settings.table = table;
    exports.push_back({table_path(path, table), options, settings, {}});
  }
}

/// Calls `work` with each number below `count`, on up to `jobs` threads; the first error is thrown on.
void in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> errors(count);
  const auto run = [&] {
    for (std::size_t number = next++; number < count; number = next++) try {
        work(number);
      } catch (...) {
        errors[number] = std::current_exception();
      }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t one = 1; one < std::min(jobs, count); ++one) threads.emplace_back(run);
    run();
  }
  for (const std::exception_ptr& error : errors)
    if (error) std::rethrow_exception(error);
}

/// Whether all measures of an export are known.
bool report_measures(const BuildExport& one, Session& session) {
  bool are_known = true;
  for (const std::string& name : one.options.measures) {
    if (find_measure(name) != nullptr) continue;
    std::vector<std::string_view> known;
    for (const Measure& measure : measures()) known.push_back(measure.name);
    session.diagnostics().error("unknown-word", one.location,
                                fmt::format("'measure' takes {}, not '{}'", fmt::join(known, ", "), name),
                                did_you_mean(nearest_name(name, known)));
    are_known = false;
  }
  return are_known;
}

/// Reads the styles that exports ask for, each file once.
void read_styles(std::vector<BuildExport>& exports, Session& session) {
  std::map<std::string, std::shared_ptr<const PictureStyle>> read;
  for (BuildExport& one : exports) {
    if (one.options.style.empty()) continue;
    const std::string_view format = exporter_for(one.path, one.options.format).format;
    if (!is_picture(format)) {
      session.diagnostics().warning("style-unused", one.location,
                                    fmt::format("{} is no picture; a style is for dot, svg and html", format));
      continue;
    }
    const auto [at, is_new] = read.try_emplace(one.options.style);
    if (is_new) at->second = read_style(one.options.style, session.diagnostics());
    one.settings.style = at->second;
    if (one.settings.style) add_measures(*one.settings.style, one.options.measures);
  }
}

/// Each style once, by the names in the whole graph.
void check_styles(const std::vector<BuildExport>& exports, const Project& project, Session& session) {
  std::set<const PictureStyle*> checked;
  for (const BuildExport& one : exports)
    if (checked.insert(one.settings.style.get()).second) check_style_names(project.graph(), one.settings, session);
}

std::optional<SelectedPart> selected(const BuildExport& one, const Project& project, Session& session) {
  const auto report = [&](std::string_view code, const std::string& message) {
    if (code == "select-empty")
      session.diagnostics().warning(code, one.selection.location, message);
    else
      session.diagnostics().error(code, one.selection.location, message);
  };
  return select_part(project.graph(), shown_by(one.settings), &project.knowledge().ontology(), one.selection,
                     is_rdf(exporter_for(one.path, one.options.format).format), report);
}

void take_selected(BuildExport& one, const Project& project, Session& session) {
  std::optional<SelectedPart> part = selected(one, project, session);
  one.own_graph.reset();
  if (!part) return;
  one.own_graph = std::move(part->graph);
  one.settings.profile.labels.merge(part->labels);
}

}  // namespace

std::vector<BuildExport> planned_exports(const Project& project, const std::string& folder, const OutputOptions& base) {
  std::vector<BuildExport> exports;
  const std::shared_ptr<LayoutStore> layouts = open_layout_store();
  for (const ManifestExport& one : project.manifest().exports) {
    const OutputOptions options = merged(base, one);
    ExportOptions settings = export_options(options);
    settings.profile = project.knowledge().profile();
    settings.base = project.manifest().base;
    settings.prefixes = project.manifest().prefixes;
    settings.title = project.manifest().title;
    settings.sources = project.source_texts();
    settings.layouts = layouts;
    const std::size_t first = exports.size();
    add((std::filesystem::path(folder) / one.file).string(), options, settings, exports);
    for (std::size_t number = first; number < exports.size(); ++number) {
      exports[number].selection = one.select;
      exports[number].location = one.location;
    }
  }
  return exports;
}

std::vector<std::string> export_paths(const Manifest& manifest, const std::string& folder, const OutputOptions& base) {
  std::vector<BuildExport> exports;
  for (const ManifestExport& one : manifest.exports) {
    const OutputOptions options = merged(base, one);
    add((std::filesystem::path(folder) / one.file).string(), options, export_options(options), exports);
  }
  std::vector<std::string> paths;
  paths.reserve(exports.size());
  for (const BuildExport& one : exports) paths.push_back(one.path);
  return paths;
}

Derived widest(const std::vector<BuildExport>& exports) {
  Derived derived = Derived::none;
  for (const BuildExport& one : exports) derived = std::max(derived, one.settings.view.derived);
  return derived;
}

void prepare_exports(std::vector<BuildExport>& exports, const Project& project, Session& session) {
  read_styles(exports, session);
  check_styles(exports, project, session);
  for (BuildExport& one : exports) {
    if (!report_measures(one, session)) continue;
    if (!one.selection.is_whole()) take_selected(one, project, session);
    if (!one.options.measures.empty())
      one.own_graph = measured(one.graph(project), one.options.measures, one.settings, session);
    if (one.settings.style && one.settings.style->hides_something())
      one.own_graph = without_hidden(one.graph(project), one.settings, session);
  }
}

void check_words(std::vector<BuildExport> exports, Project& project, Session& session) {
  read_styles(exports, session);
  check_styles(exports, project, session);
  const bool has_selection =
      std::any_of(exports.begin(), exports.end(), [](const BuildExport& one) { return !one.selection.is_whole(); });
  if (has_selection) project.infer(widest(exports), session);
  for (const BuildExport& one : exports) {
    report_measures(one, session);
    if (!one.selection.is_whole()) selected(one, project, session);
  }
}

void write_exports(std::vector<BuildExport>& exports, const Project& project, std::size_t jobs, Session& session) {
  for (BuildExport& one : exports) {
    std::filesystem::create_directories(std::filesystem::path(one.path).parent_path());
    one.file = std::make_unique<Export>(one.path, one.options, one.settings);
  }
  in_parallel(exports.size(), jobs,
              [&](std::size_t number) { exports[number].file->exporter().write(exports[number].graph(project)); });
  // Files take their places only now, so that one that fails leaves all as they were.
  for (BuildExport& one : exports) one.file->close(session);
}

}  // namespace graphwright::cli
