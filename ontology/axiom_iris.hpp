#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "graphwright/vocabulary_iris.hpp"

/// The IRIs of axioms, and which of them are read.
namespace graphwright::axiom {

inline constexpr std::string_view owl_class = "http://www.w3.org/2002/07/owl#Class";
inline constexpr std::string_view owl_ontology = "http://www.w3.org/2002/07/owl#Ontology";
inline constexpr std::string_view owl_thing = "http://www.w3.org/2002/07/owl#Thing";
inline constexpr std::string_view swrl_rule = "http://www.w3.org/2003/11/swrl#Imp";
inline constexpr std::string_view rdfs_resource = "http://www.w3.org/2000/01/rdf-schema#Resource";
inline constexpr std::string_view rdfs_literal = "http://www.w3.org/2000/01/rdf-schema#Literal";
inline constexpr std::string_view rdfs_datatype = "http://www.w3.org/2000/01/rdf-schema#Datatype";
inline constexpr std::string_view object_property = "http://www.w3.org/2002/07/owl#ObjectProperty";
inline constexpr std::string_view datatype_property = "http://www.w3.org/2002/07/owl#DatatypeProperty";
inline constexpr std::string_view annotation_property = "http://www.w3.org/2002/07/owl#AnnotationProperty";
inline constexpr std::string_view symmetric_property = "http://www.w3.org/2002/07/owl#SymmetricProperty";
inline constexpr std::string_view transitive_property = "http://www.w3.org/2002/07/owl#TransitiveProperty";
inline constexpr std::string_view functional_property = "http://www.w3.org/2002/07/owl#FunctionalProperty";
inline constexpr std::string_view inverse_functional_property =
    "http://www.w3.org/2002/07/owl#InverseFunctionalProperty";
inline constexpr std::string_view reflexive_property = "http://www.w3.org/2002/07/owl#ReflexiveProperty";
inline constexpr std::string_view irreflexive_property = "http://www.w3.org/2002/07/owl#IrreflexiveProperty";
inline constexpr std::string_view asymmetric_property = "http://www.w3.org/2002/07/owl#AsymmetricProperty";
inline constexpr std::string_view property_disjoint_with = "http://www.w3.org/2002/07/owl#propertyDisjointWith";
inline constexpr std::string_view all_disjoint_properties = "http://www.w3.org/2002/07/owl#AllDisjointProperties";
inline constexpr std::string_view negative_assertion = "http://www.w3.org/2002/07/owl#NegativePropertyAssertion";
inline constexpr std::string_view source_individual = "http://www.w3.org/2002/07/owl#sourceIndividual";
inline constexpr std::string_view assertion_property = "http://www.w3.org/2002/07/owl#assertionProperty";
inline constexpr std::string_view target_individual = "http://www.w3.org/2002/07/owl#targetIndividual";
inline constexpr std::string_view target_value = "http://www.w3.org/2002/07/owl#targetValue";
inline constexpr std::string_view different_from = "http://www.w3.org/2002/07/owl#differentFrom";
inline constexpr std::string_view all_different = "http://www.w3.org/2002/07/owl#AllDifferent";
inline constexpr std::string_view distinct_members = "http://www.w3.org/2002/07/owl#distinctMembers";
inline constexpr std::string_view owl_nothing = "http://www.w3.org/2002/07/owl#Nothing";
inline constexpr std::string_view intersection_of = "http://www.w3.org/2002/07/owl#intersectionOf";
inline constexpr std::string_view complement_of = "http://www.w3.org/2002/07/owl#complementOf";
inline constexpr std::string_view one_of = "http://www.w3.org/2002/07/owl#oneOf";
inline constexpr std::string_view on_property = "http://www.w3.org/2002/07/owl#onProperty";
inline constexpr std::string_view on_class = "http://www.w3.org/2002/07/owl#onClass";
inline constexpr std::string_view some_values_from = "http://www.w3.org/2002/07/owl#someValuesFrom";
inline constexpr std::string_view all_values_from = "http://www.w3.org/2002/07/owl#allValuesFrom";
inline constexpr std::string_view has_value = "http://www.w3.org/2002/07/owl#hasValue";
inline constexpr std::string_view max_cardinality = "http://www.w3.org/2002/07/owl#maxCardinality";
inline constexpr std::string_view max_qualified_cardinality = "http://www.w3.org/2002/07/owl#maxQualifiedCardinality";
inline constexpr std::string_view has_key = "http://www.w3.org/2002/07/owl#hasKey";
inline constexpr std::string_view all_disjoint_classes = "http://www.w3.org/2002/07/owl#AllDisjointClasses";
inline constexpr std::string_view equivalent_class = "http://www.w3.org/2002/07/owl#equivalentClass";
inline constexpr std::string_view equivalent_property = "http://www.w3.org/2002/07/owl#equivalentProperty";
inline constexpr std::string_view disjoint_with = "http://www.w3.org/2002/07/owl#disjointWith";
inline constexpr std::string_view union_of = "http://www.w3.org/2002/07/owl#unionOf";
inline constexpr std::string_view members = "http://www.w3.org/2002/07/owl#members";
inline constexpr std::string_view inverse_of = "http://www.w3.org/2002/07/owl#inverseOf";
inline constexpr std::string_view property_chain = "http://www.w3.org/2002/07/owl#propertyChainAxiom";
inline constexpr std::string_view shared_role_rule = "https://w3id.org/graphwright/vocabulary#SharedRoleRule";
inline constexpr std::string_view representation_rule = "https://w3id.org/graphwright/vocabulary#RepresentationRule";
inline constexpr std::string_view role = "https://w3id.org/graphwright/vocabulary#role";
inline constexpr std::string_view yields = "https://w3id.org/graphwright/vocabulary#yields";
inline constexpr std::string_view via = "https://w3id.org/graphwright/vocabulary#via";
inline constexpr std::string_view applies_to = "https://w3id.org/graphwright/vocabulary#appliesTo";

/// What a predicate makes of its subject and object: `class_list` and `property_list` are RDF lists.
enum class Names : std::uint8_t { nothing, class_, property, class_list, property_list };

struct AxiomShape {
  std::string_view predicate;
  Names subject;
  Names object;
};

/// The predicates by which a file speaks of classes and properties.
inline constexpr std::array<AxiomShape, 15> shapes{{
    {iri::rdfs::sub_class_of, Names::class_, Names::class_},
    {equivalent_class, Names::class_, Names::class_},
    {disjoint_with, Names::class_, Names::class_},
    {union_of, Names::class_, Names::class_list},
    {members, Names::nothing, Names::class_list},
    {iri::rdfs::sub_property_of, Names::property, Names::property},
    {equivalent_property, Names::property, Names::property},
    {inverse_of, Names::property, Names::property},
    {property_chain, Names::property, Names::property_list},
    {iri::rdfs::domain, Names::property, Names::class_},
    {iri::rdfs::range, Names::property, Names::class_},
    {role, Names::nothing, Names::property},
    {yields, Names::nothing, Names::property},
    {via, Names::nothing, Names::property},
    {applies_to, Names::nothing, Names::property},
}};

/// Names of OWL that are used, entail nothing, or whose meaning another name of the same axiom carries.
inline constexpr std::array<std::string_view, 56> without_effect{
    "AllDifferent",
    "AllDisjointClasses",
    "AllDisjointProperties",
    "AnnotationProperty",
    "AsymmetricProperty",
    "Axiom",
    "Class",
    "DatatypeProperty",
    "DeprecatedClass",
    "DeprecatedProperty",
    "FunctionalProperty",
    "InverseFunctionalProperty",
    "IrreflexiveProperty",
    "NamedIndividual",
    "NegativePropertyAssertion",
    "Nothing",
    "ObjectProperty",
    "Ontology",
    "OntologyProperty",
    "Restriction",
    "SymmetricProperty",
    "Thing",
    "TransitiveProperty",
    "allValuesFrom",
    "annotatedProperty",
    "annotatedSource",
    "annotatedTarget",
    "assertionProperty",
    "backwardCompatibleWith",
    "complementOf",
    "deprecated",
    "differentFrom",
    "disjointWith",
    "distinctMembers",
    "equivalentClass",
    "equivalentProperty",
    "hasKey",
    "hasValue",
    "imports",
    "incompatibleWith",
    "intersectionOf",
    "inverseOf",
    "members",
    "onClass",
    "onDataRange",
    "onProperty",
    "oneOf",
    "priorVersion",
    "propertyChainAxiom",
    "propertyDisjointWith",
    "sameAs",
    "someValuesFrom",
    "sourceIndividual",
    "targetIndividual",
    "targetValue",
    "unionOf",
};

constexpr bool is_without_effect(std::string_view local) {
  return local.starts_with("version") ||
         std::find(without_effect.begin(), without_effect.end(), local) != without_effect.end();
}

/// Whether an IRI names a datatype of the standards (RDF 1.2 Concepts, 5).
constexpr bool is_standard_datatype(std::string_view datatype) {
  return datatype.starts_with(iri::xsd::ns) || datatype == rdfs_literal || datatype == iri::edtf ||
         datatype == iri::rdf::lang_string || datatype == iri::rdf::dir_lang_string ||
         (datatype.starts_with(iri::rdf::ns) && (datatype.ends_with("#XMLLiteral") || datatype.ends_with("#HTML") ||
                                                 datatype.ends_with("#JSON") || datatype.ends_with("#PlainLiteral")));
}

}  // namespace graphwright::axiom
