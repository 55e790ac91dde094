#include "graphwright/owl_rl.hpp"

#include <algorithm>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "graphwright/builtin_ontology.hpp"

#include "graph_text.hpp"

namespace graphwright {
namespace {

using test::facts_of;
using test::graph_of;
using test::messages_of;
using test::statements_of;

/// The derived lines of a graph in which data and axioms stand together, and the messages.
struct Derived {
  std::string lines;
  std::string messages;
};

Derived derived(std::string_view text, std::string_view rules = {}, OwlRlScope scope = OwlRlScope::whole) {
  Graph graph = graph_of(text);
  Diagnostics diagnostics;
  const std::vector<UserRule> own = read_rules(rules, FileId::none, "https://example.org/", diagnostics);
  infer_owl_rl(graph, Graph(), own, {.scope = scope}, diagnostics);
  Derived result;
  std::istringstream all(statements_of(graph) + facts_of(graph));
  for (std::string line; std::getline(all, line);)
    if (line.find(" <- ") != std::string::npos) result.lines += line + "\n";
  result.messages = messages_of(diagnostics);
  return result;
}

struct RuleCase {
  const char* rule;
  const char* text;
  /// What must be derived, among other things: a line without its rule.
  const char* expected;
};

class OwlRlRule : public testing::TestWithParam<RuleCase> {};

TEST_P(OwlRlRule, ConcludesWhatTheRecommendationSays) {
  const RuleCase& one = GetParam();
  const Derived found = derived(one.text);
  const std::string wanted = std::string(one.expected) + " <- gw:" + one.rule + "\n";
  EXPECT_NE(found.lines.find(wanted), std::string::npos) << "wanted " << wanted << "got\n" << found.lines;
  EXPECT_EQ(found.messages, "");
}

TEST_P(OwlRlRule, IsDeclaredInTheVocabulary) {
  const std::string declaration = std::string("gw:") + GetParam().rule + " a gw:Rule";
  EXPECT_NE(builtin_ontology("vocabulary").front().turtle.find(declaration), std::string_view::npos) << declaration;
}

constexpr RuleCase rule_cases[]{
    {"prp-dom", "p rdfs:domain C\nx p y\n", "x a C"},
    {"prp-rng", "p rdfs:range C\nx p y\n", "y a C"},
    {"prp-fp", "p a owl:FunctionalProperty\nx p y\nx p z\n", "y owl:sameAs z"},
    {"prp-ifp", "p a owl:InverseFunctionalProperty\nx p z\ny p z\n", "x owl:sameAs y"},
    {"prp-symp", "p a owl:SymmetricProperty\nx p y\n", "y p x"},
    {"prp-trp", "p a owl:TransitiveProperty\nx p y\ny p z\n", "x p z"},
    {"prp-spo1", "p rdfs:subPropertyOf q\nx p y\n", "x q y"},
    {"prp-spo2", "q owl:propertyChainAxiom ( p1 p2 p3 )\na p1 b\nb p2 c\nc p3 d\n", "a q d"},
    {"prp-eqp1", "p owl:equivalentProperty q\nx p y\n", "x q y"},
    {"prp-eqp2", "p owl:equivalentProperty q\nx q y\n", "x p y"},
    {"prp-inv1", "p owl:inverseOf q\nx p y\n", "y q x"},
    {"prp-inv2", "p owl:inverseOf q\nx q y\n", "y p x"},
    {"prp-key", "C owl:hasKey ( p q )\nx a C\ny a C\nx p \"1\"\ny p \"1\"\nx q k\ny q k\n", "y owl:sameAs x"},
    {"cls-int1", "C owl:intersectionOf ( A B )\nx a A\nx a B\n", "x a C"},
    {"cls-int2", "C owl:intersectionOf ( A B )\nx a C\n", "x a B"},
    {"cls-uni", "C owl:unionOf ( A B )\nx a B\n", "x a C"},
    {"cls-svf1", "R owl:someValuesFrom C\nR owl:onProperty p\nx p y\ny a C\n", "x a R"},
    {"cls-svf2", "R owl:someValuesFrom owl:Thing\nR owl:onProperty p\nx p y\n", "x a R"},
    {"cls-avf", "R owl:allValuesFrom C\nR owl:onProperty p\nx p y\nx a R\n", "y a C"},
    {"cls-hv1", "R owl:hasValue v\nR owl:onProperty p\nx a R\n", "x p v"},
    {"cls-hv2", "R owl:hasValue v\nR owl:onProperty p\nx p v\n", "x a R"},
    {"cls-maxc2", "R owl:maxCardinality \"1\"^^xsd:nonNegativeInteger\nR owl:onProperty p\nx a R\nx p y\nx p z\n",
     "z owl:sameAs y"},
    {"cls-maxqc3",
     "R owl:maxQualifiedCardinality \"1\"^^xsd:nonNegativeInteger\nR owl:onProperty p\nR owl:onClass C\nx a R\nx p y\n"
     "x p z\nx p w\ny a C\nz a C\n",
     "z owl:sameAs y"},
    {"cls-maxqc4",
     "R owl:maxQualifiedCardinality \"1\"^^xsd:nonNegativeInteger\nR owl:onProperty p\nR owl:onClass owl:Thing\nx a R\n"
     "x p y\nx p z\n",
     "z owl:sameAs y"},
    {"cls-oo", "C owl:oneOf ( x y )\n", "y a C"},
    {"cax-sco", "C rdfs:subClassOf D\nx a C\n", "x a D"},
    {"cax-eqc1", "C owl:equivalentClass D\nx a C\n", "x a D"},
    {"cax-eqc2", "C owl:equivalentClass D\nx a D\n", "x a C"},
    {"eq-sym", "x owl:sameAs y\n", "y owl:sameAs x"},
    {"eq-trans", "x owl:sameAs y\ny owl:sameAs z\n", "x owl:sameAs z"},
    {"eq-rep-s", "x owl:sameAs y\nx p z\n", "y p z"},
    {"eq-rep-p", "p owl:sameAs q\nx p z\n", "x q z"},
    {"eq-rep-o", "x owl:sameAs y\nz p x\n", "z p y"},
    {"scm-sco", "A rdfs:subClassOf B\nB rdfs:subClassOf C\n", "A rdfs:subClassOf C"},
    {"scm-eqc1", "A owl:equivalentClass B\n", "B rdfs:subClassOf A"},
    {"scm-eqc2", "A rdfs:subClassOf B\nB rdfs:subClassOf A\n", "A owl:equivalentClass B"},
    {"scm-spo", "p rdfs:subPropertyOf q\nq rdfs:subPropertyOf r\n", "p rdfs:subPropertyOf r"},
    {"scm-eqp1", "p owl:equivalentProperty q\n", "q rdfs:subPropertyOf p"},
    {"scm-eqp2", "p rdfs:subPropertyOf q\nq rdfs:subPropertyOf p\n", "p owl:equivalentProperty q"},
    {"scm-dom1", "p rdfs:domain A\nA rdfs:subClassOf B\n", "p rdfs:domain B"},
    {"scm-dom2", "q rdfs:domain A\np rdfs:subPropertyOf q\n", "p rdfs:domain A"},
    {"scm-rng1", "p rdfs:range A\nA rdfs:subClassOf B\n", "p rdfs:range B"},
    {"scm-rng2", "q rdfs:range A\np rdfs:subPropertyOf q\n", "p rdfs:range A"},
    {"scm-int", "C owl:intersectionOf ( A B )\n", "C rdfs:subClassOf B"},
    {"scm-uni", "C owl:unionOf ( A B )\n", "A rdfs:subClassOf C"},
    {"scm-hv", "R owl:hasValue v\nR owl:onProperty p\nS owl:hasValue v\nS owl:onProperty q\np rdfs:subPropertyOf q\n",
     "R rdfs:subClassOf S"},
    {"scm-svf1",
     "R owl:someValuesFrom A\nR owl:onProperty p\nS owl:someValuesFrom B\nS owl:onProperty p\nA rdfs:subClassOf B\n",
     "R rdfs:subClassOf S"},
    {"scm-svf2",
     "R owl:someValuesFrom A\nR owl:onProperty p\nS owl:someValuesFrom A\nS owl:onProperty q\np rdfs:subPropertyOf q\n",
     "R rdfs:subClassOf S"},
    {"scm-avf1",
     "R owl:allValuesFrom A\nR owl:onProperty p\nS owl:allValuesFrom B\nS owl:onProperty p\nA rdfs:subClassOf B\n",
     "R rdfs:subClassOf S"},
    {"scm-avf2",
     "R owl:allValuesFrom A\nR owl:onProperty p\nS owl:allValuesFrom A\nS owl:onProperty q\np rdfs:subPropertyOf q\n",
     "S rdfs:subClassOf R"},
};

INSTANTIATE_TEST_SUITE_P(Table, OwlRlRule, testing::ValuesIn(rule_cases), [](const auto& one) {
  std::string name = one.param.rule;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

/// scm-cls, by which a class is below itself, is not applied; its consequences are.
TEST(OwlRl, RestrictionsThatSayTheSameAreBelowEachOther) {
  for (const auto& [predicate, rule] :
       {std::pair("owl:someValuesFrom", "scm-svf1"), std::pair("owl:allValuesFrom", "scm-avf1"),
        std::pair("owl:hasValue", "scm-hv")}) {
    std::string text;
    for (const char* one : {"R ", "S "}) text += std::string(one) + predicate + " A\n" + one + "owl:onProperty p\n";
    const std::string found = derived(text).lines;
    for (const char* wanted : {"R rdfs:subClassOf S <- gw:", "S rdfs:subClassOf R <- gw:"})
      EXPECT_NE(found.find(std::string(wanted) + rule + "\n"), std::string::npos) << found;
    EXPECT_EQ(found.find("R rdfs:subClassOf R"), std::string::npos) << found;
  }
}

struct ContradictionCase {
  const char* rule;
  const char* text;
  /// The line at which the message stands, and what it says before the rule's name.
  const char* line;
  const char* message;
};

class OwlRlContradiction : public testing::TestWithParam<ContradictionCase> {};

TEST_P(OwlRlContradiction, IsReportedAtTheLastFactBehindIt) {
  const ContradictionCase& one = GetParam();
  const std::string messages = derived(one.text).messages;
  const std::string wanted = std::string(one.line) + ":error: " + one.message + " (" + one.rule + ") [inconsistent]\n";
  EXPECT_TRUE(messages.starts_with(wanted)) << "wanted " << wanted << "got " << messages;
  EXPECT_EQ(messages.find("error:"), messages.rfind("error:")) << messages;
}

constexpr ContradictionCase contradiction_cases[]{
    {"eq-diff1", "x owl:sameAs y\ny owl:differentFrom x\n", "2",
     "'x' and 'y' are said to be the same and to be different"},
    {"eq-diff2", "d a owl:AllDifferent\nd owl:members ( x y )\nx owl:sameAs y\n", "3",
     "'x' and 'y' would have to be the same, but are declared to be different"},
    {"eq-diff3", "d a owl:AllDifferent\nd owl:distinctMembers ( x y )\nx owl:sameAs y\n", "3",
     "'x' and 'y' would have to be the same, but are declared to be different"},
    {"prp-fp", "p a owl:FunctionalProperty\nx p \"1\"^^xsd:integer\nx p \"2\"^^xsd:integer\n", "3",
     "\"1\" and \"2\" would have to be the same value"},
    {"prp-irp", "p a owl:IrreflexiveProperty\nx p x\n", "2", "nothing stands in 'p' to itself, but 'x' does"},
    {"prp-asyp", "p a owl:AsymmetricProperty\nx p y\ny p x\n", "3",
     "'p' holds in one direction only, but 'x' and 'y' stand in it both ways"},
    {"prp-pdw", "p owl:propertyDisjointWith q\nx p y\nx q y\n", "3",
     "'p' and 'q' exclude each other, but 'x' stands in both to 'y'"},
    {"prp-adp", "d a owl:AllDisjointProperties\nd owl:members ( p q )\nx p y\nx q y\n", "4",
     "'p' and 'q' exclude each other, but 'x' stands in both to 'y'"},
    {"prp-npa1", "n owl:sourceIndividual x\nn owl:assertionProperty p\nn owl:targetIndividual y\nx p y\n", "4",
     "the ontology says that 'x' does not stand in 'p' to 'y'"},
    {"prp-npa2", "n owl:sourceIndividual x\nn owl:assertionProperty p\nn owl:targetValue \"1\"\nx p \"1\"\n", "4",
     "the ontology says that 'x' does not stand in 'p' to \"1\""},
    {"cls-nothing2", "x a owl:Nothing\n", "1", "'x' would have to be a member of the empty class"},
    {"cls-com", "A owl:complementOf B\nx a A\nx a B\n", "3", "'x' cannot be both 'A' and 'B'"},
    {"cls-maxc1", "R owl:maxCardinality \"0\"\nR owl:onProperty p\nx a R\nx p y\n", "4", "'x' may not have any 'p'"},
    {"cls-maxqc1", "R owl:maxQualifiedCardinality \"0\"\nR owl:onProperty p\nR owl:onClass C\nx a R\nx p y\ny a C\n",
     "6", "'x' may not have any 'p'"},
    {"cls-maxqc2", "R owl:maxQualifiedCardinality \"0\"\nR owl:onProperty p\nR owl:onClass owl:Thing\nx a R\nx p y\n",
     "5", "'x' may not have any 'p'"},
    {"cax-dw", "A owl:disjointWith B\nx a A\nx a B\n", "3", "'x' cannot be both 'A' and 'B'"},
    {"cax-adc", "d a owl:AllDisjointClasses\nd owl:members ( A B C )\nx a A\nx a C\n", "4",
     "'x' cannot be both 'A' and 'C'"},
};

INSTANTIATE_TEST_SUITE_P(Table, OwlRlContradiction, testing::ValuesIn(contradiction_cases), [](const auto& one) {
  std::string name = one.param.rule;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(OwlRl, FindsWhatFollowsThroughClassesWithoutAName) {
  EXPECT_EQ(derived("Parent owl:equivalentClass _:r\n_:r owl:someValuesFrom Person\n_:r owl:onProperty child\n"
                    "ann child bob\nbob a Person\n")
                .lines,
            "ann a Parent <- gw:cls-svf1\n");
}

TEST(OwlRl, ReportsContradictionsBehindConclusions) {
  EXPECT_EQ(derived("A owl:disjointWith B\nC rdfs:subClassOf A\np rdfs:range B\nx a C\ny p x\n").messages,
            "5:error: 'x' cannot be both 'A' and 'B' (cax-dw) [inconsistent]\n"
            "  4: with 'x' 'rdf:type' 'C'\n");
}

TEST(OwlRl, FactsAtDifferentTimesNeitherJoinNorContradict) {
  const char* text =
      "p a owl:FunctionalProperty\n"
      "x p y | time=2000/2005\n"
      "x p z | time=2006/2010\n"
      "x p w | time=2004\n";
  EXPECT_EQ(derived(text, {}, OwlRlScope::cautious).lines, "w owl:sameAs y | 2004 <- gw:prp-fp\n");
}

TEST(OwlRl, WhatIsDeniedEntailsNothing) {
  EXPECT_EQ(derived("p rdfs:subPropertyOf q\nx p y | modality=denied\n").lines, "");
}

TEST(OwlRl, CautiousTypesOnlyWhatHasNoTypeAndCopiesNothing) {
  EXPECT_EQ(derived("p rdfs:domain C\np a owl:TransitiveProperty\nx p y\ny p x\nx a D\nx owl:sameAs z\n", {},
                    OwlRlScope::cautious)
                .lines,
            "y a C <- gw:prp-dom\n");
}

TEST(OwlRl, TheOrderOfTheStatementsMakesNoDifference) {
  std::vector<std::string> lines{"p a owl:TransitiveProperty",
                                 "p rdfs:subPropertyOf q",
                                 "q rdfs:domain C",
                                 "C rdfs:subClassOf D",
                                 "x p y",
                                 "y p z",
                                 "z p w",
                                 "y owl:sameAs v",
                                 "k a owl:FunctionalProperty",
                                 "x k a",
                                 "x k b",
                                 "E owl:unionOf ( C F )"};
  const auto text_of = [&] {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return derived(text).lines;
  };
  const std::string expected = text_of();
  EXPECT_NE(expected, "");
  std::mt19937 random(11);  // NOLINT(cert-msc51-cpp): the same orders in every run
  for (int round = 0; round < 20; ++round) {
    std::shuffle(lines.begin(), lines.end(), random);
    ASSERT_EQ(text_of(), expected);
  }
}

TEST(OwlRl, TheLimitIsAnError) {
  Graph graph = graph_of("p a owl:TransitiveProperty\na p b\nb p c\nc p d\nd p e\n");
  Diagnostics diagnostics;
  infer_owl_rl(graph, Graph(), {}, {.max_derived = 3}, diagnostics);
  EXPECT_EQ(messages_of(diagnostics),
            "0:error: more than 3 statements follow; the rest was not derived [inference-limit]\n");
}

TEST(OwlRl, TransitivityGivesWhatPlainSearchGives) {
  constexpr int count = 12;
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same graphs in every run
  for (int round = 0; round < 40; ++round) {
    bool reaches[count][count] = {};
    std::string text = "p a owl:TransitiveProperty\nq rdfs:subPropertyOf p\nq a owl:SymmetricProperty\n";
    for (unsigned edges = 4 + random() % 16; edges != 0; --edges) {
      const auto a = static_cast<int>(random() % count);
      const auto b = static_cast<int>(random() % count);
      const bool is_both_ways = random() % 4 == 0;
      reaches[a][b] = true;
      if (is_both_ways) reaches[b][a] = true;
      text += "n" + std::to_string(a) + (is_both_ways ? " q" : " p") + " n" + std::to_string(b) + "\n";
    }
    for (int k = 0; k < count; ++k)
      for (int i = 0; i < count; ++i)
        for (int j = 0; j < count; ++j) reaches[i][j] = reaches[i][j] || (reaches[i][k] && reaches[k][j]);
    Graph graph = graph_of(text);
    Diagnostics diagnostics;
    infer_owl_rl(graph, Graph(), {}, {.scope = OwlRlScope::whole}, diagnostics);
    const std::string all = "\n" + statements_of(graph);
    for (int i = 0; i < count; ++i)
      for (int j = 0; j < count; ++j) {
        const std::string line = "\nn" + std::to_string(i) + " p n" + std::to_string(j);
        const bool is_there = all.find(line + "\n") != std::string::npos || all.find(line + " <-") != std::string::npos;
        ASSERT_EQ(is_there, reaches[i][j]) << line << " in\n" << text;
      }
  }
}

// Rules of a user

constexpr std::string_view uncle =
    "@prefix : <https://example.org/> .\n"
    "{ ?x :parent ?y . ?y :brother ?z } => { ?x :uncle ?z . ?z a :Uncle } .\n";

TEST(UserRules, JoinTheirPremisesAndFeedEachOther) {
  const Derived found = derived("a parent b\nb brother c\nUncle rdfs:subClassOf Person\n", uncle);
  EXPECT_EQ(found.messages, "");
  EXPECT_NE(found.lines.find("a uncle c <- "), std::string::npos) << found.lines;
  EXPECT_NE(found.lines.find("c a Person <- gw:cax-sco\n"), std::string::npos) << found.lines;
}

TEST(UserRules, KeepTwoThingsApart) {
  const Derived found = derived("t guest a\nt guest b\n",
                                "@prefix : <https://example.org/>\n."
                                "@prefix log: <http://www.w3.org/2000/10/swap/log#> .\n"
                                "{ ?t :guest ?x , ?y . ?x log:notEqualTo ?y } => { ?x :met ?y } .\n");
  EXPECT_NE(found.lines.find("a met b"), std::string::npos) << found.lines;
  EXPECT_EQ(found.lines.find("a met a"), std::string::npos) << found.lines;
}

TEST(UserRules, AreNamedByTheirContent) {
  Diagnostics diagnostics;
  const auto first = read_rules(uncle, FileId::none, "https://example.org/", diagnostics);
  const auto again = read_rules("# the same\n" + std::string(uncle), FileId::none, "https://a.org/", diagnostics);
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first.front().iri, again.front().iri);
  EXPECT_EQ(again.front().location.line, 3U);
}

}  // namespace
}  // namespace graphwright
