#include "build_exports.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <thread>

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

}  // namespace

std::vector<BuildExport> planned_exports(const Project& project, const std::string& folder, const OutputOptions& base) {
  std::vector<BuildExport> exports;
  for (const ManifestExport& one : project.manifest().exports) {
    const OutputOptions options = merged(base, one);
    ExportOptions settings = export_options(options);
    settings.profile = project.knowledge().profile();
    settings.base = project.manifest().base;
    settings.prefixes = project.manifest().prefixes;
    settings.title = project.manifest().title;
    add((std::filesystem::path(folder) / one.file).string(), options, settings, exports);
  }
  return exports;
}

Derived widest(const std::vector<BuildExport>& exports) {
  Derived derived = Derived::none;
  for (const BuildExport& one : exports) derived = std::max(derived, one.settings.view.derived);
  return derived;
}

void write_exports(std::vector<BuildExport>& exports, const Project& project, std::size_t jobs, Session& session) {
  for (BuildExport& one : exports) {
    std::filesystem::create_directories(std::filesystem::path(one.path).parent_path());
    one.file = std::make_unique<Export>(one.path, one.options, one.settings);
  }
  in_parallel(exports.size(), jobs,
              [&](std::size_t number) { exports[number].file->exporter().write(project.graph()); });
  // Files take their places only now, so that one that fails leaves all as they were.
  for (BuildExport& one : exports) one.file->close(session);
}

}  // namespace graphwright::cli
