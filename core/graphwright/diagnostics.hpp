#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/location.hpp"

namespace graphwright {

enum class Severity : std::uint8_t { note, warning, error };

std::string_view name(Severity severity);

/// A further place or hint that belongs to a message.
struct Note {
  Location location;
  std::string message;
};

/// One message: what is wrong, where, and under which code (`graphwright explain CODE`).
struct Diagnostic {
  Severity severity = Severity::error;
  std::string_view code;
  Location location;
  std::string message;
  std::vector<Note> notes;
};

/// Collects the messages of one run and knows the names of the inputs that they speak of.
///
/// Codes are the kebab-case words of `diagnostic_codes`; they must outlive the collector. Past
/// `max_errors` errors messages are counted but not kept, so that hostile input cannot fill memory.
class Diagnostics {
 public:
  explicit Diagnostics(std::size_t max_errors = 100) : max_errors_(max_errors) {}

  /// Registers an input under the name that messages show; `path` is where its lines can be read.
  FileId add_file(std::string name, std::string path = {});
  std::string_view file_name(FileId file) const;
  std::string_view file_path(FileId file) const;

  void report(Diagnostic diagnostic);
  void error(std::string_view code, Location location, std::string message, std::vector<Note> notes = {});
  void warning(std::string_view code, Location location, std::string message, std::vector<Note> notes = {});

  const std::vector<Diagnostic>& all() const { return kept_; }
  std::size_t error_count() const { return errors_; }
  std::size_t warning_count() const { return warnings_; }
  /// How many messages were counted but not kept.
  std::size_t dropped_count() const { return dropped_; }
  bool has_errors() const { return errors_ != 0; }
  /// Sorts what is kept by file (in order of registration), line, column and code.
  void sort();

 private:
  struct File {
    std::string name;
    std::string path;
  };

  std::size_t max_errors_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t dropped_ = 0;
  std::vector<File> files_;
  std::vector<Diagnostic> kept_;
};

/// How messages are written (`--message-format`).
enum class MessageFormat : std::uint8_t { text, json, sarif, github };

/// Writes all messages: in text with the source line and a caret, one JSON object a line, or as
/// workflow commands.
std::string render(const Diagnostics& diagnostics, MessageFormat format, bool colour = false);

/// A code, what it means and what to do about it.
struct DiagnosticCode {
  std::string_view code;
  std::string_view explanation;
};

/// Looks a code up in the one table of all codes.
const DiagnosticCode* find_diagnostic_code(std::string_view code);
const std::vector<DiagnosticCode>& diagnostic_codes();

/// The candidate nearest to a misspelt name, empty where none is near enough to suggest.
///
/// @complexity linear in the candidates, quadratic in the length of the name
std::string nearest_name(std::string_view name, const std::vector<std::string_view>& candidates);

/// A note that suggests a name, none where the name is empty.
std::vector<Note> did_you_mean(const std::string& name);

}  // namespace graphwright
