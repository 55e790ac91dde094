#include "option_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/diagnostics.hpp"
#include "graphwright/exporter.hpp"
#include "graphwright/reader.hpp"

#include "verb.hpp"

namespace graphwright::cli {
namespace {

/// The name of the value without what a validator adds to it, numbers as documents call them.
std::string value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  std::string type = option.get_type_name();
  type.erase(std::min(type.find(':'), type.size()));
  return type == "UINT" || type == "INT" || type == "FLOAT" ? std::string("N") : type;
}

std::string described(const CLI::Option& option) {
  std::string text = option.get_description();
  if (!option.get_default_str().empty()) text += fmt::format(" (default: {})", option.get_default_str());
  if (option.get_required() && !option.get_positional()) text += " (required)";
  std::vector<std::string> others;
  for (const CLI::Option* one : option.get_excludes()) others.push_back(one->get_name());
  std::sort(others.begin(), others.end());
  if (!others.empty()) text += fmt::format(" (not with {})", fmt::join(others, ", "));
  return text;
}

void add_formats(Suggestions& suggestions, bool reads) {
  for (const Format& one : formats())
    if (reads ? find_reader(one.name) != nullptr : find_exporter(one.name) != nullptr)
      suggestions.words.emplace_back(one.name);
}

void add_kind(Suggestions& suggestions, std::string_view kind, const OptionRow& row) {
  const bool is_word = std::none_of(kind.begin(), kind.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
  if (is_word) suggestions.words.emplace_back(kind);
  if (kind == "FILE") suggestions.files = true;
  if (kind == "DIR") suggestions.folders = true;
  if (kind == "FORMAT") add_formats(suggestions, row.names.back() == "--input-format");
  if (kind == "CODE")
    for (const DiagnosticCode& one : diagnostic_codes()) suggestions.words.emplace_back(one.code);
  if (kind == "VERB")
    for (const Verb& one : verbs()) suggestions.words.emplace_back(one.name);
}

}  // namespace

OptionRow option_row(const CLI::Option& option) {
  OptionRow row;
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  if (option.get_positional()) row.label = option.get_name(true);
  row.value = value_of(option);
  row.text = described(option);
  row.is_repeated = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
  row.is_required = option.get_required();
  return row;
}

std::vector<VerbRow> verb_rows(const CLI::App& program) {
  std::vector<VerbRow> rows;
  for (const CLI::App* verb : program.get_subcommands([](const CLI::App*) { return true; })) {
    VerbRow& row = rows.emplace_back();
    row.name = verb->get_name();
    row.summary = verb->get_description();
    for (const CLI::Option* option : verb->get_options()) {
      OptionRow one = option_row(*option);
      (one.names.empty() ? row.arguments : row.options).push_back(std::move(one));
    }
  }
  return rows;
}

Suggestions suggestions_for(const OptionRow& row) {
  Suggestions suggestions;
  for (std::size_t begin = 0; begin < row.value.size();) {
    const std::size_t end = std::min(row.value.find('|', begin), row.value.size());
    add_kind(suggestions, std::string_view(row.value).substr(begin, end - begin), row);
    begin = end + 1;
  }
  return suggestions;
}

}  // namespace graphwright::cli
