#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "graphwright/output.hpp"

#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct ProjectFile {
  std::string_view name;
  std::string_view text;
};

constexpr std::string_view manifest_text = R"(# What the graph is made of, and what is written from it.
graphwright: 1
title: My first graph

# The IRI that all your names begin with: `armenia` becomes <https://example.org/my-graph/armenia>.
base: https://example.org/my-graph/

# Short names for other people's namespaces, for use as wd:Q399.
prefixes:
  wd: http://www.wikidata.org/entity/

# The classes and relations that you may use: the built-in `diplomacy`, a file of your own, or a list of both.
ontology: diplomacy

# The texts that your quotes come from. Each quote must stand in its source, word for word.
sources:
  report:
    file: report.txt
    title: A report
    publisher: Example Press
    date: 2022-11-08

# The fact files, in any order; RDF files (Turtle, N-Triples, RDF/XML, ...) can stand here too.
inputs:
  - facts.yaml

# What `graphwright build graph.yaml` writes into out/.
exports:
  - graph.ttl
  - graph.graphml
  - graph.dot
  - graph.svg
  - graph.html
)";

constexpr std::string_view facts_text = R"(# Who did what to whom, and where it is said.
graphwright: 1
source: report

entities:
  ada-smith: {class: Person, label: Ada Smith}
  foreign-minister: {class: Office, label: foreign minister}
  freedonia: {class: [Polity, Place], label: Freedonia}
  sylvania: {class: [Polity, Place], label: Sylvania}

facts:
  # One quote can bear several facts.
  - quote: Ada Smith, foreign minister of Freedonia
    facts:
      - ada-smith holds-office foreign-minister
      - ada-smith represents freedonia
  # Time is a date as exact as you know it: 2022-11-07, 2022-11, 2022, 199X, 1998/2000.
  - quote: Freedonia and Sylvania agreed to a cease-fire
    time: 2022-11-07
    facts: freedonia ceasefire-with sylvania
  # What somebody else says is kept apart from what your source states.
  - quote: Smith said that Sylvania had attacked Freedonia
    according-to: ada-smith
    facts: sylvania attacked freedonia
)";

constexpr std::string_view report_text = R"(Freedonia and Sylvania agreed to a cease-fire on November 7.
"We had no choice," said Ada Smith, foreign minister of Freedonia.
Smith said that Sylvania had attacked Freedonia in the night.
)";

constexpr std::array<ProjectFile, 3> project{
    {{"graph.yaml", manifest_text}, {"facts.yaml", facts_text}, {"report.txt", report_text}}};

int init(const std::string& folder) {
  namespace fs = std::filesystem;
  for (const ProjectFile& file : project)
    if (fs::exists(fs::path(folder) / file.name))
      throw UsageError(fmt::format("{}/{} is there already; nothing was written", folder, file.name));
  fs::create_directories(folder);
  for (const ProjectFile& file : project) {
    const std::unique_ptr<Output> output = open_output((fs::path(folder) / file.name).string());
    output->write(file.text);
    output->commit();
    fmt::print("{}/{}\n", folder, file.name);
  }
  fmt::print("\nNext: graphwright build {}/graph.yaml\n", folder);
  return exit_fine;
}

}  // namespace

std::function<int(Session&)> declare_init(CLI::App& app) {
  auto folder = std::make_shared<std::string>();
  app.add_option("DIR", *folder, "folder to make")->type_name("DIR")->required();
  return [folder](Session&) { return init(*folder); };
}

}  // namespace graphwright::cli
