// The examples of data/ are read without a message, against the names of their own ontologies.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "fact_project.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;

const fs::path root = GRAPHWRIGHT_SOURCE_DIR;

/// The names that a Turtle file declares, by its habit of one declaration at the beginning of a line.
Vocabulary names_of(const fs::path& ontology, const std::string& prefix, const std::string& ns) {
  static const std::map<std::string, NameKind> kinds{
      {"Class", NameKind::class_}, {"ObjectProperty", NameKind::relation}, {"DatatypeProperty", NameKind::attribute}};
  const std::regex declaration("^" + prefix + ":([A-Za-z0-9-]+) a owl:([A-Za-z]+).*");
  const std::regex range(".*rdfs:range xsd:([A-Za-z]+).*");
  Vocabulary vocabulary;
  std::ifstream stream(ontology);
  std::string line;
  std::string name;
  std::map<std::string, VocabularyName> names;
  for (std::smatch match; std::getline(stream, line);) {
    if (std::regex_match(line, match, declaration)) {
      const auto kind = kinds.find(match[2]);
      name = kind == kinds.end() ? std::string{} : match[1].str();
      if (!name.empty()) names[name] = {ns + name, kind->second, {}};
    } else if (!name.empty() && std::regex_match(line, match, range)) {
      names[name].datatype = "http://www.w3.org/2001/XMLSchema#" + match[1].str();
    }
  }
  for (const auto& [one, meaning] : names) vocabulary.add(one, meaning);
  return vocabulary;
}

/// How many facts are held in a modality.
std::size_t count(const Graph& graph, Modality modality) {
  std::size_t number = 0;
  for (const Fact& fact : graph.facts()) number += fact.modality == modality ? 1 : 0;
  return number;
}

TEST(Example, SouthCaucasusIsReadWithoutAMessage) {
  const Vocabulary vocabulary =
      names_of(root / "ontology" / "diplomacy.ttl", "dip", "https://w3id.org/graphwright/diplomacy#");
  ASSERT_GT(vocabulary.names().size(), 100U);
  const Project project(root / "data" / "south-caucasus", vocabulary);
  EXPECT_EQ(project.text_of_messages, "");
  EXPECT_GT(project.graph.evidence().size(), 60U);
  EXPECT_GE(count(project.graph, Modality::attributed), 5U);
  EXPECT_GE(count(project.graph, Modality::hypothetical), 4U);
  EXPECT_EQ(count(project.graph, Modality::denied), 2U);
}

TEST(Example, EveryStatementOfTheSouthCaucasusIsQuoted) {
  const Vocabulary vocabulary =
      names_of(root / "ontology" / "diplomacy.ttl", "dip", "https://w3id.org/graphwright/diplomacy#");
  const Project project(root / "data" / "south-caucasus", vocabulary);
  const Graph& graph = project.graph;
  const std::string ns = "https://w3id.org/graphwright/diplomacy#";
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    const std::string_view property = graph.view(graph.statement(id).predicate).text;
    if (!property.starts_with(ns) || property == ns + "iso-3166-code") continue;
    ASSERT_FALSE(graph.facts_of(id).empty()) << property;
    for (FactId fact : graph.facts_of(id)) EXPECT_FALSE(graph.evidence_of(fact).empty()) << property;
  }
}

TEST(Example, ElwhaRiverIsReadWithAnOntologyOfItsOwn) {
  const fs::path folder = root / "data" / "elwha-river";
  const Project project(folder, names_of(folder / "rivers.ttl", "", "https://example.org/rivers#"));
  EXPECT_EQ(project.text_of_messages, "");
  EXPECT_GT(project.graph.evidence().size(), 20U);
}

}  // namespace
}  // namespace graphwright
