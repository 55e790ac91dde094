#pragma once

#include <string_view>

/// The rules of OWL 2 RL that are applied, as ontology/vocabulary.ttl names them.
namespace graphwright::entailment::rule {

inline constexpr std::string_view inverse_1 = "https://w3id.org/graphwright/vocabulary#prp-inv1";
inline constexpr std::string_view inverse_2 = "https://w3id.org/graphwright/vocabulary#prp-inv2";
inline constexpr std::string_view symmetric = "https://w3id.org/graphwright/vocabulary#prp-symp";
inline constexpr std::string_view transitive = "https://w3id.org/graphwright/vocabulary#prp-trp";
inline constexpr std::string_view subproperty = "https://w3id.org/graphwright/vocabulary#prp-spo1";
inline constexpr std::string_view chain = "https://w3id.org/graphwright/vocabulary#prp-spo2";
inline constexpr std::string_view domain = "https://w3id.org/graphwright/vocabulary#prp-dom";
inline constexpr std::string_view range = "https://w3id.org/graphwright/vocabulary#prp-rng";
inline constexpr std::string_view subclass = "https://w3id.org/graphwright/vocabulary#cax-sco";

}  // namespace graphwright::entailment::rule
