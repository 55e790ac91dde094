#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/select.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "graph_copy.hpp"

namespace graphwright {
namespace {

/// Copies the chosen part of a graph, in the order of the graph.
class SelectedCopy {
 public:
  SelectedCopy(const PropertyGraph& view, const Selected& selected)
      : view_(view),
        graph_(view.graph()),
        selected_(selected),
        type_(graph_.terms().find_iri(iri::rdf::type)),
        same_as_(graph_.terms().find_iri(iri::owl::same_as)),
        is_edge_(graph_.statement_count()),
        is_described_(graph_.terms().size()),
        has_statements_(graph_.terms().size()),
        bare_(graph_.statement_count()),
        facts_(graph_.facts().size()) {}

  Graph run(bool names_places) && {
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row)
      has_statements_[index(graph_.statement(StatementId{row}).subject)] = true;
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge)
      for (const Premise& one : {view_.relations().premise(edge), view_.relations().mirror(edge)})
        if (one.statement != StatementId::none) is_edge_[index(one.statement)] = true;
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge)
      if (selected_.edges[edge])
        for (const Premise& one : {view_.relations().premise(edge), view_.relations().mirror(edge)}) take(one);
    for (std::uint32_t node = 0; node < view_.node_count(); ++node)
      if (selected_.nodes[node]) is_described_[index(view_.resource(node))] = true;
    if (!view_.foreign().empty()) describe_files();
    take_attributes();
    for (const Evidence& one : graph_.evidence())
      if (facts_[index(one.fact)] && one.source != TermId::none) is_described_[index(one.source)] = true;
    take_attributes();
    if (names_places) take_labels_at_facts();
    return copied();
  }

 private:
  /// Takes what is stated, and what it follows from as far as that is no edge itself.
  void take(const Premise& first) {
    std::vector<Premise> open{first};
    while (!open.empty()) {
      const Premise one = open.back();
      open.pop_back();
      if (one.statement == StatementId::none || !mark(one)) continue;
      if (const Derivation* derivation = graph_.derivation_of(one))
        for (const Premise& premise : derivation->premises)
          if (!is_edge_[index(premise.statement)]) {
            is_described_[index(graph_.statement(premise.statement).subject)] = true;
            open.push_back(premise);
          }
    }
  }

  /// Marks it as taken; whether it was not yet.
  bool mark(const Premise& one) {
    std::vector<bool>::reference is_taken =
        one.fact == FactId::none ? bare_[index(one.statement)] : facts_[index(one.fact)];
    if (is_taken) return false;
    is_taken = true;
    // A statement that is stated bare beside its facts stays so.
    if (one.fact != FactId::none && graph_.is_stated(one.statement)) bare_[index(one.statement)] = true;
    return true;
  }

  // Graph files.

  /// What is known of the files that the graph was read from, as far as it is about what was chosen.
  void describe_files() {
    const ForeignGraph& foreign = view_.foreign();
    is_part_of_file_.resize(graph_.terms().size());
    for (TermId one : foreign.files()) describe(one);
    for (TermId one : foreign.keys()) describe(one);
    for (std::uint32_t row = 0; row < facts_.size(); ++row)
      if (const TermId edge = graph_.fact(FactId{row}).edge; facts_[row] && edge != TermId::none) describe(edge);
    describe_relations();
    describe_within(foreign.ports(), iri::gw::port_of);
    describe_within(foreign.graphs(), iri::gw::inside);
  }

  /// Describes the relations that the files name, of what was taken.
  void describe_relations() {
    std::vector<bool> is_hidden(graph_.terms().size());
    for (TermId one : view_.foreign().hidden()) is_hidden[index(one)] = true;
    const auto describe_relation = [&](StatementId statement) {
      const TermId relation = graph_.statement(statement).predicate;
      if (is_hidden[index(relation)]) describe(relation);
    };
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row)
      if (bare_[row]) describe_relation(StatementId{row});
    for (std::uint32_t row = 0; row < facts_.size(); ++row)
      if (facts_[row]) describe_relation(graph_.fact(FactId{row}).statement);
  }

  /// Describes those that stand in nothing, or in something that is described, at any depth.
  void describe_within(std::span<const TermId> members, std::string_view property) {
    const TermId within = graph_.terms().find_iri(property);
    std::unordered_map<TermId, TermId> owners;
    for (TermId one : members) owners[one] = TermId::none;
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row)
      if (const Statement one = graph_.statement(StatementId{row}); one.predicate == within)
        if (const auto known = owners.find(one.subject); known != owners.end()) known->second = one.object;
    for (bool has_more = true; std::exchange(has_more, false);)
      for (const auto& [one, owner] : owners) {
        if (is_part_of_file_[index(one)] || (owner != TermId::none && !is_described_[index(owner)])) continue;
        describe(one);
        has_more = true;
      }
  }

  void describe(TermId part_of_file) {
    is_described_[index(part_of_file)] = is_part_of_file_[index(part_of_file)] = true;
  }
  bool is_in_file(TermId one) const { return !is_part_of_file_.empty() && is_part_of_file_[index(one)]; }

  /// Types, values and names elsewhere of what is described; no relation to what was not chosen.
  bool is_attribute(StatementId id) const {
    const Statement one = graph_.statement(id);
    if (!is_described_[index(one.subject)] || is_edge_[index(id)]) return false;
    if (is_in_file(one.object) || is_in_file(one.subject)) return true;
    return !graph_.view(one.object).is_resource() || one.predicate == type_ || one.predicate == same_as_ ||
           !has_statements_[index(one.object)];
  }

  void take_attributes() {
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const StatementId id{row};
      if (!is_attribute(id)) continue;
      if (graph_.is_stated(id)) bare_[row] = true;
      for (FactId fact : graph_.facts_of(id)) facts_[index(fact)] = true;
    }
  }

  /// What the places and speakers of taken facts are called.
  void take_labels_at_facts() {
    std::vector<bool> is_named(graph_.terms().size());
    for (std::uint32_t row = 0; row < facts_.size(); ++row)
      for (const TermId one : {graph_.fact(FactId{row}).place, graph_.fact(FactId{row}).speaker})
        if (facts_[row] && one != TermId::none) is_named[index(one)] = true;
    const std::array labels{graph_.terms().find_iri(iri::rdfs::label), graph_.terms().find_iri(iri::skos::pref_label)};
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const Statement one = graph_.statement(StatementId{row});
      if (is_named[index(one.subject)] && std::find(labels.begin(), labels.end(), one.predicate) != labels.end())
        take({StatementId{row}, FactId::none});
    }
  }

  Graph copied() const {
    Graph result;
    GraphCopy copy(graph_, result);
    copy.copy_names();
    for (std::uint32_t row = 0; row < bare_.size(); ++row)
      if (bare_[row]) copy.copy_bare(StatementId{row});
    for (std::uint32_t row = 0; row < facts_.size(); ++row)
      if (facts_[row]) copy.copy_fact(FactId{row});
    for (std::uint32_t node = 0; node < view_.node_count(); ++node)
      if (selected_.nodes[node])
        result.add_node(copy.term(view_.resource(node)), graph_.node_location(view_.resource(node)));
    copy.copy_derivations();
    return result;
  }

  const PropertyGraph& view_;
  const Graph& graph_;
  const Selected& selected_;
  TermId type_;
  TermId same_as_;
  std::vector<bool> is_edge_;
  std::vector<bool> is_described_;
  std::vector<bool> is_part_of_file_;  // empty where no graph file was read
  std::vector<bool> has_statements_;
  std::vector<bool> bare_;
  std::vector<bool> facts_;
};

}  // namespace

Graph copy_selected(const PropertyGraph& view, const Selected& selected, bool names_places) {
  return SelectedCopy(view, selected).run(names_places);
}

}  // namespace graphwright
