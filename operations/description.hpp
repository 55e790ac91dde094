#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// The ids that the words of descriptions have in one graph; `TermId::none` for those it does not hold.
class DescriptionWords {
 public:
  explicit DescriptionWords(const TermTable& terms);

  TermId type, statement_class, fact_class, direct_relation, evidence_class, quote_class;
  TermId subject, predicate, object, reifies;
  TermId time, earliest, latest, place, modality, speaker, edge, edge_id, rule, premise, has_evidence;
  TermId source, exact, start, end, confidence;
};

/// What the statements about one node say of a fact.
struct FactDescription {
  TermId node = TermId::none;
  Location location;
  Statement statement;
  Fact fact;
  bool has_modality = false;
  bool is_relation = false;
  TermId rule = TermId::none;
  std::vector<TermId> edges;
  /// Nodes that the fact rests on, and pieces of its evidence, each with the statement that names it.
  std::vector<std::pair<TermId, StatementId>> premises;
  std::vector<std::pair<TermId, StatementId>> evidence;
  /// The statements that follow from what was read, without those of premises and evidence.
  std::vector<StatementId> used;
  /// Whether a word of ours was used, and whether something was said in other words.
  bool is_ours = false;
  bool has_rest = false;
  /// Why it cannot be a fact, empty where it can.
  std::string fault;

  bool names_statement() const {
    return statement.subject != TermId::none && statement.predicate != TermId::none && statement.object != TermId::none;
  }
  /// Whether nothing makes it more than a derived bare statement.
  bool is_bare_conclusion() const;
};

/// What the statements about one node say of a piece of evidence.
struct EvidenceDescription {
  TermId node = TermId::none;
  Location location;
  Evidence evidence;
  std::vector<TermId> edges;
  std::vector<StatementId> used;
  bool has_rest = false;
  std::string fault;
};

/// Reads what statements of one subject and one graph say.
class DescriptionReader {
 public:
  DescriptionReader(const Graph& graph, const DescriptionWords& words) : graph_(graph), words_(words) {}

  FactDescription read_fact(std::span<const StatementId> statements) const;
  EvidenceDescription read_evidence(std::span<const StatementId> statements) const;

 private:
  bool take(StatementId id, FactDescription& out) const;
  bool take_type(TermId type, FactDescription& out) const;
  bool take_link(StatementId id, FactDescription& out) const;
  bool take_value(const Statement& one, FactDescription& out) const;
  bool names_edge(const Statement& one) const;
  bool take_modality(TermId value, FactDescription& out) const;
  void take_triple(TermId value, FactDescription& out) const;
  void check_days(std::span<const StatementId> days, FactDescription& out) const;
  bool take(StatementId id, EvidenceDescription& out) const;
  static bool take_confidence(const TermView& value, EvidenceDescription& out);
  static bool take_offset(const TermView& value, std::uint32_t& known, EvidenceDescription& out);
  void set_once(TermId& place, TermId value, std::string_view word, std::string& fault) const;

  const Graph& graph_;
  const DescriptionWords& words_;
};

}  // namespace graphwright
