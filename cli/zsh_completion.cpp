#include <fmt/format.h>

#include "completion_scripts.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view head = R"(#compdef graphwright
# What completes the command line of graphwright in zsh; `graphwright completion zsh` writes it.

_graphwright() {
  local state line
  local -a verbs
  verbs=(
)";

constexpr std::string_view middle = R"(  )
  _arguments -C '(- *)'{-h,--help}'[print help and exit]' '(- *)--version[print the version and exit]' \
    '1:verb:->verb' '*::argument:->rest' && return
  if [[ $state == verb ]]; then
    _describe verb verbs
    return
  fi
  case $words[1] in
)";

constexpr std::string_view tail = R"(  esac
}

_graphwright "$@"
)";

/// Text within single quotes; what `_arguments` would take for its own signs is escaped.
std::string escaped(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char byte : text) {
    if (byte == '\'')
      out += "'\\'";
    else if (byte == '\\' || signs.find(byte) != std::string_view::npos)
      out += '\\';
    out += byte;
  }
  return out;
}

/// `:message:action` of `_arguments`.
std::string action(const OptionRow& row) {
  const Suggestions suggestions = suggestions_for(row);
  std::string what;
  if (!suggestions.words.empty() && suggestions.files)
    what = fmt::format("_alternative \"words\\:word\\:({})\" \"files\\:file\\:_files\"",
                       fmt::join(suggestions.words, " "));
  else if (!suggestions.words.empty())
    what = fmt::format("({})", fmt::join(suggestions.words, " "));
  else if (suggestions.files)
    what = "_files";
  else if (suggestions.folders)
    what = "_files -/";
  return fmt::format(":{}:{}", escaped(row.value, ":"), what);
}

std::string option_line(const OptionRow& row, const std::string& name) {
  const std::string rest = row.is_repeated ? std::string("*") : fmt::format("({})", fmt::join(row.names, " "));
  const std::string_view assign = row.value.empty() ? "" : name.starts_with("--") ? "=" : "+";
  return fmt::format(" \\\n        '{}{}{}[{}]{}'", rest, name, assign, escaped(row.text, "[]"),
                     row.value.empty() ? std::string{} : action(row));
}

std::string verb_case(const VerbRow& verb) {
  std::string lines;
  for (const OptionRow& row : verb.options)
    for (const std::string& name : row.names) lines += option_line(row, name);
  for (std::size_t number = 0; number < verb.arguments.size(); ++number) {
    const OptionRow& row = verb.arguments[number];
    lines += fmt::format(" \\\n        '{}{}'", row.is_repeated ? std::string("*") : std::to_string(number + 1),
                         action(row));
  }
  return fmt::format("    {})\n      _arguments -S{}\n      ;;\n", verb.name, lines);
}

}  // namespace

std::string zsh_completion(std::span<const VerbRow> verbs) {
  std::string script(head);
  for (const VerbRow& verb : verbs) script += fmt::format("    '{}:{}'\n", verb.name, escaped(verb.summary, ""));
  script += middle;
  for (const VerbRow& verb : verbs) script += verb_case(verb);
  script += tail;
  return script;
}

}  // namespace graphwright::cli
