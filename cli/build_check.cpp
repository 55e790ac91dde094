#include <filesystem>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"

#include "build_exports.hpp"
#include "stale_export.hpp"

namespace graphwright::cli {
namespace {

/// Compares the bytes that an exporter writes with those of a file, in constant memory.
class ComparingOutput : public Output {
 public:
  explicit ComparingOutput(const std::string& path) : source_(open_source(path)) {}

  /// Whether the file holds just what was written.
  bool finish() {
    flush();
    char rest = 0;
    return same_ && source_->read(&rest, 1) == 0;
  }

 protected:
  void drain(std::string_view bytes) override {
    while (same_ && !bytes.empty()) {
      const std::size_t got = source_->read(block_.data(), std::min(block_.size(), bytes.size()));
      same_ = got != 0 && bytes.starts_with(std::string_view(block_.data(), got));
      bytes.remove_prefix(got);
    }
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::vector<char> block_ = std::vector<char>(std::size_t{64} << 10);
  bool same_ = true;
};

void fail(const BuildExport& one, std::string_view code, std::string message, std::vector<Note> notes,
          Session& session) {
  const FileId file = session.diagnostics().add_file(one.path);
  session.diagnostics().error(code, {.file = file}, std::move(message), std::move(notes));
}

void fail_stale(const BuildExport& one, const Project& project, Session& session) {
  std::string message = "is not what the build writes now";
  std::optional<StaleExport> difference = compare_stale(one, project);
  if (!difference) return fail(one, "stale-output", message, {}, session);
  fail(one, "stale-output", message + ": " + difference->summary, std::move(difference->changes), session);
}

/// Whether the file holds just what the export would write now.
bool is_current(const BuildExport& one, const Project& project, Session& session) {
  ComparingOutput output(one.path);
  const auto exporter = exporter_for(one.path, one.options.format).open(output, one.settings);
  exporter->write(one.graph(project));
  report_losses(one.path, exporter->summary(), one.options.fail_on_loss, session);
  return output.finish();
}

}  // namespace

void check_exports(const std::vector<BuildExport>& exports, const Project& project, Session& session) {
  for (const BuildExport& one : exports) {
    if (!std::filesystem::exists(one.path))
      fail(one, "absent-output", "has not been built", {}, session);
    else if (!is_current(one, project, session))
      fail_stale(one, project, session);
  }
}

}  // namespace graphwright::cli
