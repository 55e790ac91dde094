#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "graphwright/vocabulary_iris.hpp"

#include "checks.hpp"
#include "wording.hpp"

namespace graphwright {
namespace {

/// Domains and ranges on asserted types.
class TypeCheck {
 public:
  explicit TypeCheck(CheckContext& context) : context_(context) {}

  void run() {
    for (std::uint32_t row = 0; row < context_.graph.statement_count(); ++row) check(static_cast<StatementId>(row));
  }

 private:
  void check(StatementId id) {
    const Statement one = context_.graph.statement(id);
    const PropertyId property = context_.meanings.property(one.predicate);
    if (property == PropertyId::none) return;
    const Property& relation = context_.ontology.at(property);
    for (const ClassUnion& domain : relation.domains) check_end(relation, domain, one.subject, id, true);
    if (context_.graph.view(one.object).is_resource())
      for (const ClassUnion& range : relation.ranges) check_end(relation, range, one.object, id, false);
  }

  void check_end(const Property& relation, const ClassUnion& wanted, TermId resource, StatementId id, bool is_subject) {
    const std::span<const AssertedType> types = context_.types.of(resource);
    if (types.empty() || context_.types.is_any(resource, wanted)) return;
    context_.diagnostics.error(
        is_subject ? "domain" : "range", position_of(context_.graph, id),
        fmt::format("{} needs {} as {}, but {} is {}", wording::shown(relation.iri),
                    wording::listed(context_.ontology, wanted, "or"), is_subject ? "subject" : "object",
                    wording::shown(context_.graph, resource), types_of(types)),
        declaration_of(resource, types));
  }

  std::string types_of(std::span<const AssertedType> types) const {
    std::vector<ClassId> classes;
    for (const AssertedType& one : types)
      if (std::find(classes.begin(), classes.end(), one.type) == classes.end()) classes.push_back(one.type);
    std::sort(classes.begin(), classes.end());
    return wording::listed(context_.ontology, classes, "and");
  }

  std::vector<Note> declaration_of(TermId resource, std::span<const AssertedType> types) const {
    Location location = context_.graph.node_location(resource);
    if (location.line == 0) location = position_of(context_.graph, types.front().statement);
    if (location.line == 0) return {};
    return {{location, fmt::format("{} is declared here", wording::shown(context_.graph, resource))}};
  }

  CheckContext& context_;
};

/// Resources with two types that exclude each other; each resource is reported once.
class DisjointnessCheck {
 public:
  explicit DisjointnessCheck(CheckContext& context) : context_(context) {}

  void run() {
    for (TermId resource : context_.types.resources()) check(resource, context_.types.of(resource));
  }

 private:
  void check(TermId resource, std::span<const AssertedType> types) {
    for (std::size_t later = 1; later < types.size(); ++later)
      for (std::size_t earlier = 0; earlier < later; ++earlier)
        if (are_disjoint(types[earlier].type, types[later].type)) return report(resource, types[earlier], types[later]);
  }

  bool are_disjoint(ClassId a, ClassId b) {
    const auto [at, is_new] = known_.try_emplace({std::min(a, b), std::max(a, b)}, false);
    if (is_new) at->second = context_.ontology.are_disjoint(a, b);
    return at->second;
  }

  void report(TermId resource, const AssertedType& earlier, const AssertedType& later) {
    const auto name = [&](const AssertedType& one) { return local_name(context_.ontology.at(one.type).iri); };
    std::vector<Note> notes;
    const Location first = position_of(context_.graph, earlier.statement);
    const Location second = position_of(context_.graph, later.statement);
    if (first.line != 0 && first != second)
      notes.push_back({first, fmt::format("it is made {} here", wording::with_article(name(earlier)))});
    context_.diagnostics.error("disjoint", second,
                               fmt::format("{} cannot be both {} and {}", wording::shown(context_.graph, resource),
                                           wording::with_article(name(earlier)), wording::with_article(name(later))),
                               std::move(notes));
  }

  CheckContext& context_;
  std::map<std::pair<ClassId, ClassId>, bool> known_;
};

}  // namespace

void check_types(CheckContext& context) {
  TypeCheck(context).run();
  DisjointnessCheck(context).run();
}

}  // namespace graphwright
