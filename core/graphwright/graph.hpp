#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/column.hpp"
#include "graphwright/fact.hpp"
#include "graphwright/id_index.hpp"
#include "graphwright/location.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/term_table.hpp"

namespace graphwright {

enum class StatementId : std::uint32_t { none = 0xFFFFFFFF };
enum class FactId : std::uint32_t { none = 0xFFFFFFFF };

constexpr std::uint32_t index(StatementId id) { return static_cast<std::uint32_t>(id); }
constexpr std::uint32_t index(FactId id) { return static_cast<std::uint32_t>(id); }

/// A quad of interned terms; `TermId::none` as graph is the default graph.
struct Statement {
  TermId subject = TermId::none;
  TermId predicate = TermId::none;
  TermId object = TermId::none;
  TermId graph = TermId::none;
  friend bool operator==(const Statement&, const Statement&) = default;
};

/// A statement with its time, place, speaker and modality; identity is all of these.
///
/// `time` is a literal of datatype EDTF; `edge` is the edge of a foreign graph file that says it: its id, a string
/// literal, or the IRI of a resource of which more is said.
struct Fact {
  StatementId statement = StatementId::none;
  TermId time = TermId::none;
  TermId place = TermId::none;
  TermId speaker = TermId::none;
  TermId edge = TermId::none;
  Modality modality = Modality::asserted;
  friend bool operator==(const Fact&, const Fact&) = default;
};

/// One source and quote for a fact; `quote` is a string literal or none, `confidence` below 0 unknown.
struct Evidence {
  FactId fact = FactId::none;
  TermId source = TermId::none;
  TermId quote = TermId::none;
  std::uint32_t begin = EvidenceView::no_offset;
  std::uint32_t end = EvidenceView::no_offset;
  float confidence = -1;
};

/// What a conclusion rests on: a fact, or a bare statement where nothing more is known of it.
struct Premise {
  StatementId statement = StatementId::none;
  FactId fact = FactId::none;
  friend bool operator==(const Premise&, const Premise&) = default;
};

/// Which derived statements an export holds (`--derived`).
enum class Derived : std::uint8_t { none, relations, all };

/// How a statement or fact was derived: a rule and its premises, in the rule's order.
struct Derivation {
  Premise conclusion;
  TermId rule = TermId::none;
  std::vector<Premise> premises;
  /// Whether it is a direct relation that an event yields, so that `Derived::relations` shows it.
  bool is_relation = false;
};

/// The graph: interned terms, distinct statements, and side tables for what is known of few of them.
///
/// A statement without facts is a bare one. One that is spoken of by facts may be bare as well:
/// `is_stated` tells. Positions are kept only where the builder was asked to.
class Graph {
 public:
  Graph() = default;
  Graph(Graph&&) noexcept = default;
  Graph& operator=(Graph&&) noexcept = default;

  TermTable& terms() { return terms_; }
  const TermTable& terms() const { return terms_; }
  TermView view(TermId id) const { return terms_.view(id); }

  PrefixMap& prefixes() { return prefixes_; }
  const PrefixMap& prefixes() const { return prefixes_; }
  const std::string& base() const { return base_; }
  void set_base(std::string base) { base_ = std::move(base); }
  /// Takes a base, or a namespace for a prefix, of one of several files: the smallest text is kept, so that their order
  /// makes no difference.
  void offer_base(std::string_view iri);
  void offer_prefix(std::string_view name, std::string_view iri);
  /// What people call relations although no statement says it, by IRI; of several labels the smallest is kept.
  const std::map<std::string, std::string, std::less<>>& relation_labels() const { return relation_labels_; }
  void offer_relation_label(std::string_view iri, std::string_view label);

