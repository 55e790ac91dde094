#pragma once

#include <string>
#include <vector>

#include <CLI/App.hpp>

namespace graphwright::cli {

/// An option or an argument of a verb, read off the declaration that `--help` is made from.
struct OptionRow {
  /// `-o`, `--output`; an argument has none.
  std::vector<std::string> names;
  /// What an argument is called: `INPUT`.
  std::string label;
  /// What is given: words in small letters and kinds of text in capitals, `one|other|FILE`; empty for a flag.
  std::string value;
  /// The description with default, whether it must be given, and what it goes without.
  std::string text;
  bool is_repeated = false;
  bool is_required = false;
};

/// A verb with all that it takes.
struct VerbRow {
  std::string name;
  std::string summary;
  std::vector<OptionRow> options;
  std::vector<OptionRow> arguments;
};

/// What may be written where a value stands: words, and names of files or of folders.
struct Suggestions {
  std::vector<std::string> words;
  bool files = false;
  bool folders = false;
};

OptionRow option_row(const CLI::Option& option);

/// All verbs of the program in the order of the table.
std::vector<VerbRow> verb_rows(const CLI::App& program);

/// What to suggest for a value: FILE, DIR, FORMAT, CODE and VERB are what they say, other capitals free text.
Suggestions suggestions_for(const OptionRow& row);

}  // namespace graphwright::cli
