#include <fmt/format.h>

#include "verb.hpp"

namespace graphwright::cli {
namespace {

std::vector<std::string_view> code_names() {
  std::vector<std::string_view> names;
  for (const DiagnosticCode& one : diagnostic_codes()) names.push_back(one.code);
  return names;
}

int list_codes() {
  for (std::string_view code : code_names()) fmt::print("{}\n", code);
  return exit_fine;
}

int explain(const std::string& code) {
  if (code.empty()) return list_codes();
  const DiagnosticCode* known = find_diagnostic_code(code);
  if (known == nullptr) {
    const std::string near = nearest_name(code, code_names());
    throw UsageError(
        fmt::format("unknown code '{}'{}", code, near.empty() ? "" : fmt::format(", did you mean '{}'?", near)));
  }
  fmt::print("{}\n\n{}\n", known->code, known->explanation);
  return exit_fine;
}

}  // namespace

std::function<int(Session&)> declare_explain(CLI::App& app) {
  auto code = std::make_shared<std::string>();
  app.add_option("CODE", *code, "the word in brackets behind a message; without it all codes are listed")
      ->type_name("CODE");
  return [code](Session&) { return explain(*code); };
}

}  // namespace graphwright::cli
