#include "session.hpp"

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace graphwright::cli {

bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return stderr_is_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

int Session::close() {
  diagnostics_.sort();
  const std::string text = render(diagnostics_, options_.format, wants_colour());
  std::fwrite(text.data(), 1, text.size(), stderr);
  return has_failed() ? exit_data_errors : exit_fine;
}

}  // namespace graphwright::cli
