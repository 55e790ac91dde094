#pragma once

#include <string_view>

/// The rules of OWL 2 RL that are applied (OWL 2 Profiles, 4.3), as ontology/vocabulary.ttl names them.
namespace graphwright::entailment::rule {

inline constexpr std::string_view inverse_1 = "https://w3id.org/graphwright/vocabulary#prp-inv1";
inline constexpr std::string_view inverse_2 = "https://w3id.org/graphwright/vocabulary#prp-inv2";
inline constexpr std::string_view symmetric = "https://w3id.org/graphwright/vocabulary#prp-symp";
inline constexpr std::string_view transitive = "https://w3id.org/graphwright/vocabulary#prp-trp";
inline constexpr std::string_view subproperty = "https://w3id.org/graphwright/vocabulary#prp-spo1";
inline constexpr std::string_view chain = "https://w3id.org/graphwright/vocabulary#prp-spo2";
inline constexpr std::string_view equivalent_property_1 = "https://w3id.org/graphwright/vocabulary#prp-eqp1";
inline constexpr std::string_view equivalent_property_2 = "https://w3id.org/graphwright/vocabulary#prp-eqp2";
inline constexpr std::string_view domain = "https://w3id.org/graphwright/vocabulary#prp-dom";
inline constexpr std::string_view range = "https://w3id.org/graphwright/vocabulary#prp-rng";
inline constexpr std::string_view functional = "https://w3id.org/graphwright/vocabulary#prp-fp";
inline constexpr std::string_view inverse_functional = "https://w3id.org/graphwright/vocabulary#prp-ifp";
inline constexpr std::string_view key = "https://w3id.org/graphwright/vocabulary#prp-key";
inline constexpr std::string_view irreflexive = "https://w3id.org/graphwright/vocabulary#prp-irp";
inline constexpr std::string_view asymmetric = "https://w3id.org/graphwright/vocabulary#prp-asyp";
inline constexpr std::string_view disjoint_property = "https://w3id.org/graphwright/vocabulary#prp-pdw";
inline constexpr std::string_view all_disjoint_properties = "https://w3id.org/graphwright/vocabulary#prp-adp";
inline constexpr std::string_view negative_1 = "https://w3id.org/graphwright/vocabulary#prp-npa1";
inline constexpr std::string_view negative_2 = "https://w3id.org/graphwright/vocabulary#prp-npa2";

inline constexpr std::string_view subclass = "https://w3id.org/graphwright/vocabulary#cax-sco";
inline constexpr std::string_view equivalent_class_1 = "https://w3id.org/graphwright/vocabulary#cax-eqc1";
inline constexpr std::string_view equivalent_class_2 = "https://w3id.org/graphwright/vocabulary#cax-eqc2";
inline constexpr std::string_view disjoint_class = "https://w3id.org/graphwright/vocabulary#cax-dw";
inline constexpr std::string_view all_disjoint_classes = "https://w3id.org/graphwright/vocabulary#cax-adc";

inline constexpr std::string_view intersection_1 = "https://w3id.org/graphwright/vocabulary#cls-int1";
inline constexpr std::string_view intersection_2 = "https://w3id.org/graphwright/vocabulary#cls-int2";
inline constexpr std::string_view class_union = "https://w3id.org/graphwright/vocabulary#cls-uni";
inline constexpr std::string_view complement = "https://w3id.org/graphwright/vocabulary#cls-com";
inline constexpr std::string_view nothing = "https://w3id.org/graphwright/vocabulary#cls-nothing2";
inline constexpr std::string_view some_values_1 = "https://w3id.org/graphwright/vocabulary#cls-svf1";
inline constexpr std::string_view some_values_2 = "https://w3id.org/graphwright/vocabulary#cls-svf2";
inline constexpr std::string_view all_values = "https://w3id.org/graphwright/vocabulary#cls-avf";
inline constexpr std::string_view has_value_1 = "https://w3id.org/graphwright/vocabulary#cls-hv1";
inline constexpr std::string_view has_value_2 = "https://w3id.org/graphwright/vocabulary#cls-hv2";
inline constexpr std::string_view maximum_0 = "https://w3id.org/graphwright/vocabulary#cls-maxc1";
inline constexpr std::string_view maximum_1 = "https://w3id.org/graphwright/vocabulary#cls-maxc2";
inline constexpr std::string_view qualified_maximum_0 = "https://w3id.org/graphwright/vocabulary#cls-maxqc1";
inline constexpr std::string_view qualified_maximum_0_thing = "https://w3id.org/graphwright/vocabulary#cls-maxqc2";
inline constexpr std::string_view qualified_maximum_1 = "https://w3id.org/graphwright/vocabulary#cls-maxqc3";
inline constexpr std::string_view qualified_maximum_1_thing = "https://w3id.org/graphwright/vocabulary#cls-maxqc4";
inline constexpr std::string_view one_of = "https://w3id.org/graphwright/vocabulary#cls-oo";

inline constexpr std::string_view same_symmetric = "https://w3id.org/graphwright/vocabulary#eq-sym";
inline constexpr std::string_view same_transitive = "https://w3id.org/graphwright/vocabulary#eq-trans";
inline constexpr std::string_view same_subject = "https://w3id.org/graphwright/vocabulary#eq-rep-s";
inline constexpr std::string_view same_predicate = "https://w3id.org/graphwright/vocabulary#eq-rep-p";
inline constexpr std::string_view same_object = "https://w3id.org/graphwright/vocabulary#eq-rep-o";
inline constexpr std::string_view different = "https://w3id.org/graphwright/vocabulary#eq-diff1";
inline constexpr std::string_view all_different_1 = "https://w3id.org/graphwright/vocabulary#eq-diff2";
inline constexpr std::string_view all_different_2 = "https://w3id.org/graphwright/vocabulary#eq-diff3";

inline constexpr std::string_view schema_subclass = "https://w3id.org/graphwright/vocabulary#scm-sco";
inline constexpr std::string_view schema_equivalent_class_1 = "https://w3id.org/graphwright/vocabulary#scm-eqc1";
inline constexpr std::string_view schema_equivalent_class_2 = "https://w3id.org/graphwright/vocabulary#scm-eqc2";
inline constexpr std::string_view schema_subproperty = "https://w3id.org/graphwright/vocabulary#scm-spo";
inline constexpr std::string_view schema_equivalent_property_1 = "https://w3id.org/graphwright/vocabulary#scm-eqp1";
inline constexpr std::string_view schema_equivalent_property_2 = "https://w3id.org/graphwright/vocabulary#scm-eqp2";
inline constexpr std::string_view schema_domain_1 = "https://w3id.org/graphwright/vocabulary#scm-dom1";
inline constexpr std::string_view schema_domain_2 = "https://w3id.org/graphwright/vocabulary#scm-dom2";
inline constexpr std::string_view schema_range_1 = "https://w3id.org/graphwright/vocabulary#scm-rng1";
inline constexpr std::string_view schema_range_2 = "https://w3id.org/graphwright/vocabulary#scm-rng2";
inline constexpr std::string_view schema_intersection = "https://w3id.org/graphwright/vocabulary#scm-int";
inline constexpr std::string_view schema_union = "https://w3id.org/graphwright/vocabulary#scm-uni";
inline constexpr std::string_view schema_has_value = "https://w3id.org/graphwright/vocabulary#scm-hv";
inline constexpr std::string_view schema_some_values_1 = "https://w3id.org/graphwright/vocabulary#scm-svf1";
inline constexpr std::string_view schema_some_values_2 = "https://w3id.org/graphwright/vocabulary#scm-svf2";
inline constexpr std::string_view schema_all_values_1 = "https://w3id.org/graphwright/vocabulary#scm-avf1";
inline constexpr std::string_view schema_all_values_2 = "https://w3id.org/graphwright/vocabulary#scm-avf2";

}  // namespace graphwright::entailment::rule
