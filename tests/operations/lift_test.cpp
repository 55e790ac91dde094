#include "graphwright/lift.hpp"

#include <set>

#include <gtest/gtest.h>

#include "graphwright/graph_builder.hpp"
#include "graphwright/isomorphism.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "quads.hpp"
#include "random_facts.hpp"

namespace graphwright {
namespace {

Graph as_rdf(const Graph& graph, StatementMode mode) {
  Graph rdf;
  GraphBuilder builder(rdf);
  replay(graph, {.statements = mode, .derived = Derived::all}, builder);
  return rdf;
}

std::string text_of(const Graph& graph) {
  std::string text;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const Statement one = graph.statement(StatementId{row});
    for (TermId term : {one.subject, one.predicate, one.object, one.graph}) {
      append_ntriples(graph.view(term), text);
      text += ' ';
    }
    text += graph.is_stated(StatementId{row}) ? ".\n" : "(not stated)\n";
  }
  for (std::uint32_t row = 0; row < graph.facts().size(); ++row) text += "fact " + fact_iri(graph, FactId{row}) + "\n";
  for (std::uint32_t row = 0; row < graph.evidence().size(); ++row)
    text += "evidence " + evidence_iri(graph, row) + "\n";
  return text;
}

/// How each conclusion follows, by names; premises as a set.
std::set<std::string> derivations_of(const Graph& graph) {
  std::set<std::string> texts;
  for (const Derivation& one : graph.derivations()) {
    std::set<std::string> premises;
    for (const Premise& premise : one.premises) premises.insert(premise_iri(graph, premise));
    std::string text = premise_iri(graph, one.conclusion) + (one.is_relation ? " relation by " : " by ");
    text += graph.terms().text(one.rule);
    for (const std::string& premise : premises) text += "\n  " + premise;
    texts.insert(text);
  }
  return texts;
}

/// The words of descriptions under short names.
std::string with_words(std::string text) {
  const std::pair<std::string_view, std::string_view> words[] = {
      {"rdf:", iri::rdf::ns}, {"gw:", iri::gw::ns}, {"oa:", iri::oa::ns}, {"prov:", iri::prov::ns}};
  for (const auto& [prefix, ns] : words)
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at + 1)) {
      const std::size_t end = text.find_first_of(" \n", at);
      const std::string iri = "<" + std::string(ns) + text.substr(at + prefix.size(), end - at - prefix.size()) + ">";
      text.replace(at, end - at, iri);
    }
  return text;
}

struct LiftResult {
  Graph graph;
  LiftCounts counts;
  std::string warnings;
};

LiftResult lifted(const std::string& lines) {
  LiftResult result{graph_of(with_words(lines)), {}, {}};
  Diagnostics diagnostics;
  result.counts = lift(result.graph, diagnostics);
  for (const Diagnostic& one : diagnostics.all()) result.warnings += one.message + "\n";
  return result;
}

const std::string year = "\"2020\"^^<http://id.loc.gov/datatypes/edtf>";

TEST(Lift, RoundTripKeepsFactsEvidenceAndDerivations) {
  std::mt19937 random(1848);
  for (int round = 0; round < 200; ++round) {
    const Graph graph = random_facts(random);
    for (StatementMode mode : {StatementMode::rdf11, StatementMode::rdf12}) {
      Graph back = as_rdf(graph, mode);
      Diagnostics diagnostics;
      lift(back, diagnostics);
      ASSERT_TRUE(is_isomorphic(graph, back)) << "round " << round << "\n"
                                              << text_of(graph) << "---\n"
                                              << text_of(back);
      ASSERT_EQ(derivations_of(graph), derivations_of(back)) << "round " << round << "\n" << text_of(graph);
      ASSERT_TRUE(diagnostics.all().empty()) << diagnostics.all().front().message;
    }
  }
}

TEST(Lift, LiftedTwiceIsLiftedOnce) {
  std::mt19937 random(4);
  const Graph graph = random_facts(random);
  Graph back = as_rdf(graph, StatementMode::rdf12);
  Diagnostics diagnostics;
  lift(back, diagnostics);
  EXPECT_EQ(lift(back, diagnostics).facts, 0U);
  EXPECT_TRUE(is_isomorphic(graph, back));
}

