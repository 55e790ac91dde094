#include "graphwright/claim_types.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace graphwright {
namespace {

/// "Person, Polity or Place".
std::string listed(const Ontology& ontology, const ClassUnion& classes) {
  std::string out;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (i > 0) out += i + 1 == classes.size() ? " or " : ", ";
    out += local_name(ontology.at(classes[i]).iri);
  }
  return out;
}

/// A class that something of another class can have too, where a relation wants it (all relations if none is named).
struct Loan {
  std::string_view from;
  std::string_view to;
  std::string_view relation;
};
constexpr auto loans = std::to_array<Loan>({{"ArmedGroup", "Organization", ""}, {"Place", "Polity", "capital-of"}});

}  // namespace

std::string ClaimTypes::missing(std::string_view kind, std::string_view name, NameKind wanted) const {
  const std::string nearest = vocabulary_.nearest(name, wanted);
  return fmt::format("no {} is called '{}'{}", kind, name,
                     nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest));
}

std::string ClaimTypes::relation_fault(std::string_view relation) const {
  const VocabularyName* known = vocabulary_.find(relation);
  return known != nullptr && known->kind == NameKind::relation ? "" : missing("relation", relation, NameKind::relation);
}

std::string ClaimTypes::class_fault(std::string_view name) const {
  const VocabularyName* known = vocabulary_.find(name);
  return known != nullptr && known->kind == NameKind::class_ ? "" : missing("class", name, NameKind::class_);
}

ClassId ClaimTypes::class_of(std::string_view name) const {
  const VocabularyName* known = vocabulary_.find(name);
  return known == nullptr ? ClassId::none : ontology_.find_class(known->iri);
}

const Property* ClaimTypes::property_of(const Claim& claim) const {
  const VocabularyName* known = vocabulary_.find(claim.relation);
  const PropertyId id = known == nullptr ? PropertyId::none : ontology_.find_property(known->iri);
  return id == PropertyId::none ? nullptr : &ontology_.at(id);
}

bool ClaimTypes::is_member(std::string_view class_name, const ClassUnion& wanted) const {
  const ClassId id = class_of(class_name);
  const bool fits = id != ClassId::none && std::any_of(wanted.begin(), wanted.end(),
                                                       [&](ClassId one) { return ontology_.is_subclass(id, one); });
  // A draft declares a polity as a place too, since its land is one.
  return fits || (class_name == "Polity" && is_member("Place", wanted));
}

std::string_view ClaimTypes::loan(const std::string& relation, std::string_view class_name,
                                  const ClassUnion& wanted) const {
  for (const Loan& one : loans) {
    if (one.from != class_name || !(one.relation.empty() || one.relation == relation)) continue;
    const ClassId own = class_of(one.from);
    const ClassId further = class_of(one.to);
    const bool can_be = own != ClassId::none && further != ClassId::none && !ontology_.are_disjoint(own, further);
    if (can_be && is_member(one.to, wanted)) return one.to;
  }
  return {};
}

std::string ClaimTypes::end_fault(const Claim& claim, bool is_subject, const std::vector<ClassUnion>& all) const {
  const std::string& its_class = is_subject ? claim.subject_class : claim.object_class;
  for (const ClassUnion& wanted : all)
    if (!is_member(its_class, wanted) && loan(claim.relation, its_class, wanted).empty())
      return fmt::format("{} takes {} as {}, but '{}' is of class {}", claim.relation, listed(ontology_, wanted),
                         is_subject ? "subject" : "object", is_subject ? claim.subject : claim.object, its_class);
  return {};
}

std::string ClaimTypes::misfit(const Claim& claim) const {
  if (std::string fault = relation_fault(claim.relation); !fault.empty()) return fault;
  const Property* relation = property_of(claim);
  if (relation == nullptr) return {};
  std::string fault = end_fault(claim, true, relation->domains);
  return fault.empty() ? end_fault(claim, false, relation->ranges) : fault;
}

void ClaimTypes::lend(Claim& claim) const {
  const Property* relation = property_of(claim);
  if (relation == nullptr) return;
  for (const ClassUnion& wanted : relation->domains)
    if (!is_member(claim.subject_class, wanted)) claim.subject_also = loan(claim.relation, claim.subject_class, wanted);
  for (const ClassUnion& wanted : relation->ranges)
    if (!is_member(claim.object_class, wanted)) claim.object_also = loan(claim.relation, claim.object_class, wanted);
}

}  // namespace graphwright
