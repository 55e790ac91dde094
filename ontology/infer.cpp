#include "graphwright/infer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"

#include "inference.hpp"
#include "rule_iris.hpp"
#include "type_inference.hpp"

namespace graphwright {

InferenceCounts infer(Graph& graph, const Ontology& ontology, const InferOptions& options, Diagnostics& diagnostics) {
  if (options.derived == Derived::none) return {};
  entailment::Inference inference(graph, ontology, options);
  const InferenceCounts counts = inference.run();
  if (inference.has_refused())
    diagnostics.error("inference-limit", {},
                      fmt::format("more than {} statements follow; the rest was not derived", options.max_derived));
  return counts;
}

}  // namespace graphwright

namespace graphwright::entailment {

Inference::Inference(Graph& graph, const Ontology& ontology, const InferOptions& options)
    : graph_(graph),
      ontology_(ontology),
      options_(options),
      rules_(ontology, options.derived),
      meanings_(graph, ontology),
      types_(graph, ontology, meanings_),
      events_(graph, ontology, meanings_),
      conclusions_(graph, options.max_derived),
      predicates_(ontology.properties().size(), TermId::none) {}

InferenceCounts Inference::run() {
  load();
  do {
    saturate();
    represent();
  } while (next_ < items_.size() && !has_refused());
  if (options_.derived == Derived::all) infer_types(graph_, ontology_, conclusions_);
  return conclusions_.counts();
}

void Inference::load() {
  for (StatementId id : canonical_statements(graph_)) {
    if (!graph_.is_stated(id)) continue;
    const std::vector<FactId> facts = graph_.facts_of(id);
    const bool is_known_better = std::any_of(
        facts.begin(), facts.end(), [&](FactId fact) { return graph_.fact(fact).modality == Modality::asserted; });
    if (!is_known_better) load(id, graph_.statement(id), {}, FactId::none);
  }
  for (FactId fact : canonical_facts(graph_)) {
    const StatementId id = graph_.fact(fact).statement;
    load(id, graph_.statement(id), entailment::qualifiers_of(graph_.fact(fact)), fact);
  }
}

void Inference::load(StatementId id, const Statement& statement, const Qualifiers& qualifiers, FactId fact) {
  const PropertyId property = meanings_.property(statement.predicate);
  if (property == PropertyId::none || !rules_.is_used(property)) return;
  items_.add({property, statement.subject, statement.object, statement.graph, qualifiers, {id, fact}});
}

void Inference::saturate() {
  while (next_ < items_.size() && !has_refused()) process(static_cast<ItemId>(next_++));
}

void Inference::process(ItemId id) {
  items_.process(id);
  apply_steps(id);
  apply_transitivity(id);
  apply_shared_roles(id);
  apply_chains(id);
  note_representation(id);
}

// Rules with one premise, and the transitive one

void Inference::apply_steps(ItemId id) {
  const Item item = items_.at(id);
  for (const Step& step : rules_.steps(item.property)) {
    const bool is_subproperty = step.rule == rule::subproperty;
    conclude({.property = step.yields,
              .subject = step.swaps ? item.object : item.subject,
              .object = step.swaps ? item.subject : item.object,
              .rule = step.rule,
              .premises = {id},
              .keeps_denial = !is_subproperty});
  }
}

void Inference::apply_transitivity(ItemId id) {
  const Item item = items_.at(id);
  if (!rules_.is_transitive(item.property) || !item.qualifiers.is_undisputed() || item.subject == item.object) return;
  const auto join = [&](ItemId first, ItemId second) {
    const Item a = items_.at(first);
    const Item b = items_.at(second);
    if (a.subject == b.object || !a.qualifiers.is_undisputed() || !b.qualifiers.is_undisputed()) return;
    conclude({.property = item.property,
              .subject = a.subject,
              .object = b.object,
              .rule = rule::transitive,
              .premises = {first, second}});
  };
  for (ItemId before : items_.with_object(item.property, item.subject)) join(before, id);
  for (ItemId after : items_.with_subject(item.property, item.object)) join(id, after);
}

// Shared roles

void Inference::apply_shared_roles(ItemId id) {
  const Item item = items_.at(id);
  for (std::uint32_t number : rules_.shared_roles(item.property)) {
    const SharedRoleRule& rule = ontology_.shared_role_rules()[number];
    for (ItemId other : items_.with_subject(item.property, item.subject)) {
      if (items_.at(other).object == item.object) continue;
      apply_shared_role(rule, other, id);
      if (!ontology_.at(rule.yields).is_symmetric) apply_shared_role(rule, id, other);
    }
  }
}

void Inference::apply_shared_role(const SharedRoleRule& rule, ItemId a, ItemId b) {
  conclude({.property = rule.yields,
            .subject = items_.at(a).object,
            .object = items_.at(b).object,
            .rule = rule.iri,
            .premises = {a, b},
            .is_relation = true,
            .keeps_denial = true,
            .event = items_.at(a).subject});
}

// Property chains

void Inference::apply_chains(ItemId id) {
  const Item item = items_.at(id);
  for (const ChainPlace& place : rules_.chain_places(item.property)) {
    const bool is_inverse = rules_.chain(place.chain).links[place.link].is_inverse;
    extend({place.chain,
            place.link,
            is_inverse ? item.object : item.subject,
            is_inverse ? item.subject : item.object,
            {id}});
  }
}

void Inference::extend(const Join& join) {
  if (join.first > 0)
    extend_left(join);
  else if (join.items.size() < rules_.chain(join.chain).links.size())
    extend_right(join);
  else
    conclude_chain(join);
}

void Inference::extend_left(const Join& join) {
  const ChainLink link = rules_.chain(join.chain).links[join.first - 1];
  const auto found =
      link.is_inverse ? items_.with_subject(link.property, join.from) : items_.with_object(link.property, join.from);
  for (ItemId id : found) {
    Join longer = join;
    --longer.first;
    longer.from = link.is_inverse ? items_.at(id).object : items_.at(id).subject;
    longer.items.insert(longer.items.begin(), id);
    extend(longer);
  }
}

void Inference::extend_right(const Join& join) {
  const ChainLink link = rules_.chain(join.chain).links[join.items.size()];
  const auto found =
      link.is_inverse ? items_.with_object(link.property, join.to) : items_.with_subject(link.property, join.to);
  for (ItemId id : found) {
    Join longer = join;
    longer.to = link.is_inverse ? items_.at(id).subject : items_.at(id).object;
    longer.items.push_back(id);
    extend(longer);
  }
}

void Inference::conclude_chain(const Join& join) {
  const ChainRule& chain = rules_.chain(join.chain);
  const ChainLink first = chain.links.front();
  const Item& item = items_.at(join.items.front());
  const TermId middle = first.is_inverse ? item.subject : item.object;
  const bool is_about_one_event = chain.is_relation && join.items.size() == 2;
  conclude({.property = chain.yields,
            .subject = join.from,
            .object = join.to,
            .rule = rule::chain,
            .premises = join.items,
            .is_relation = chain.is_relation,
            .keeps_denial = is_about_one_event,
            .event = is_about_one_event ? middle : TermId::none});
}

// Representation

void Inference::note_representation(ItemId id) {
  if (!rules_.representations(items_.at(id).property).empty()) representable_.push_back(id);
}

void Inference::represent() {
  for (; next_representable_ < representable_.size() && !has_refused(); ++next_representable_) {
    const ItemId id = representable_[next_representable_];
    const PropertyId property = items_.at(id).property;
    for (std::uint32_t number : rules_.representations(property)) {
      const RepresentationRule& rule = ontology_.representation_rules()[number];
      const bool applies = std::find(rule.applies_to.begin(), rule.applies_to.end(), property) != rule.applies_to.end();
      if (applies) represent(rule, id);
    }
  }
}

void Inference::represent(const RepresentationRule& rule, ItemId relation) {
  const Item item = items_.at(relation);
  for (const Standing& subject : standings(rule, item.subject))
    for (const Standing& object : standings(rule, item.object)) {
      const bool is_same = subject.target == object.target;
      if (is_same || (subject.by.empty() && object.by.empty())) continue;
      std::vector<ItemId> premises{relation};
      premises.insert(premises.end(), subject.by.begin(), subject.by.end());
      premises.insert(premises.end(), object.by.begin(), object.by.end());
      conclude({.property = item.property,
                .subject = subject.target,
                .object = object.target,
                .rule = rule.iri,
                .premises = std::move(premises),
                .is_relation = true,
                .evidence_from = 1});
    }
}

bool Inference::is_person(const RepresentationRule& rule, TermId resource) const {
  if (!items_.with_subject(rule.via, resource).empty()) return true;
  const std::vector<ClassUnion>& domains = ontology_.at(rule.via).domains;
  return std::any_of(domains.begin(), domains.end(),
                     [&](const ClassUnion& one) { return types_.is_any(resource, one); });
}

std::vector<Inference::Standing> Inference::standings(const RepresentationRule& rule, TermId resource) const {
  constexpr std::size_t longest = 4;
  if (!is_person(rule, resource)) return {{resource, {}}};
  std::vector<Standing> found;
  std::vector<Standing> open{{resource, {}}};
  for (std::size_t at = 0; at < open.size(); ++at) {
    const Standing here = open[at];
    for (ItemId id : items_.with_subject(rule.via, here.target)) {
      Standing next = here;
      next.target = items_.at(id).object;
      next.by.push_back(id);
      if (!is_person(rule, next.target))
        found.push_back(std::move(next));
      else if (next.by.size() < longest)
        open.push_back(std::move(next));
    }
  }
  return found;
}

// Conclusions

TermId Inference::predicate(PropertyId id) {
  TermId& term = predicates_[index(id)];
  if (term == TermId::none) term = graph_.terms().intern_iri(ontology_.at(id).iri);
  return term;
}

std::optional<Qualifiers> Inference::qualifiers_of(const Candidate& candidate) {
  std::vector<Qualifiers> premises;
  for (ItemId id : candidate.premises) premises.push_back(items_.at(id).qualifiers);
  if (candidate.event != TermId::none) premises.push_back(events_.of(candidate.event));
  std::optional<Qualifiers> all = combine(graph_, premises);
  if (all && all->modality == Modality::denied && !candidate.keeps_denial) return std::nullopt;
  return all;
}

void Inference::conclude(Candidate candidate) {
  const std::optional<Qualifiers> qualifiers = qualifiers_of(candidate);
  if (!qualifiers) return;
  const bool is_turned = candidate.is_relation && ontology_.at(candidate.property).is_symmetric &&
                         is_larger(candidate.subject, candidate.object);
  if (is_turned) std::swap(candidate.subject, candidate.object);
  Conclusion conclusion{candidate.subject,
                        predicate(candidate.property),
                        candidate.object,
                        TermId::none,
                        *qualifiers,
                        candidate.rule,
                        {},
                        candidate.is_relation,
                        candidate.evidence_from};
  conclusion.graph = items_.at(candidate.premises.front()).graph;
  for (ItemId id : candidate.premises) {
    conclusion.premises.push_back(items_.at(id).premise);
    if (items_.at(id).graph != conclusion.graph) conclusion.graph = TermId::none;
  }
  const std::optional<Premise> added = conclusions_.add(conclusion);
  if (added && rules_.is_used(candidate.property))
    items_.add({candidate.property, conclusion.subject, conclusion.object, conclusion.graph, *qualifiers, *added});
}

}  // namespace graphwright::entailment
