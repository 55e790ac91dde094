#include "graphwright/ontology.hpp"

#include <gtest/gtest.h>

#include "graph_text.hpp"

namespace graphwright {
namespace {

using test::graph_of;
using test::messages_of;
using test::ontology_of;

constexpr std::string_view ns = "https://example.org/";

ClassId class_of(const Ontology& ontology, std::string_view name) {
  return ontology.find_class(std::string(ns) + std::string(name));
}

PropertyId property_of(const Ontology& ontology, std::string_view name) {
  return ontology.find_property(std::string(ns) + std::string(name));
}

std::string names(const Ontology& ontology, const std::vector<ClassUnion>& unions) {
  std::string text;
  for (const ClassUnion& one : unions) {
    text += text.empty() ? "" : " & ";
    for (ClassId id : one) text += (id == one.front() ? "" : "|") + std::string(local_name(ontology.at(id).iri));
  }
  return text;
}

TEST(Ontology, ClosesSubclassesAlsoInCircles) {
  const Ontology ontology = ontology_of(
      "A rdfs:subClassOf B\n"
      "B rdfs:subClassOf C\n"
      "C rdfs:subClassOf A\n"
      "D rdfs:subClassOf A\n");
  EXPECT_TRUE(ontology.is_subclass(class_of(ontology, "D"), class_of(ontology, "C")));
  EXPECT_TRUE(ontology.is_subclass(class_of(ontology, "A"), class_of(ontology, "C")));
  EXPECT_FALSE(ontology.is_subclass(class_of(ontology, "A"), class_of(ontology, "D")));
  EXPECT_EQ(ontology.superclasses(class_of(ontology, "A")).size(), 2U);
}

TEST(Ontology, TakesMembersOfANamedUnionAsSubclasses) {
  const Ontology ontology = ontology_of("Actor owl:equivalentClass _:u\n_:u owl:unionOf ( Person State )\n");
  EXPECT_TRUE(ontology.is_subclass(class_of(ontology, "State"), class_of(ontology, "Actor")));
  EXPECT_FALSE(ontology.is_subclass(class_of(ontology, "Actor"), class_of(ontology, "State")));
}

TEST(Ontology, ReadsUnionsAsOneDomainAndSeveralDomainsAsTheirIntersection) {
  const Ontology ontology = ontology_of(
      "met a owl:ObjectProperty\n"
      "met rdfs:domain _:u\n"
      "_:u owl:unionOf ( Person State )\n"
      "met rdfs:range Person\n"
      "met rdfs:range Living\n");
  const Property& met = ontology.at(property_of(ontology, "met"));
  EXPECT_EQ(names(ontology, met.domains), "Person|State");
  EXPECT_EQ(names(ontology, met.ranges), "Living & Person");
}

TEST(Ontology, FindsDomainsOfInversesAndOfSuperproperties) {
  const Ontology ontology = ontology_of(
      "hosted rdfs:domain State\n"
      "hosted rdfs:range Person\n"
      "hosted-by owl:inverseOf hosted\n"
      "received rdfs:subPropertyOf hosted\n");
  const Property& inverse = ontology.at(property_of(ontology, "hosted-by"));
  EXPECT_EQ(names(ontology, inverse.domains), "Person");
  EXPECT_EQ(names(ontology, inverse.ranges), "State");
  EXPECT_EQ(names(ontology, ontology.at(property_of(ontology, "received")).domains), "State");
}

TEST(Ontology, KnowsDisjointClassesAndTheirSubclasses) {
  const Ontology ontology = ontology_of(
      "_:d a owl:AllDisjointClasses\n"
      "_:d owl:members ( Person Place Event )\n"
      "Fish owl:disjointWith Dam\n"
      "War rdfs:subClassOf Event\n");
  EXPECT_TRUE(ontology.are_disjoint(class_of(ontology, "War"), class_of(ontology, "Place")));
  EXPECT_TRUE(ontology.are_disjoint(class_of(ontology, "Dam"), class_of(ontology, "Fish")));
  EXPECT_FALSE(ontology.are_disjoint(class_of(ontology, "War"), class_of(ontology, "Event")));
}

TEST(Ontology, ReadsChainsWithNamedAndUnnamedInverses) {
  const Ontology ontology = ontology_of(
      "removed a owl:ObjectProperty\n"
      "removed owl:propertyChainAxiom ( ^removal-by removal-of )\n"
      "removed owl:propertyChainAxiom ( remover-in removal-of )\n");
  const Property& removed = ontology.at(property_of(ontology, "removed"));
  ASSERT_EQ(removed.chains.size(), 2U);
  EXPECT_TRUE(removed.chains[0].front().is_inverse);
  EXPECT_EQ(removed.chains[0].front().property, property_of(ontology, "removal-by"));
  EXPECT_FALSE(removed.chains[1].front().is_inverse);
}

TEST(Ontology, SaysOnceWhatItDoesNotUse) {
  Diagnostics diagnostics;
  const Ontology ontology(graph_of("A a owl:Class\n"
                                   "A rdfs:subClassOf _:r\n"
                                   "_:r a owl:Restriction\n"
                                   "_:r owl:onProperty p\n"
                                   "_:r owl:minCardinality B\n"
                                   "_:s owl:minCardinality C\n"
                                   "p a owl:ReflexiveProperty\n"
                                   "q owl:propertyChainAxiom ( p )\n"
                                   "s a swrl:Imp\n"),
                          diagnostics);
  diagnostics.sort();
  EXPECT_EQ(messages_of(diagnostics),
            "5:warning: 'owl:minCardinality' is used neither by checks nor by inference (2 times) [unsupported-axiom]\n"
            "7:warning: 'owl:ReflexiveProperty' is used neither by checks nor by inference (1 time) "
            "[unsupported-axiom]\n"
            "8:warning: the property chain of 'q' is not used: it needs two to 8 properties or inverses of properties "
            "[unsupported-axiom]\n"
            "9:warning: 'swrl:Imp' is used neither by checks nor by inference (1 time) [unsupported-axiom]\n");
}

TEST(Ontology, SaysWhichRulesAreIncomplete) {
  Diagnostics diagnostics;
  const Ontology ontology(graph_of("r a gw:SharedRoleRule\nr gw:role p\ns a gw:RepresentationRule\ns gw:via p\n"),
                          diagnostics);
  EXPECT_EQ(messages_of(diagnostics),
            "1:warning: the rule 'r' is not used: it needs gw:role and gw:yields [incomplete-rule]\n"
            "3:warning: the rule 's' is not used: it needs gw:via and gw:appliesTo [incomplete-rule]\n");
  EXPECT_TRUE(ontology.shared_role_rules().empty());
}

TEST(Ontology, SurvivesListsThatNeverEnd) {
  const Ontology ontology = ontology_of(
      "C owl:unionOf _:l\n"
      "_:l rdf:first A\n"
      "_:l rdf:rest _:l\n");
  EXPECT_TRUE(ontology.is_subclass(class_of(ontology, "A"), class_of(ontology, "C")));
}

TEST(Ontology, OwnsTheNamespaceOfItsIriAndNotThoseItBorrowsFrom) {
  const Ontology ontology = ontology_of(
      "https a owl:Ontology\n"
      "https#Person a owl:Class\n"
      "gw:Fact a owl:Class\n");
  EXPECT_TRUE(ontology.owns("https://example.org/https#Persn"));
  EXPECT_FALSE(ontology.owns("https://w3id.org/graphwright/vocabulary#Fakt"));
}

TEST(Ontology, PrefersEnglishLabels) {
  const Ontology ontology = ontology_of(
      "A a owl:Class\n"
      "A rdfs:label \"der\"@de\n"
      "A rdfs:label \"the\"@en\n"
      "A rdfs:label \"plain\"\n");
  EXPECT_EQ(ontology.at(class_of(ontology, "A")).label, "the");
}

TEST(VocabularyOf, OffersLocalNamesWithTheirKindsAndDatatypes) {
  const Ontology ontology = ontology_of(
      "Person a owl:Class\n"
      "met a owl:ObjectProperty\n"
      "age a owl:DatatypeProperty\n"
      "age rdfs:range xsd:integer\n"
      "nickname a owl:DatatypeProperty\n"
      "nickname rdfs:range rdfs:Literal\n"
      "gw:speaker a owl:ObjectProperty\n");
  Diagnostics diagnostics;
  const Vocabulary vocabulary = vocabulary_of(ontology, diagnostics);
  EXPECT_EQ(vocabulary.find("Person")->kind, NameKind::class_);
  EXPECT_EQ(vocabulary.find("met")->kind, NameKind::relation);
  EXPECT_EQ(vocabulary.find("age")->datatype, "http://www.w3.org/2001/XMLSchema#integer");
  EXPECT_EQ(vocabulary.find("nickname")->datatype, "");
  EXPECT_EQ(vocabulary.find("speaker"), nullptr);
  EXPECT_EQ(vocabulary.nearest("mett", NameKind::relation), "met");
  EXPECT_EQ(messages_of(diagnostics), "");
}

TEST(VocabularyOf, WarnsWhereTwoNamesEndAlike) {
  const Ontology ontology = ontology_of("Person a owl:Class\nmine#Person a owl:Class\n");
  Diagnostics diagnostics;
  EXPECT_EQ(vocabulary_of(ontology, diagnostics).find("Person")->iri, "https://example.org/Person");
  EXPECT_EQ(messages_of(diagnostics),
            "2:warning: 'Person' stands for <https://example.org/Person>; to mean <https://example.org/mine#Person> "
            "write it with a prefix or in full [ambiguous-name]\n");
}

}  // namespace
}  // namespace graphwright
