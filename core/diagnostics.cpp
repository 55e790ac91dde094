#include "graphwright/diagnostics.hpp"

#include <algorithm>
#include <tuple>

namespace graphwright {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

FileId Diagnostics::add_file(std::string file_name, std::string path) {
  files_.push_back({std::move(file_name), std::move(path)});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view Diagnostics::file_name(FileId file) const {
  return file == FileId::none ? std::string_view{} : files_[static_cast<std::size_t>(file)].name;
}

std::string_view Diagnostics::file_path(FileId file) const {
  return file == FileId::none ? std::string_view{} : files_[static_cast<std::size_t>(file)].path;
}

void Diagnostics::report(Diagnostic diagnostic) {
  std::size_t& count = diagnostic.severity == Severity::error ? errors_ : warnings_;
  if (++count > max_errors_) {
    ++dropped_;
    return;
  }
  kept_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string_view code, Location location, std::string message, std::vector<Note> notes) {
  report({Severity::error, code, location, std::move(message), std::move(notes)});
}

void Diagnostics::warning(std::string_view code, Location location, std::string message, std::vector<Note> notes) {
  report({Severity::warning, code, location, std::move(message), std::move(notes)});
}

void Diagnostics::sort() {
  std::stable_sort(kept_.begin(), kept_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.location, a.code) < std::tie(b.location, b.code);
  });
}

}  // namespace graphwright
