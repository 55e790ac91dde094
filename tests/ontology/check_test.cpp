#include "graphwright/check.hpp"

#include <gtest/gtest.h>

#include "graph_text.hpp"

namespace graphwright {
namespace {

using test::graph_of;
using test::messages_of;
using test::ontology_of;

const Ontology& politics() {
  static const Ontology ontology = ontology_of(
      "dip:ontology a owl:Ontology\n"
      "dip:Person a owl:Class\n"
      "dip:Minister rdfs:subClassOf dip:Person\n"
      "dip:Minister a owl:Class\n"
      "dip:Polity a owl:Class\n"
      "dip:Place a owl:Class\n"
      "dip:Office a owl:Class\n"
      "_:d a owl:AllDisjointClasses\n"
      "_:d owl:members ( dip:Person dip:Place dip:Office )\n"
      "dip:region-part-of a owl:ObjectProperty\n"
      "dip:region-part-of rdfs:domain dip:Place\n"
      "dip:region-part-of rdfs:range _:u\n"
      "_:u owl:unionOf ( dip:Place dip:Polity )\n"
      "dip:holds-office a owl:ObjectProperty\n"
      "dip:holds-office rdfs:domain dip:Person\n"
      "dip:holds-office rdfs:range dip:Office\n"
      "dip:office-held-by owl:inverseOf dip:holds-office\n"
      "dip:office-held-by a owl:ObjectProperty\n"
      "dip:population a owl:DatatypeProperty\n"
      "dip:population rdfs:range xsd:nonNegativeInteger\n"
      "dip:motto a owl:DatatypeProperty\n"
      "dip:motto rdfs:range rdfs:Literal\n");
  return ontology;
}

std::string check_lines(std::string_view lines, std::string names_below = {}) {
  Diagnostics diagnostics;
  check(graph_of(lines), politics(), {std::move(names_below)}, diagnostics);
  return messages_of(diagnostics);
}

TEST(Check, AcceptsWhatFits) {
  EXPECT_EQ(check_lines("karabakh a dip:Place\n"
                        "azerbaijan a dip:Polity\n"
                        "azerbaijan a dip:Place\n"
                        "karabakh dip:region-part-of azerbaijan | time=1994/..\n"
                        "mirzoyan a dip:Minister\n"
                        "mirzoyan dip:holds-office minister\n"
                        "minister dip:office-held-by mirzoyan\n"
                        "azerbaijan dip:population \"10000000\"^^xsd:integer\n"
                        "azerbaijan dip:motto \"x\"@en\n"
                        "azerbaijan rdfs:label \"Azerbaijan\"@en\n"),
            "");
}

TEST(Check, DomainNamesTheSubjectAndWhereItIsDeclared) {
  EXPECT_EQ(check_lines("antony-blinken a dip:Person\n"
                        "azerbaijan a dip:Polity\n"
                        "antony-blinken dip:region-part-of azerbaijan\n"),
            "3:error: 'region-part-of' needs a Place as subject, but 'antony-blinken' is a Person [domain]\n"
            "  1: 'antony-blinken' is declared here\n");
}

TEST(Check, RangeNamesAllThatAUnionAdmits) {
  EXPECT_EQ(check_lines("x a dip:Place\n"
                        "minister a dip:Office\n"
                        "x dip:region-part-of minister | modality=denied\n"),
            "3:error: 'region-part-of' needs a Place or Polity as object, but 'minister' is an Office [range]\n"
            "  2: 'minister' is declared here\n");
}

TEST(Check, InverseRelationsAreCheckedTheOtherWayRound) {
  EXPECT_EQ(check_lines("mirzoyan a dip:Person\nmirzoyan dip:office-held-by mirzoyan\n"),
            "2:error: 'office-held-by' needs an Office as subject, but 'mirzoyan' is a Person [domain]\n"
            "  1: 'mirzoyan' is declared here\n");
}

TEST(Check, PassesOverWhatHasNoKnownType) { EXPECT_EQ(check_lines("x dip:region-part-of y\ny a wikidata-item\n"), ""); }

TEST(Check, DisjointClassesNameBothPlaces) {
  EXPECT_EQ(check_lines("georgia a dip:Place\ngeorgia a dip:Polity\ngeorgia a dip:Minister\n"),
            "3:error: 'georgia' cannot be both a Place and a Minister [disjoint]\n"
            "  1: it is made a Place here\n");
}

TEST(Check, UnknownNamesOfTheOntologyAreReportedOnceWithASuggestion) {
  EXPECT_EQ(check_lines("a1 a dip:Persn\n"
                        "a1 dip:hold-office b\n"
                        "a2 dip:hold-office b\n"
                        "a3 dip:Person b\n"
                        "a3 https://other.example/hold-office b\n"),
            "1:error: unknown class 'Persn' [unknown-class]\n"
            "  did you mean 'Person'?\n"
            "2:error: unknown relation 'hold-office' (2 times) [unknown-relation]\n"
            "  did you mean 'holds-office'?\n"
            "4:error: unknown relation 'Person', which is a class [unknown-relation]\n");
}

TEST(Check, UndeclaredNamesAreReportedOnlyBelowTheBase) {
  constexpr std::string_view lines =
      "node armenia\n"
      "karabakh a dip:Place\n"
      "karabakh dip:region-part-of armenai | place=yerevn speaker=armenia\n"
      "karabakh dip:region-part-of dip:outside\n"
      "brief rdfs:label \"a source\"\n";
  EXPECT_EQ(check_lines(lines), "");
  EXPECT_EQ(check_lines(lines, "https://example.org/"),
            "3:error: 'armenai' is declared nowhere [unknown-entity]\n"
            "  did you mean 'armenia'?\n"
            "3:error: the place 'yerevn' is declared nowhere [dangling-reference]\n");
}

TEST(Check, ValuesMustFitTheirDatatype) {
  EXPECT_EQ(check_lines("a dip:population \"many\"^^xsd:integer\n"
                        "b dip:population \"-5\"^^xsd:integer\n"
                        "c dip:population \"5\"\n"
                        "d dip:population e\n"
                        "e dip:holds-office \"minister\"\n"
                        "f rdfs:comment \"maybe\"^^xsd:boolean\n"),
            "1:error: \"many\" is no xsd:nonNegativeInteger [bad-literal]\n"
            "2:error: \"-5\" is no xsd:nonNegativeInteger [bad-literal]\n"
            "3:error: 'population' needs an xsd:nonNegativeInteger as object, but \"5\" is an xsd:string [range]\n"
            "4:error: 'population' needs an xsd:nonNegativeInteger as object, but 'e' is a resource [range]\n"
            "5:error: 'holds-office' needs an Office as object, but \"minister\" is a text [range]\n"
            "6:error: \"maybe\" is no xsd:boolean [bad-literal]\n");
}

TEST(Check, DatesMustExistAndIntervalsRunForward) {
  EXPECT_EQ(check_lines("a rdfs:comment \"2023-02-29\"^^xsd:date\n"
                        "a rdfs:comment \"2024-02-29\"^^xsd:date\n"
                        "a rdfs:comment \"29.2.2024\"^^xsd:date\n"
                        "a rdfs:seeAlso b | time=2024-02-30\n"
                        "a rdfs:seeAlso c | time=2020/1998\n"
                        "a rdfs:seeAlso d | time=soon\n"
                        "a rdfs:seeAlso e | time=199X\n"),
            "1:error: \"2023-02-29\" is no day of the calendar [impossible-date]\n"
            "3:error: \"29.2.2024\" is no xsd:date [bad-literal]\n"
            "4:error: '2024-02-30' does not exist: that month has 29 days [impossible-date]\n"
            "5:error: '2020/1998' ends before it begins [reversed-interval]\n"
            "6:error: 'soon' is not a time: a time is written such as 2022-11-07, 2022-11, 2022, 199X, 2022~ or "
            "2020-09-27/2020-11-10 [time-syntax]\n");
}

TEST(Check, AttributedFactsNeedASpeaker) {
  EXPECT_EQ(check_lines("a rdfs:seeAlso b | modality=attributed\na rdfs:seeAlso b | modality=attributed speaker=c\n"),
            "1:error: an attributed fact needs a speaker: who says so? [missing-speaker]\n");
}

}  // namespace
}  // namespace graphwright