  /// Adds a bare statement, or finds it; the location of its first mention is kept.
  ///
  /// @complexity expected constant
  StatementId add_statement(const Statement& statement, Location location = {});
  /// Adds a bare statement of the default graph or another without looking whether it is there: for a graph that
  /// is only written, since canonical order gives the first of equal statements and `find` is not asked.
  void append_statement(const Statement& statement);
  /// Makes appended statements known to `find`.
  void index_statements();
  /// Fetches what adding a statement soon will look at: many at once wait for memory together.
  void prefetch(const Statement& statement) const { statement_index_.prefetch(hash(statement)); }
  /// Fetches what `statement` will look at soon.
  void prefetch(StatementId id) const { __builtin_prefetch(&rows_[index(id)]); }
  /// Adds a fact of a statement, or finds it; adds the statement unstated where it is new.
  FactId add_fact(const Statement& statement, Fact fact, Location location = {});
  /// Adds evidence to a fact unless the same source and quote are there already; then the earlier
  /// offsets and the higher confidence stay.
  void add_evidence(Evidence evidence, Location location = {});
  /// Records a derived conclusion; the first derivation of a conclusion is kept.
  void add_derivation(Derivation derivation);
  /// Records a resource that no statement may speak of.
  void add_node(TermId resource, Location location = {});

  StatementId find(const Statement& statement) const;
  std::size_t statement_count() const { return rows_.size(); }
  Statement statement(StatementId id) const {
    const Row& row = rows_[index(id)];
    return {row.subject, row.predicate, row.object, index(id) < graphs_.size() ? graphs_[index(id)] : TermId::none};
  }
  bool has_named_graphs() const { return !graphs_.empty(); }
  /// Whether the statement was stated bare, not only through facts.
  bool is_stated(StatementId id) const;
  /// Whether a plain triple may be written for it: bare, or one of its facts is asserted.
  bool is_asserted(StatementId id) const;
  Location location(StatementId id) const;

  std::span<const Fact> facts() const { return facts_; }
  const Fact& fact(FactId id) const { return facts_[index(id)]; }
  Location location(FactId id) const;
  bool has_facts(StatementId id) const;
  /// The facts of a statement, in order of addition.
  std::vector<FactId> facts_of(StatementId id) const;
  std::span<const Evidence> evidence() const { return evidence_; }
  /// Indices into `evidence()` of a fact's evidence, in order of addition.
  std::vector<std::uint32_t> evidence_of(FactId id) const;
  Location evidence_location(std::uint32_t evidence) const;
  std::span<const Derivation> derivations() const { return derivations_; }
  /// How the conclusion was derived; null where it was stated.
  const Derivation* derivation_of(const Premise& conclusion) const;
  std::span<const TermId> nodes() const { return nodes_; }
  Location node_location(TermId resource) const;

  /// Bytes held by terms, statements, side tables and indexes.
  std::size_t memory() const;

 private:
  // Side by side, since whoever asks for one of the three mostly needs the others: one fetch from memory.
  struct Row {
    TermId subject;
    TermId predicate;
    TermId object;
  };

  static std::uint64_t hash(const Statement& statement);
  std::uint32_t add_row(const Statement& statement);
  StatementId insert(const Statement& statement, Location location, bool stated);

  TermTable terms_;
  PrefixMap prefixes_;
  std::string base_;
  std::map<std::string, std::string, std::less<>> relation_labels_;
  Column<Row> rows_;
  Column<TermId> graphs_;       // empty while all statements are in the default graph
  Column<Location> locations_;  // empty while no location is known
  std::vector<bool> unstated_;  // shorter than the statements: the rest are stated
  IdIndex statement_index_;
  Column<Fact> facts_;
  Column<Location> fact_locations_;
  Column<std::uint32_t> next_fact_;  // facts of one statement form a list
  Column<std::uint32_t> first_fact_;
  Column<Evidence> evidence_;
  Column<Location> evidence_locations_;
  Column<std::uint32_t> next_evidence_;
  Column<std::uint32_t> first_evidence_;
  std::vector<Derivation> derivations_;
  Column<std::uint32_t> statement_derivation_;
  Column<std::uint32_t> fact_derivation_;
  Column<TermId> nodes_;
  Column<Location> node_locations_;
  Column<std::uint32_t> node_row_;
};

}  // namespace graphwright
