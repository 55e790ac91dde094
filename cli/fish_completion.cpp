#include <fmt/format.h>

#include "completion_scripts.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view head =
    "# What completes the command line of graphwright in fish; `graphwright completion fish` writes it.\n"
    "complete -c graphwright -f\n"
    "complete -c graphwright -n __fish_use_subcommand -s h -l help -d 'Print help and exit'\n"
    "complete -c graphwright -n __fish_use_subcommand -l version -d 'Print the version and exit'\n";

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char byte : text) {
    if (byte == '\'' || byte == '\\') out += '\\';
    out += byte;
  }
  return out + "'";
}

/// What may be given: names of files are fish's own completion, which `-f` and `-x` turn off.
std::string choices(const Suggestions& suggestions, bool is_argument) {
  std::string out = suggestions.files ? (is_argument ? " -F" : " -r -F") : (is_argument ? " -f" : " -x");
  if (suggestions.folders) out += " -a '(__fish_complete_directories)'";
  if (!suggestions.words.empty())
    out += fmt::format(" -a {}", in_quotes(fmt::format("{}", fmt::join(suggestions.words, " "))));
  return out;
}

std::string line(const VerbRow& verb, const OptionRow& row) {
  std::string out = fmt::format("complete -c graphwright -n '__fish_seen_subcommand_from {}'", verb.name);
  for (const std::string& name : row.names)
    out += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2)) : fmt::format(" -s {}", name.substr(1));
  if (!row.value.empty()) out += choices(suggestions_for(row), row.names.empty());
  return out + fmt::format(" -d {}\n", in_quotes(row.text));
}

}  // namespace

std::string fish_completion(std::span<const VerbRow> verbs) {
  std::string script(head);
  for (const VerbRow& verb : verbs)
    script += fmt::format("complete -c graphwright -n __fish_use_subcommand -a {} -d {}\n", verb.name,
                          in_quotes(verb.summary));
  for (const VerbRow& verb : verbs) {
    for (const OptionRow& row : verb.options) script += line(verb, row);
    for (const OptionRow& row : verb.arguments) script += line(verb, row);
  }
  return script;
}

}  // namespace graphwright::cli
