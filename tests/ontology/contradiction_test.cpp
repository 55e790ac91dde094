#include "graphwright/contradiction.hpp"

#include <gtest/gtest.h>

#include "graph_text.hpp"

namespace graphwright {
namespace {

/// A line a contradiction: its rule, its message and the lines of the facts.
std::string listed(std::string_view text) {
  Graph graph = test::graph_of(text);
  Diagnostics diagnostics;
  const Ontology ontology(graph, diagnostics);
  std::string lines;
  for (const Contradiction& one : find_contradictions(graph, Graph(), ontology, {}, diagnostics)) {
    lines += one.rule + ": " + one.message + " at";
    for (const Premise& fact : one.facts) {
      const Location at = fact.fact == FactId::none ? graph.location(fact.statement) : graph.location(fact.fact);
      lines += " " + std::to_string(at.line);
    }
    lines += "\n";
  }
  EXPECT_EQ(test::messages_of(diagnostics), "");
  return lines;
}

TEST(Contradictions, WhatOneSaysAndAnotherDenies) {
  EXPECT_EQ(listed("c attacked b | time=1994 source=herald quote=yes\n"
                   "c attacked b | modality=denied speaker=a source=tribune quote=no\n"),
            "denied: 'c' 'attacked' 'b' is said and denied at 1 2\n");
  EXPECT_EQ(listed("c attacked b\nc attacked b | modality=denied speaker=a\n"),
            "denied: 'c' 'attacked' 'b' is said and denied at 1 2\n");
}

TEST(Contradictions, NotAtOtherTimesOrPlacesAndNotWhatIsOnlyThought) {
  EXPECT_EQ(listed("c attacked b | time=1994\nc attacked b | modality=denied time=1995\n"), "");
  EXPECT_EQ(listed("c attacked b | place=x\nc attacked b | modality=denied place=y\n"), "");
  EXPECT_EQ(listed("c attacked b | modality=hypothetical\nc attacked b | modality=denied\n"), "");
}

TEST(Contradictions, ADenialMeetsWhatFollows) {
  EXPECT_EQ(listed("near a owl:SymmetricProperty\nc near b | source=herald quote=yes\nb near c | modality=denied\n"),
            "denied: 'b' 'near' 'c' is said and denied at 2 3\n");
}

TEST(Contradictions, TwoValuesOfWhatHasOneAtATime) {
  const std::string capital = "capital a owl:FunctionalProperty\n";
  EXPECT_EQ(listed(capital + "f capital x | time=2000/2005\nf capital y | time=2004/2008\n"),
            "functional: 'f' has one 'capital' at a time, but two are stated: 'x' and 'y' at 2 3\n");
  EXPECT_EQ(listed(capital + "f capital x | time=2000/2003\nf capital y | time=2004/2008\n"), "");
  EXPECT_EQ(listed(capital + "f capital x\nf capital y\nx owl:sameAs y\n"), "");
  EXPECT_EQ(listed("height a owl:FunctionalProperty\nt height \"1\"^^xsd:integer\nt height \"2\"^^xsd:integer\n"),
            "prp-fp: \"1\" and \"2\" would have to be the same value at 2 3\n");
}

TEST(Contradictions, DisjointClassesThroughWhatFollows) {
  EXPECT_EQ(listed("Person a owl:Class\nPlace a owl:Class\nPerson owl:disjointWith Place\n"
                   "lives-in rdfs:range Place\nann a Person\neve lives-in ann\n"),
            "");
  EXPECT_EQ(listed("Person a owl:Class\nPlace a owl:Class\nPerson owl:disjointWith Place\n"
                   "City rdfs:subClassOf Place\nann a Person\nann a City\n"),
            "cax-dw: 'ann' cannot be both 'Person' and 'Place' at 5 6\n");
}

TEST(Contradictions, AGroupOfManyIsNoMoreThanItsMembers) {
  std::string text = "all a owl:AllDisjointClasses\nall owl:members (";
  for (int i = 0; i < 20000; ++i) text += " C" + std::to_string(i);
  EXPECT_EQ(listed(text + " )\nx a C7\nx a C19999\n"), "cax-adc: 'x' cannot be both 'C19999' and 'C7' at 3 4\n");
}

TEST(Contradictions, AnOntologyThatContradictsItself) {
  const auto messages = [](std::string_view text) {
    const Graph graph = test::graph_of(text);
    Diagnostics diagnostics;
    const Ontology ontology(graph, diagnostics);
    return test::messages_of(diagnostics);
  };
  EXPECT_EQ(messages("A a owl:Class\nB a owl:Class\nA owl:disjointWith B\nC a owl:Class\nC rdfs:subClassOf A\n"
                     "C rdfs:subClassOf B\nD a owl:Class\nD rdfs:subClassOf C\n"),
            "4:error: nothing can be of the class 'C': it is 'A' and 'B', which exclude each other "
            "[contradictory-ontology]\n  3: that they exclude each other is said here\n");
  EXPECT_EQ(messages("A a owl:Class\nB a owl:Class\nA owl:equivalentClass B\nA owl:disjointWith B\n"),
            "1:error: nothing can be of the class 'A': it is 'A' and 'B', which exclude each other "
            "[contradictory-ontology]\n  4: that they exclude each other is said here\n");
  EXPECT_EQ(messages("p a owl:SymmetricProperty\np a owl:AsymmetricProperty\n"),
            "1:error: 'p' is both SymmetricProperty and AsymmetricProperty, which exclude each other "
            "[contradictory-ontology]\n  2: the other is said here\n");
  EXPECT_EQ(messages("A a owl:Class\nB a owl:Class\nA owl:disjointWith B\np a owl:SymmetricProperty\n"), "");
}

}  // namespace
}  // namespace graphwright
