#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "graphwright/diagnostics.hpp"

namespace graphwright::cli {

/// Exit codes (docs/cli.md): the data has errors, the command could not be carried out.
inline constexpr int exit_fine = 0;
inline constexpr int exit_data_errors = 1;
inline constexpr int exit_cannot = 2;

/// A command that cannot be carried out as it was given: one clear line, exit 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What every verb takes about its messages, and what a run may do.
struct MessageOptions {
  MessageFormat format = MessageFormat::text;
  std::size_t max_errors = 100;
  bool strict = false;
  bool quiet = false;
  /// Addresses of stores that a manifest may ask; no other is.
  std::vector<std::string> allowed_stores;
};

/// One run of the program: its messages and how they leave.
class Session {
 public:
  explicit Session(const MessageOptions& options) : options_(options), diagnostics_(options.max_errors) {}

  Diagnostics& diagnostics() { return diagnostics_; }
  const MessageOptions& options() const { return options_; }
  bool is_quiet() const { return options_.quiet; }
  /// Whether what was reported so far makes the run fail: an error, or with `--strict` a warning.
  bool has_failed() const {
    return diagnostics_.has_errors() || (options_.strict && diagnostics_.warning_count() != 0);
  }
  /// Writes all messages to the standard error and gives the exit code that they call for.
  int close();

 private:
  MessageOptions options_;
  Diagnostics diagnostics_;
};

/// Whether messages may be coloured: a terminal, and NO_COLOR is not set (no-color.org).
bool wants_colour();
/// Whether the standard error is a terminal, so that progress can be shown.
bool stderr_is_terminal();

}  // namespace graphwright::cli
