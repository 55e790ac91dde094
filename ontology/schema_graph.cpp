#include "schema_graph.hpp"

#include <algorithm>
#include <tuple>

#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"

namespace graphwright::entailment {
namespace {

constexpr std::size_t max_list_length = 100'000;

/// What a term makes of a statement in which it is the predicate, or the object of rdf:type.
enum class Role : std::uint8_t { unknown, axiom, type, other };

bool is_axiom_predicate(std::string_view iri) {
  if (iri == iri::owl::same_as || iri == axiom::different_from) return false;
  return iri.starts_with(iri::owl::ns) || iri == iri::rdfs::sub_class_of || iri == iri::rdfs::sub_property_of ||
         iri == iri::rdfs::domain || iri == iri::rdfs::range || iri == iri::rdf::first || iri == iri::rdf::rest;
}

bool is_axiom_type(std::string_view iri) {
  return iri.starts_with(iri::owl::ns) || iri == iri::rdfs::class_ || iri == iri::rdf::property ||
         iri == axiom::rdfs_datatype;
}

/// Tells the statements of axioms from all others, looking at each predicate and type once.
class AxiomFilter {
 public:
  explicit AxiomFilter(const Graph& graph) : graph_(graph) {}

  bool is_axiom(const Statement& one) {
    const Role role = role_of(one.predicate);
    return role == Role::axiom || (role == Role::type && is_axiom_type(graph_.view(one.object).text));
  }

 private:
  Role role_of(TermId predicate) {
    if (index(predicate) >= roles_.size()) roles_.resize(index(predicate) + std::size_t{1}, Role::unknown);
    Role& role = roles_[index(predicate)];
    if (role != Role::unknown) return role;
    const std::string_view iri = graph_.view(predicate).text;
    role = iri == iri::rdf::type ? Role::type : is_axiom_predicate(iri) ? Role::axiom : Role::other;
    return role;
  }

  const Graph& graph_;
  std::vector<Role> roles_;
};

}  // namespace

SchemaGraph::SchemaGraph(Graph& data, const Graph& axioms) : data_(data) {
  collect(axioms, false);
  collect(data, true);
  const auto by_text = [&](TermId a, TermId b) { return compare(data_.view(a), data_.view(b)); };
  const auto order = [&](const SchemaStatement& a, const SchemaStatement& b) {
    for (const auto& [left, right] :
         {std::pair(a.subject, b.subject), std::pair(a.predicate, b.predicate), std::pair(a.object, b.object)})
      if (const int difference = left == right ? 0 : by_text(left, right); difference != 0) return difference < 0;
    return a.statement < b.statement;
  };
  const auto is_same = [](const SchemaStatement& a, const SchemaStatement& b) {
    return std::tie(a.subject, a.predicate, a.object) == std::tie(b.subject, b.predicate, b.object);
  };
  std::sort(by_text_.begin(), by_text_.end(), order);
  by_text_.erase(std::unique(by_text_.begin(), by_text_.end(), is_same), by_text_.end());
  by_predicate_ = by_text_;
  by_subject_ = by_text_;
  std::stable_sort(by_predicate_.begin(), by_predicate_.end(),
                   [](const SchemaStatement& a, const SchemaStatement& b) { return a.predicate < b.predicate; });
  std::stable_sort(by_subject_.begin(), by_subject_.end(),
                   [](const SchemaStatement& a, const SchemaStatement& b) { return a.subject < b.subject; });
}

void SchemaGraph::collect(const Graph& from, bool is_data) {
  AxiomFilter filter(from);
  for (std::uint32_t row = 0; row < from.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    const Statement one = from.statement(id);
    if (!filter.is_axiom(one) || !from.is_asserted(id)) continue;
    const auto own = [&](TermId term) { return is_data ? term : data_.terms().intern(from.view(term)); };
    by_text_.push_back({own(one.subject), own(one.predicate), own(one.object), is_data ? id : StatementId::none});
  }
}

std::span<const SchemaStatement> SchemaGraph::with_predicate(std::string_view iri) const {
  const TermId predicate = term(iri);
  const auto [first, last] =
      std::equal_range(by_predicate_.begin(), by_predicate_.end(), SchemaStatement{.predicate = predicate},
                       [](const SchemaStatement& a, const SchemaStatement& b) { return a.predicate < b.predicate; });
  return {first, last};
}

std::vector<TermId> SchemaGraph::objects(TermId subject, std::string_view predicate) const {
  std::vector<TermId> found;
  const TermId wanted = term(predicate);
  const auto [first, last] =
      std::equal_range(by_subject_.begin(), by_subject_.end(), SchemaStatement{.subject = subject},
                       [](const SchemaStatement& a, const SchemaStatement& b) { return a.subject < b.subject; });
  for (auto at = first; at != last; ++at)
    if (at->predicate == wanted) found.push_back(at->object);
  return found;
}

std::vector<TermId> SchemaGraph::list(TermId head) const {
  std::vector<TermId> members;
  const TermId nil = term(iri::rdf::nil);
  while (head != nil && members.size() < max_list_length) {
    const std::vector<TermId> first = objects(head, iri::rdf::first);
    const std::vector<TermId> rest = objects(head, iri::rdf::rest);
    if (first.empty() || rest.empty()) break;
    members.push_back(first.front());
    head = rest.front();
  }
  return members;
}

std::vector<TermId> SchemaGraph::instances(std::string_view type) const {
  std::vector<TermId> found;
  const TermId wanted = term(type);
  if (wanted == TermId::none) return found;
  for (const SchemaStatement& one : with_predicate(iri::rdf::type))
    if (one.object == wanted) found.push_back(one.subject);
  return found;
}

bool SchemaGraph::has_type(TermId subject, std::string_view type) const {
  const std::vector<TermId> types = objects(subject, iri::rdf::type);
  return std::find(types.begin(), types.end(), term(type)) != types.end();
}

}  // namespace graphwright::entailment
