#include "manual_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "version.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view exit_codes =
    ".SH EXIT STATUS\n.TP\n.B 0\nFine; there may have been warnings.\n.TP\n.B 1\n"
    "The data has errors, or with \\fB\\-\\-strict\\fR warnings, or what was compared differs; no file was replaced.\n"
    ".TP\n.B 2\nThe command could not be carried out: a wrong option, a missing file, a full disk.\n";

constexpr std::string_view environment =
    ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhere it is set, messages have no colours.\n";

constexpr std::string_view store_environment =
    ".TP\n.BR GRAPHWRIGHT_STORE_USER \", \" GRAPHWRIGHT_STORE_PASSWORD\nWho asks a store.\n"
    ".TP\n.B GRAPHWRIGHT_STORE_TOKEN\nThe token that a store is shown instead.\n";

/// Text that roff shows as it is: no line of it is a request, no hyphen becomes a dash.
std::string roff(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == '\\')
      out += "\\e";
    else if (byte == '-')
      out += "\\-";
    else if (byte == '\'')
      out += "\\(aq";
    else if (byte == '.' && out.empty())
      out += "\\&.";
    else
      out += byte;
  }
  return out;
}

std::string title(const std::string& name) {
  std::string capitals = name;
  std::transform(name.begin(), name.end(), capitals.begin(),
                 [](char byte) { return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte; });
  return fmt::format(".TH {} 1 {} \"graphwright {}\" Graphwright\n", roff(capitals), release_date, version);
}

std::string entry(const OptionRow& row) {
  std::vector<std::string> names;
  for (const std::string& name : row.names) names.push_back(fmt::format("\\fB{}\\fR", roff(name)));
  if (row.names.empty()) names.push_back(fmt::format("\\fI{}\\fR", roff(row.label)));
  const bool has_value = !row.value.empty() && row.value != row.label;
  return fmt::format(".TP\n{}{}{}\n{}\n", fmt::join(names, ", "),
                     has_value ? fmt::format(" \\fI{}\\fR", roff(row.value)) : "", row.is_repeated ? " ..." : "",
                     roff(row.text));
}

std::string synopsis(const VerbRow& verb) {
  std::string text = fmt::format(".B graphwright {}\n[\\fIOPTIONS\\fR]", verb.name);
  for (const OptionRow& row : verb.arguments) {
    const std::string name = fmt::format("\\fI{}\\fR{}", roff(row.label), row.is_repeated ? " ..." : "");
    text += row.is_required ? " " + name : fmt::format(" [{}]", name);
  }
  return text + "\n";
}

bool talks_to_stores(const VerbRow& verb) {
  return std::any_of(verb.options.begin(), verb.options.end(),
                     [](const OptionRow& row) { return row.names.back() == "--credentials"; });
}

}  // namespace

std::string verb_page(const VerbRow& verb) {
  std::string page = title("graphwright-" + verb.name);
  page += fmt::format(".SH NAME\ngraphwright\\-{} \\- {}\n.SH SYNOPSIS\n", verb.name, roff(verb.summary));
  page += synopsis(verb);
  page += fmt::format(".SH DESCRIPTION\n{}.\n", roff(verb.summary));
  if (!verb.arguments.empty()) page += ".SH ARGUMENTS\n";
  for (const OptionRow& row : verb.arguments) page += entry(row);
  page += ".SH OPTIONS\n";
  for (const OptionRow& row : verb.options) page += entry(row);
  page.append(exit_codes).append(environment);
  if (talks_to_stores(verb)) page += store_environment;
  return page + ".SH SEE ALSO\n.BR graphwright (1)\n";
}

std::string program_page(std::span<const VerbRow> verbs) {
  std::string page = title("graphwright");
  page +=
      ".SH NAME\ngraphwright \\- knowledge graphs as code\n.SH SYNOPSIS\n.B graphwright\n\\fIVERB\\fR "
      "[\\fIOPTIONS\\fR]\n.br\n.B graphwright\n\\fIVERB\\fR \\fB\\-\\-help\\fR\n.br\n"
      ".B graphwright \\-\\-version\n.SH DESCRIPTION\n"
      "Reads what people know about who did what to whom from fact files, RDF, tables, graph files and news text,\n"
      "checks it against an ontology, and writes the files that other programs open.\n"
      "Data goes to the standard output, messages to the standard error.\n.SH VERBS\n";
  for (const VerbRow& verb : verbs)
    page += fmt::format(".TP\n.BR graphwright\\-{} (1)\n{}.\n", verb.name, roff(verb.summary));
  page.append(exit_codes).append(environment).append(store_environment);
  page += ".SH SEE ALSO\n.BR dot (1),\n.BR rapper (1)\n";
  return page;
}

}  // namespace graphwright::cli
