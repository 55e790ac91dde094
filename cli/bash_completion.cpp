#include <fmt/format.h>

#include "completion_scripts.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view head =
    R"(# What completes the command line of graphwright in bash; `graphwright completion bash` writes it.

# Completes $current from words, in which @files and @folders stand for names of files and of folders.
_graphwright_choose() {
  local word words=()
  for word in $1; do
    case $word in
      @files) compopt -o filenames 2>/dev/null; mapfile -t -O "${#words[@]}" words < <(compgen -f -- "$current") ;;
      @folders) compopt -o filenames 2>/dev/null; mapfile -t -O "${#words[@]}" words < <(compgen -d -- "$current") ;;
      "$current"*) words+=("$word") ;;
    esac
  done
  COMPREPLY=("${words[@]}")
}

_graphwright() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options= values= arguments=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
)";

constexpr std::string_view middle = R"(    return
  fi
  # Bash takes the = of --option=value for a word of its own.
  [ "$before" != = ] || before=${COMP_WORDS[COMP_CWORD - 2]}
  [ "$current" != = ] || current=
  case ${COMP_WORDS[1]} in
)";

constexpr std::string_view tail = R"(  esac
  if [ -n "$values" ]; then
    _graphwright_choose "$values"
  elif [[ $current == -* ]]; then
    _graphwright_choose "$options"
  else
    _graphwright_choose "$arguments"
  fi
}
complete -F _graphwright graphwright
)";

/// What may stand in place of a value; free text is @text, so that it is not taken for nothing.
std::string choices(const OptionRow& row) {
  const Suggestions suggestions = suggestions_for(row);
  std::vector<std::string> words = suggestions.words;
  if (suggestions.files) words.emplace_back("@files");
  if (suggestions.folders) words.emplace_back("@folders");
  return words.empty() ? std::string("@text") : fmt::format("{}", fmt::join(words, " "));
}

std::string verb_case(const VerbRow& verb) {
  std::string options, arguments, values;
  for (const OptionRow& row : verb.options) {
    options += fmt::format("{}{}", options.empty() ? "" : " ", fmt::join(row.names, " "));
    if (!row.value.empty())
      values += fmt::format("        {}) values='{}' ;;\n", fmt::join(row.names, " | "), choices(row));
  }
  for (const OptionRow& row : verb.arguments)
    arguments += fmt::format("{}{}", arguments.empty() ? "" : " ", choices(row));
  return fmt::format(
      "    {})\n      options='{}'\n      arguments='{}'\n      case $before in\n{}      esac\n      ;;\n", verb.name,
      options, arguments, values);
}

}  // namespace

std::string bash_completion(std::span<const VerbRow> verbs) {
  std::string script(head), names;
  for (const VerbRow& verb : verbs) names += verb.name + " ";
  script += fmt::format("    _graphwright_choose '{}-h --help --version'\n", names);
  script += middle;
  for (const VerbRow& verb : verbs) script += verb_case(verb);
  script += tail;
  return script;
}

}  // namespace graphwright::cli
