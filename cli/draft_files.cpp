#include "draft_files.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/output.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view draft_suffix = ".draft.yaml";

std::string content_of(const std::string& path) {
  const std::unique_ptr<ByteSource> source = open_source(path);
  return read_all(*source);
}

}  // namespace

void check_draft_path(const std::string& path) {
  if (!path.ends_with(draft_suffix))
    throw UsageError(fmt::format(
        "{}: a draft is written to a file named *.draft.yaml, so that no corrected file is overwritten", path));
  if (std::filesystem::exists(path) && !is_untouched_draft(content_of(path)))
    throw UsageError(fmt::format(
        "{}: the file was changed since it was drafted, or is no draft; give it another name, then draft anew", path));
}

std::string decisions_path(const std::string& path) {
  if (!path.ends_with(draft_suffix)) return {};
  return path.substr(0, path.size() - draft_suffix.size()) + ".decisions.tsv";
}

Decisions read_decisions(const std::string& path, Session& session) {
  Decisions decisions;
  if (path.empty() || !std::filesystem::exists(path)) return decisions;
  const FileId file = session.diagnostics().add_file(path, path);
  const std::string text = content_of(path);
  if (find_invalid_utf8(text) != std::string::npos) {
    session.diagnostics().error("not-utf8", {file, 0, 0}, "the file of decisions is not UTF-8");
    return decisions;
  }
  decisions.read(text, file, session.diagnostics());
  return decisions;
}

void write_file(const std::string& path, std::string_view text) {
  const std::unique_ptr<Output> output = open_output(path);
  output->write(text);
  output->commit();
}

}  // namespace graphwright::cli
