#include "graphwright/infer.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "graph_text.hpp"

namespace graphwright {
namespace {

using test::facts_of;
using test::graph_of;
using test::messages_of;
using test::ontology_of;
using test::statements_of;

const Ontology& politics() {
  static const Ontology ontology = ontology_of(
      "Person a owl:Class\n"
      "State a owl:Class\n"
      "Minister rdfs:subClassOf Person\n"
      "Person rdfs:subClassOf Actor\n"
      "host owl:inverseOf host-of\n"
      "guest rdfs:subPropertyOf participant\n"
      "hosted owl:inverseOf hosted-by\n"
      "hosted owl:propertyChainAxiom ( host-of guest )\n"
      "met a owl:SymmetricProperty\n"
      "rule-met a gw:SharedRoleRule\n"
      "rule-met gw:role participant\n"
      "rule-met gw:yields met\n"
      "represents rdfs:domain Person\n"
      "rule-stand a gw:RepresentationRule\n"
      "rule-stand gw:via represents\n"
      "rule-stand gw:appliesTo hosted\n"
      "rule-stand gw:appliesTo met\n"
      "part-of rdfs:subPropertyOf within\n"
      "within a owl:TransitiveProperty\n"
      "venue rdfs:subPropertyOf gw:place\n"
      "removed owl:propertyChainAxiom ( ^removal-by removal-of )\n"
      "lives-in owl:propertyChainAxiom ( lives-in within )\n"
      "within rdfs:range Place\n");
  return ontology;
}

Graph inferred(std::string_view lines, Derived derived = Derived::relations) {
  Graph graph = graph_of(lines);
  Diagnostics diagnostics;
  infer(graph, politics(), {.derived = derived}, diagnostics);
  EXPECT_EQ(messages_of(diagnostics), "");
  return graph;
}

TEST(Infer, DirectRelationsTakeTimePlaceAndEvidenceFromTheEvent) {
  EXPECT_EQ(facts_of(inferred("t host us | time=2022-11-07 place=dc source=brief quote=hosted\n"
                              "t guest armenia | time=2022-11-07 place=dc source=brief quote=hosted\n"
                              "t guest azerbaijan | time=2022-11-07 place=dc source=brief quote=hosted\n")),
            "armenia met azerbaijan | 2022-11-07 in dc \"hosted\" <- rule-met (relation)\n"
            "t guest armenia | 2022-11-07 in dc \"hosted\"\n"
            "t guest azerbaijan | 2022-11-07 in dc \"hosted\"\n"
            "t host us | 2022-11-07 in dc \"hosted\"\n"
            "t participant armenia | 2022-11-07 in dc <- gw:prp-spo1\n"
            "t participant azerbaijan | 2022-11-07 in dc <- gw:prp-spo1\n"
            "us host-of t | 2022-11-07 in dc <- gw:prp-inv1\n"
            "us hosted armenia | 2022-11-07 in dc \"hosted\" <- gw:prp-spo2 (relation)\n"
            "us hosted azerbaijan | 2022-11-07 in dc \"hosted\" <- gw:prp-spo2 (relation)\n");
}

TEST(Infer, BareRolesTakeWhatTheEventSaysOfItself) {
  EXPECT_EQ(facts_of(inferred("t removal-by service\n"
                              "t removal-of dam\n"
                              "t gw:time \"2012-03\"\n"
                              "t venue park\n")),
            "service removed dam | 2012-03 in park <- gw:prp-spo2 (relation)\n");
}

TEST(Infer, BareRolesGiveBareRelations) {
  EXPECT_EQ(statements_of(inferred("t removal-by service\nt removal-of dam\n")),
            "service removed dam <- gw:prp-spo2 (relation)\n"
            "t removal-by service\n"
            "t removal-of dam\n");
}

TEST(Infer, OneFactAnEvent) {
  EXPECT_EQ(facts_of(inferred("w1 removal-by a | time=1947\n"
                              "w1 removal-of b | time=1947\n"
                              "w2 removal-by a | time=1965\n"
                              "w2 removal-of b | time=1965\n")),
            "a removed b | 1947 <- gw:prp-spo2 (relation)\n"
            "a removed b | 1965 <- gw:prp-spo2 (relation)\n"
            "w1 removal-by a | 1947\n"
            "w1 removal-of b | 1947\n"
            "w2 removal-by a | 1965\n"
            "w2 removal-of b | 1965\n");
}

TEST(Infer, AnEventThatYieldsTheSameFactAddsItsEvidence) {
  const std::string facts =
      facts_of(inferred("w1 removal-by a | source=s quote=one\n"
                        "w1 removal-of b | source=s quote=one\n"
                        "w2 removal-by a | source=s quote=two\n"
                        "w2 removal-of b | source=s quote=two\n"));
  EXPECT_NE(facts.find("a removed b | \"one\" \"two\" <- gw:prp-spo2 (relation)\n"), std::string::npos) << facts;
}

TEST(Infer, WhatIsStatedStaysStated) {
  const Graph graph = inferred(
      "a removed b | time=1947 source=s quote=stated\n"
      "w removal-by a | time=1947 source=s quote=event\n"
      "w removal-of b | time=1947 source=s quote=event\n");
  EXPECT_EQ(facts_of(graph).find("a removed b | 1947 \"stated\"\n"), 0U);
  EXPECT_EQ(graph.derivations().size(), 0U);
}

TEST(Infer, NobodyMeetsHimself) {
  EXPECT_EQ(facts_of(inferred("t participant a | time=2001\nt participant a | time=2002\n")),
            "t participant a | 2001\n"
            "t participant a | 2002\n");
}

TEST(Infer, TheWeakestModalityAndTheSpeakerAreKept) {
  const std::string facts =
      facts_of(inferred("t participant a | modality=attributed speaker=price\n"
                        "t participant b | modality=hypothetical\n"
                        "u participant a | modality=attributed speaker=price\n"
                        "u participant c | modality=attributed speaker=lavrov\n"
                        "v participant a | modality=denied\n"
                        "v participant d\n"));
  EXPECT_NE(facts.find("a met b | hypothetical by price <- rule-met (relation)\n"), std::string::npos) << facts;
  EXPECT_EQ(facts.find("a met c"), std::string::npos) << facts;
  EXPECT_NE(facts.find("a met d | denied <- rule-met (relation)\n"), std::string::npos) << facts;
}

TEST(Infer, FromWhatIsDeniedNoSuperpropertyFollows) {
  EXPECT_EQ(facts_of(inferred("x part-of y | modality=denied\nx hosted y | modality=denied\n", Derived::all)),
            "x hosted y | denied\n"
            "x part-of y | denied\n"
            "y hosted-by x | denied <- gw:prp-inv1\n");
}

TEST(Infer, PersonsStandForWhatTheyRepresentWhereTheTimesOverlap) {
  const std::string facts =
      facts_of(inferred("blinken hosted mirzoyan | time=2022-11-07 place=dc source=brief quote=hosted\n"
                        "blinken represents us | time=2021/2024 source=brief quote=office\n"
                        "mirzoyan represents armenia | source=brief quote=office\n"
                        "mirzoyan represents ussr | time=1980/1991\n"));
  EXPECT_NE(facts.find("us hosted armenia | 2022-11-07 in dc \"hosted\" <- rule-stand (relation)\n"), std::string::npos)
      << facts;
  EXPECT_EQ(facts.find("us hosted ussr"), std::string::npos) << facts;
  EXPECT_EQ(facts.find("us hosted mirzoyan"), std::string::npos) << facts;
  EXPECT_EQ(facts.find("blinken hosted armenia"), std::string::npos) << facts;
}

TEST(Infer, RepresentationLeavesStatesAndUnrepresentedPersonsAlone) {
  const std::string statements =
      statements_of(inferred("russia hosted pashinyan\n"
                             "pashinyan represents armenia\n"
                             "russia hosted expert\n"
                             "expert a Minister\n"
                             "lavrov represents russia\n"
                             "lavrov met putin\n"
                             "putin represents russia\n"));
  EXPECT_NE(statements.find("russia hosted armenia <- rule-stand (relation)\n"), std::string::npos) << statements;
  EXPECT_EQ(statements.find("russia met"), std::string::npos) << statements;
  EXPECT_EQ(std::count(statements.begin(), statements.end(), '\n'), 8) << statements;
}

TEST(Infer, AnEnvoyOfAPersonStandsForThePersonsState) {
  const std::string statements =
      statements_of(inferred("envoy represents president\n"
                             "president represents us\n"
                             "envoy met rebels\n"));
  EXPECT_NE(statements.find("rebels met us <- rule-stand (relation)\n"), std::string::npos) << statements;
}

TEST(Infer, RepresentationInACircleEnds) {
  EXPECT_EQ(statements_of(inferred("a represents b\nb represents a\na met c\n")),
            "a met c\n"
            "a represents b\n"
            "b represents a\n");
}

TEST(Infer, RelationsAloneLeaveOutWhatTheyDoNotNeed) {
  EXPECT_EQ(statements_of(inferred("a part-of b\nb part-of c\na hosted b\na met b\nm a Minister\n")),
            "a hosted b\n"
            "a met b\n"
            "a part-of b\n"
            "b part-of c\n"
            "m a Minister\n");
}

TEST(Infer, AllDerivesInverseSymmetricTransitiveAndClasses) {
  EXPECT_EQ(statements_of(inferred("a part-of b\nb part-of c\nx hosted y\nx met y\nm a Minister\n", Derived::all)),
            "a part-of b\n"
            "a within b <- gw:prp-spo1\n"
            "a within c <- gw:prp-trp\n"
            "b a Place <- gw:prp-rng\n"
            "b part-of c\n"
            "b within c <- gw:prp-spo1\n"
            "c a Place <- gw:prp-rng\n"
            "m a Actor <- gw:cax-sco\n"
            "m a Minister\n"
            "m a Person <- gw:cax-sco\n"
            "x hosted y\n"
            "x met y\n"
            "y hosted-by x <- gw:prp-inv1\n"
            "y met x <- gw:prp-symp\n");
}

TEST(Infer, InferenceTypesOnlyWhatHasNoType) {
  const std::string statements = statements_of(inferred("a within b\nb a elsewhere\n", Derived::all));
  EXPECT_EQ(statements.find("b a Place"), std::string::npos) << statements;
}

TEST(Infer, OnlyWhatNobodyDisputesIsChainedTransitively) {
  const std::string facts =
      facts_of(inferred("a within b | speaker=us\n"
                        "b within c\n"
                        "d within e | modality=attributed speaker=us\n"
                        "e within f\n"
                        "g within h | time=1990/2000\n"
                        "h within i | time=1995/2010\n"
                        "h within j | time=2005\n",
                        Derived::all));
  EXPECT_EQ(facts.find("a within c"), std::string::npos) << facts;
  EXPECT_EQ(facts.find("d within f"), std::string::npos) << facts;
  EXPECT_NE(facts.find("g within i | 1995/2000 <- gw:prp-trp\n"), std::string::npos) << facts;
  EXPECT_EQ(facts.find("g within j"), std::string::npos) << facts;
}

TEST(Infer, AChainThatContinuesItsOwnRelationIsNoDirectRelation) {
  const std::string statements = statements_of(inferred("x lives-in a\na within b\n", Derived::all));
  EXPECT_NE(statements.find("x lives-in b <- gw:prp-spo2\n"), std::string::npos) << statements;
}

TEST(Infer, CirclesEnd) {
  EXPECT_EQ(statements_of(inferred("a within b\nb within c\nc within a\na a x\nb a x\nc a x\n", Derived::all)),
            "a a x\n"
            "a within b\n"
            "a within c <- gw:prp-trp\n"
            "b a x\n"
            "b within a <- gw:prp-trp\n"
            "b within c\n"
            "c a x\n"
            "c within a\n"
            "c within b <- gw:prp-trp\n");
}

TEST(Infer, PremisesAreNamedInTheOrderOfTheRule) {
  const Graph graph = inferred("t removal-by service\nt removal-of dam\n");
  ASSERT_EQ(graph.derivations().size(), 1U);
  const std::vector<Premise>& premises = graph.derivations()[0].premises;
  ASSERT_EQ(premises.size(), 2U);
  EXPECT_EQ(graph.view(graph.statement(premises[0].statement).predicate).text, "https://example.org/removal-by");
  EXPECT_EQ(graph.view(graph.statement(premises[1].statement).predicate).text, "https://example.org/removal-of");
}

TEST(Infer, TheLimitIsAnErrorAndNotACrash) {
  Graph graph = graph_of("a within b\nb within c\nc within d\nd within e\n");
  Diagnostics diagnostics;
  const InferenceCounts counts = infer(graph, politics(), {Derived::all, 3}, diagnostics);
  EXPECT_EQ(counts.others, 3U);
  EXPECT_EQ(messages_of(diagnostics),
            "0:error: more than 3 statements follow; the rest was not derived [inference-limit]\n");
}

TEST(Infer, NoneDerivesNothing) {
  EXPECT_EQ(inferred("t removal-by service\nt removal-of dam\n", Derived::none).statement_count(), 2U);
}

TEST(Infer, TheOrderOfTheStatementsMakesNoDifference) {
  std::vector<std::string> lines{"t host blinken | time=2022-11-07 source=b quote=q1",
                                 "t guest mirzoyan | time=2022-11-07 source=b quote=q1",
                                 "t guest bayramov | time=2022-11-07 source=b quote=q2",
                                 "t participant blinken | time=2022-11-07 source=b quote=q1",
                                 "blinken represents us",
                                 "mirzoyan represents armenia | time=2021/..",
                                 "bayramov represents azerbaijan",
                                 "u participant mirzoyan",
                                 "u participant bayramov",
                                 "u gw:time \"2022-10-06\"",
                                 "a within b",
                                 "b within c",
                                 "c within d",
                                 "a within c"};
  const auto text_of = [&] {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    const Graph graph = inferred(text, Derived::all);
    return statements_of(graph) + facts_of(graph);
  };
  const std::string expected = text_of();
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same orders in every run
  for (int round = 0; round < 20; ++round) {
    std::shuffle(lines.begin(), lines.end(), random);
    ASSERT_EQ(text_of(), expected);
  }
}

}  // namespace
}  // namespace graphwright
