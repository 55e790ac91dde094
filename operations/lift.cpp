#include "graphwright/lift.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "graphwright/replay.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "described_nodes.hpp"
#include "graph_copy.hpp"

namespace graphwright {
namespace {

/// Lifts in three steps: read the descriptions, settle which become facts, build the graph without them.
class Lifter {
 public:
  Lifter(const Graph& graph, Diagnostics& diagnostics)
      : graph_(graph),
        diagnostics_(diagnostics),
        words_(graph.terms()),
        reader_(graph, words_),
        nodes_(graph, words_),
        used_(graph.statement_count()) {}

  /// Whether anything is to be lifted.
  bool read() {
    for (const DescribedNodes::Group& group : nodes_.facts()) read_fact(group);
    find_bare_premises();
    return !lifted_.empty();
  }

  Graph build() {
    Graph result;
    GraphCopy copy(graph_, result);
    mark_used();
    copy.copy_names();
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row)
      if (graph_.is_stated(StatementId{row}) && !used_[row]) copy.copy_bare(StatementId{row});
    for (std::uint32_t row = 0; row < graph_.facts().size(); ++row) copy.copy_fact(FactId{row});
    copy.copy_nodes();
    copy.copy_derivations();
    for (Lifted& one : lifted_) add_facts(one, copy, result);
    for (const Lifted& one : lifted_) add_derivation(one, copy, result);
    return result;
  }

  const LiftCounts& counts() const { return counts_; }

 private:
  struct Lifted {
    FactDescription description;
    std::vector<EvidenceDescription> evidence;
    /// What its evidence cannot be lifted stays linked.
    std::vector<StatementId> used_links;
    Premise result;
  };

  static bool is_named(std::string_view text, std::string_view kind) {
    return text.starts_with(iri::gw::id_ns) && text.substr(iri::gw::id_ns.size()).starts_with(kind);
  }
  bool is_plain(const Statement& one) const {
    const StatementId id = graph_.find(one);
    return id != StatementId::none && graph_.is_asserted(id);
  }

  void read_fact(const DescribedNodes::Group& group) {
    FactDescription description = reader_.read_fact(group.statements);
    const bool is_said_elsewhere = !description.names_statement() && nodes_.graph_count(group.node) > 1;
    if (!description.is_ours || is_said_elsewhere) return;
    Lifted one{std::move(description), {}, {}, {}};
    const std::string fault = fault_of(one);
    if (fault.empty()) {
      by_node_.emplace(one.description.node, lifted_.size());
      lifted_.push_back(std::move(one));
      return;
    }
    ++counts_.left;
    diagnostics_.warning("lift-left", one.description.location,
                         fmt::format("what is said of {} stays data: {}", name_of(group.node), fault));
  }

  std::string name_of(TermId node) const {
    const TermView term = graph_.view(node);
    return term.is_blank() ? fmt::format("_:{}", term.text) : fmt::format("<{}>", term.text);
  }

  /// Why a description cannot become a fact; reads its evidence on the way.
  std::string fault_of(Lifted& one) const {
    const FactDescription& said = one.description;
    if (!said.fault.empty()) return said.fault;
    if (!said.has_modality && !is_plain(said.statement))
      return "it has no gw:modality, and its statement is not asserted";
    const std::string name = fact_iri(graph_, said.statement, said.fact);
    const bool is_own = graph_.view(said.node).is_iri() && graph_.terms().text(said.node) == name;
    const bool has_rest = said.has_rest || (said.rule == TermId::none && !said.premises.empty());
    if (!is_own && has_rest) return "more is said of it than a fact can hold";
    if (!is_own && nodes_.graph_count(said.node) != 1) return "several graphs speak of it";
    if (!is_own && nodes_.references(said.node) != 0)
      return "other statements refer to it, and its name is not its content";
    for (const auto& [node, link] : said.evidence) {
      EvidenceDescription evidence = reader_.read_evidence(nodes_.of(node, said.statement.graph));
      const std::string fault = fault_of(evidence, node, said);
      if (fault.empty()) {
        one.evidence.push_back(std::move(evidence));
        one.used_links.push_back(link);
      } else if (!is_own) {
        return fmt::format("of its evidence {}: {}", name_of(node), fault);
      }
    }
    return {};
  }

  std::string fault_of(const EvidenceDescription& said, TermId node, const FactDescription& fact) const {
    if (said.used.empty()) return "nothing is said of it";
    if (!said.fault.empty()) return said.fault;
    const TermView name = graph_.view(node);
    if (name.is_iri() && name.text == evidence_iri(graph_, fact.statement, fact.fact, said.evidence)) return {};
    if (said.has_rest) return "more is said of it than evidence can hold";
    if (nodes_.graph_count(node) != 1) return "several graphs speak of it";
    if (nodes_.references(node) != 0 || nodes_.evidence_links(node) != 1) return "other statements refer to it";
    return {};
  }

