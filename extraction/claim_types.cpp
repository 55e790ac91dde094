#include "graphwright/claim_types.hpp"

#include <algorithm>

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

bool ClaimTypes::is_member(std::string_view class_name, const ClassUnion& wanted) const {
  const VocabularyName* known = vocabulary_.find(class_name);
  const ClassId id = known == nullptr ? ClassId::none : ontology_.find_class(known->iri);
  const bool fits = id != ClassId::none && std::any_of(wanted.begin(), wanted.end(),
                                                       [&](ClassId one) { return ontology_.is_subclass(id, one); });
  // A draft declares a polity as a place too, since its land is one.
  return fits || (class_name == "Polity" && is_member("Place", wanted));
}

std::string ClaimTypes::misfit(const Claim& claim) const {
  if (std::string fault = relation_fault(claim.relation); !fault.empty()) return fault;
  const Property& relation = ontology_.at(ontology_.find_property(vocabulary_.find(claim.relation)->iri));
  const auto check = [&](const std::vector<ClassUnion>& all, std::string_view place, const std::string& name,
                         const std::string& its_class) -> std::string {
    for (const ClassUnion& wanted : all)
      if (!is_member(its_class, wanted))
        return fmt::format("{} takes {} as {}, but '{}' is of class {}", claim.relation, listed(ontology_, wanted),
                           place, name, its_class);
    return {};
  };
  std::string fault = check(relation.domains, "subject", claim.subject, claim.subject_class);
  return fault.empty() ? check(relation.ranges, "object", claim.object, claim.object_class) : fault;
}

}  // namespace graphwright
