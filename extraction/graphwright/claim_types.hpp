#pragma once

#include <string>
#include <string_view>

#include "graphwright/extraction.hpp"
#include "graphwright/ontology.hpp"

namespace graphwright {

/// What the ontology in force says of the relations of claims: their domains and ranges.
///
/// Names are those that fact files use. It refers to ontology and vocabulary, which must outlive it.
class ClaimTypes {
 public:
  ClaimTypes(const Ontology& ontology, const Vocabulary& vocabulary) : ontology_(ontology), vocabulary_(vocabulary) {}

  /// Why no claim can have this relation; empty where it is one of the ontology.
  std::string relation_fault(std::string_view relation) const;
  /// Why nothing can be of this class; empty where it is one of the ontology.
  std::string class_fault(std::string_view name) const;
  /// Why the parties of a claim do not fit domain and range of its relation; empty where they do.
  std::string misfit(const Claim& claim) const;
  /// Gives the parties the further class by which they fit: an armed group that has a spokesman is an organization
  /// too, a province that has a capital a polity.
  void lend(Claim& claim) const;

 private:
  std::string missing(std::string_view kind, std::string_view name, NameKind wanted) const;
  const Property* property_of(const Claim& claim) const;
  ClassId class_of(std::string_view name) const;
  bool is_member(std::string_view class_name, const ClassUnion& wanted) const;
  std::string_view loan(const std::string& relation, std::string_view class_name, const ClassUnion& wanted) const;
  std::string end_fault(const Claim& claim, bool is_subject, const std::vector<ClassUnion>& all) const;

  const Ontology& ontology_;
  const Vocabulary& vocabulary_;
};

}  // namespace graphwright