  /// Premises that are no facts are statements by their names; these are looked for only where needed.
  void find_bare_premises() {
    std::unordered_set<std::string_view> wanted;
    for (const Lifted& one : lifted_)
      for (const auto& [node, link] : one.description.premises)
        if (!by_node_.contains(node) && is_named(graph_.terms().text(node), "fact-"))
          wanted.insert(graph_.terms().text(node));
    for (std::uint32_t row = 0; row < graph_.statement_count() && !wanted.empty(); ++row) {
      if (!graph_.is_stated(StatementId{row})) continue;
      const std::string name = premise_iri(graph_, {StatementId{row}, FactId::none});
      if (wanted.erase(name) != 0) bare_premises_.emplace(graph_.terms().find_iri(name), StatementId{row});
    }
  }

  void mark_used() {
    for (const Lifted& one : lifted_) {
      const FactDescription& said = one.description;
      for (StatementId id : said.used) used_[index(id)] = true;
      for (StatementId id : one.used_links) used_[index(id)] = true;
      for (const EvidenceDescription& evidence : one.evidence)
        for (StatementId id : evidence.used) used_[index(id)] = true;
      if (said.rule != TermId::none)
        for (const auto& [node, link] : said.premises)
          if (by_node_.contains(node) || bare_premises_.contains(node)) used_[index(link)] = true;
    }
    mark_plain();
  }

  /// An asserted fact stands for its plain statement, unless that is derived as it is.
  void mark_plain() {
    for (const Lifted& one : lifted_) {
      const FactDescription& said = one.description;
      const StatementId plain = graph_.find(said.statement);
      if (plain != StatementId::none && !said.is_bare_conclusion() && said.fact.modality == Modality::asserted)
        used_[index(plain)] = true;
    }
    for (const Lifted& one : lifted_)
      if (one.description.is_bare_conclusion()) used_[index(graph_.find(one.description.statement))] = false;
  }

  /// One fact for each foreign edge, and one for the evidence that belongs to none of them.
  void add_facts(Lifted& one, GraphCopy& copy, Graph& result) {
    const FactDescription& said = one.description;
    if (said.is_bare_conclusion()) {
      one.result = {result.find(copy.statement(said.statement)), FactId::none};
      return;
    }
    std::vector<TermId> edges = said.edges;
    const bool belongs_to_edges = std::any_of(one.evidence.begin(), one.evidence.end(),
                                              [](const EvidenceDescription& e) { return !e.edges.empty(); });
    const bool belongs_to_none = std::any_of(one.evidence.begin(), one.evidence.end(),
                                             [](const EvidenceDescription& e) { return e.edges.empty(); });
    const bool is_shared = edges.size() == 1 && !belongs_to_edges;
    if (edges.empty() || (belongs_to_none && !is_shared)) edges.push_back(TermId::none);
    for (TermId edge : edges) {
      Fact fact = said.fact;
      for (TermId* part : {&fact.time, &fact.place, &fact.speaker}) *part = copy.term(*part);
      fact.edge = copy.term(edge);
      const FactId id = result.add_fact(copy.statement(said.statement), fact, said.location);
      ++counts_.facts;
      if (one.result.fact == FactId::none) one.result = {result.fact(id).statement, id};
      for (const EvidenceDescription& evidence : one.evidence) {
        const std::vector<TermId>& of = evidence.edges;
        const bool is_its =
            of.empty() ? edge == TermId::none || is_shared : std::find(of.begin(), of.end(), edge) != of.end();
        if (is_its) add_evidence(evidence, id, copy, result);
      }
    }
  }

  void add_evidence(const EvidenceDescription& said, FactId fact, GraphCopy& copy, Graph& result) {
    Evidence evidence = said.evidence;
    evidence.fact = fact;
    evidence.source = copy.term(evidence.source);
    evidence.quote = copy.term(evidence.quote);
    result.add_evidence(evidence, said.location);
    ++counts_.evidence;
  }

  void add_derivation(const Lifted& one, GraphCopy& copy, Graph& result) {
    const FactDescription& said = one.description;
    if (said.rule == TermId::none) return;
    Derivation derivation{one.result, copy.term(said.rule), {}, said.is_relation};
    for (const auto& [node, link] : said.premises)
      if (const Premise premise = premise_of(node, copy, result); premise.statement != StatementId::none)
        derivation.premises.push_back(premise);
    result.add_derivation(std::move(derivation));
    ++counts_.derivations;
  }

  Premise premise_of(TermId node, GraphCopy& copy, const Graph& result) const {
    if (const auto at = by_node_.find(node); at != by_node_.end()) return lifted_[at->second].result;
    const auto at = bare_premises_.find(node);
    if (at == bare_premises_.end()) return {};
    return {result.find(copy.statement(graph_.statement(at->second))), FactId::none};
  }

  const Graph& graph_;
  Diagnostics& diagnostics_;
  DescriptionWords words_;
  DescriptionReader reader_;
  DescribedNodes nodes_;
  std::vector<bool> used_;
  std::vector<Lifted> lifted_;
  std::unordered_map<TermId, std::size_t> by_node_;
  std::unordered_map<TermId, StatementId> bare_premises_;
  LiftCounts counts_;
};

}  // namespace

LiftCounts lift(Graph& graph, Diagnostics& diagnostics) {
  Lifter lifter(graph, diagnostics);
  if (lifter.read()) graph = lifter.build();
  return lifter.counts();
}

}  // namespace graphwright