TEST(Lift, AnnotationsByHandBecomeFacts) {
  const LiftResult result =
      lifted(":a :met :b .\n_:r rdf:reifies <<( :a :met :b )>> .\n_:r gw:time " + year +
             " .\n_:r gw:hasEvidence _:e .\n_:e prov:wasQuotedFrom :report .\n_:e oa:exact \"they met\" .\n");
  EXPECT_EQ(result.warnings, "");
  EXPECT_EQ(result.counts.facts, 1U);
  EXPECT_EQ(result.counts.evidence, 1U);
  ASSERT_EQ(result.graph.statement_count(), 1U);
  EXPECT_FALSE(result.graph.is_stated(StatementId{0}));
  EXPECT_EQ(result.graph.fact(FactId{0}).modality, Modality::asserted);
  EXPECT_EQ(result.graph.view(result.graph.fact(FactId{0}).time).text, "2020");
  EXPECT_EQ(result.graph.view(result.graph.evidence()[0].quote).text, "they met");
}

TEST(Lift, ReificationInOtherWordsIsData) {
  const std::string lines =
      ":s rdf:type rdf:Statement .\n:s rdf:subject :a .\n:s rdf:predicate :met .\n:s rdf:object :b .\n"
      ":s :certainty \"high\" .\n_:r rdf:reifies <<( :a :met :b )>> .\n_:r :source :book .\n";
  const LiftResult result = lifted(lines);
  EXPECT_EQ(result.counts.facts, 0U);
  EXPECT_EQ(result.warnings, "");
  EXPECT_TRUE(is_isomorphic(result.graph, graph_of(with_words(lines))));
}

/// What stays data, with why.
std::string left(const std::string& lines) {
  const LiftResult result = lifted(lines);
  EXPECT_EQ(result.counts.facts, 0U);
  EXPECT_EQ(result.counts.left, 1U);
  EXPECT_TRUE(is_isomorphic(result.graph, graph_of(with_words(lines))));
  return result.warnings;
}

TEST(Lift, WhatCannotBeAFactStaysDataAndSaysWhy) {
  const std::string about = ":a :met :b .\n_:r rdf:reifies <<( :a :met :b )>> .\n_:r gw:time " + year + " .\n";
  EXPECT_EQ(left(about + "_:r :certainty \"high\" .\n"),
            "what is said of _:r stays data: more is said of it than a fact can hold\n");
  EXPECT_EQ(left(about + ":x :mentions _:r .\n"),
            "what is said of _:r stays data: other statements refer to it, and its name is not its content\n");
  EXPECT_EQ(left(about + "_:r gw:time \"2021\"^^<http://id.loc.gov/datatypes/edtf> .\n"),
            "what is said of _:r stays data: it has two values of https://w3id.org/graphwright/vocabulary#time\n");
  EXPECT_EQ(left("_:r rdf:reifies <<( :a :met :b )>> .\n_:r gw:time " + year + " .\n"),
            "what is said of _:r stays data: it has no gw:modality, and its statement is not asserted\n");
  EXPECT_EQ(left(about + "_:r gw:modality gw:asserted :g .\n_:r gw:hasEvidence _:e .\n"),
            "what is said of _:r stays data: several graphs speak of it\n");
  EXPECT_EQ(left(about + "_:r gw:hasEvidence :report .\n"),
            "what is said of _:r stays data: of its evidence <http://example.org/report>: nothing is said of it\n");
  EXPECT_EQ(left(about + "_:r gw:hasEvidence _:e .\n_:e oa:exact \"x\" .\n_:e :page \"7\" .\n"),
            "what is said of _:r stays data: of its evidence _:e: more is said of it than evidence can hold\n");
  EXPECT_EQ(left(about + "_:r gw:latest \"1999-01-01\"^^<http://www.w3.org/2001/XMLSchema#date> .\n"),
            "what is said of _:r stays data: more is said of it than a fact can hold\n");
}

TEST(Lift, NotesOnOurOwnFactsStayBesideThem) {
  Graph graph;
  Fact fact;
  fact.time = graph.terms().intern(TermView::literal("2020", iri::edtf));
  const FactId id = graph.add_fact({term_of(graph, ":a"), term_of(graph, ":met"), term_of(graph, ":b")}, fact);
  const std::string name = fact_iri(graph, id);
  Graph rdf = as_rdf(graph, StatementMode::rdf11);
  add_lines(rdf, "<" + name + "> :reviewedBy :bob .\n:bob :reviewed <" + name + "> .\n");
  Diagnostics diagnostics;
  EXPECT_EQ(lift(rdf, diagnostics).facts, 1U);
  EXPECT_TRUE(diagnostics.all().empty());
  add_lines(graph, "<" + name + "> :reviewedBy :bob .\n:bob :reviewed <" + name + "> .\n");
  EXPECT_TRUE(is_isomorphic(rdf, graph)) << text_of(rdf);
}

}  // namespace
}  // namespace graphwright
