#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "axiom_iris.hpp"
#include "axiom_reader.hpp"
#include "wording.hpp"

/// What an ontology says that cannot be.
namespace graphwright {

/// A class is empty where it is below two that exclude each other; of those below it nothing more is said.
void AxiomReader::report_empty_classes() {
  std::vector<bool> is_empty(ontology_.classes_.size());
  for (std::uint32_t row = 0; row < is_empty.size(); ++row)
    is_empty[row] = ontology_.are_disjoint(static_cast<ClassId>(row), static_cast<ClassId>(row));
  for (std::uint32_t row = 0; row < is_empty.size(); ++row) {
    const auto id = static_cast<ClassId>(row);
    const std::span<const ClassId> above = ontology_.superclasses(id);
    const auto says_enough = [&](ClassId super) {
      return is_empty[index(super)] && (!ontology_.is_subclass(super, id) || super < id);
    };
    if (is_empty[row] && std::none_of(above.begin(), above.end(), says_enough)) report_empty_class(id);
  }
}

void AxiomReader::report_empty_class(ClassId id) {
  std::vector<ClassId> all(ontology_.superclasses(id).begin(), ontology_.superclasses(id).end());
  all.push_back(id);
  std::sort(all.begin(), all.end());
  const auto shown = [&](ClassId one) { return wording::shown(ontology_.at(one).iri); };
  for (ClassId a : all)
    for (ClassId b : all) {
      if (b < a || !ontology_.exclude_each_other(a, b)) continue;
      std::vector<Note> notes;
      if (const auto at = disjoint_places_.find({a, b}); at != disjoint_places_.end())
        notes.push_back({at->second, "that they exclude each other is said here"});
      for (std::uint32_t group : ontology_.disjoint_groups_[index(a)])
        if (notes.empty() && std::ranges::count(ontology_.disjoint_groups_[index(b)], group) != 0)
          notes.push_back({group_places_[group], "that they exclude each other is said here"});
      diagnostics_.error("contradictory-ontology", ontology_.at(id).location,
                         fmt::format("nothing can be of the class {}: it is {} and {}, which exclude each other",
                                     shown(id), shown(a), shown(b)),
                         std::move(notes));
      return;
    }
}

/// Kinds of property that leave no room for a pair, or none for a thing.
void AxiomReader::report_impossible_properties() {
  struct Clash {
    std::string_view one;
    std::string_view other;
  };
  constexpr Clash clashes[]{{axiom::symmetric_property, axiom::asymmetric_property},
                            {axiom::reflexive_property, axiom::asymmetric_property},
                            {axiom::reflexive_property, axiom::irreflexive_property}};
  const auto place_of = [&](TermId subject, std::string_view type) {
    for (StatementId id : by_subject_.at(subject)) {
      const Statement one = graph_.statement(id);
      if (graph_.view(one.predicate).text == iri::rdf::type && graph_.view(one.object).text == type)
        return std::optional(graph_.location(id));
    }
    return std::optional<Location>();
  };
  for (const auto& clash : clashes)
    for (StatementId id : order_) {
      const Statement one = graph_.statement(id);
      if (graph_.view(one.predicate).text != iri::rdf::type || graph_.view(one.object).text != clash.one) continue;
      if (const std::optional<Location> other = place_of(one.subject, clash.other))
        diagnostics_.error(
            "contradictory-ontology", graph_.location(id),
            fmt::format("{} is both {} and {}, which exclude each other", wording::shown(graph_.view(one.subject).text),
                        local_name(clash.one), local_name(clash.other)),
            {{*other, "the other is said here"}});
    }
}

}  // namespace graphwright
