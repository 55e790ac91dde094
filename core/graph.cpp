#include "graphwright/graph.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace graphwright {
namespace {

constexpr std::uint32_t no_row = 0xFFFFFFFF;

/// A column that is as long as needed: rows past its end hold the fallback.
template <typename Value>
Value at_or(const Column<Value>& column, std::uint32_t row, Value fallback) {
  return row < column.size() ? column[row] : fallback;
}

template <typename Value>
void set_at(Column<Value>& column, std::uint32_t row, Value value, Value fallback) {
  while (column.size() <= row) column.push_back(fallback);
  column[row] = value;
}

/// Walks a list whose rows point to the next one.
std::vector<std::uint32_t> chain(std::uint32_t first, const Column<std::uint32_t>& next) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = first; row != no_row; row = next[row]) rows.push_back(row);
  return rows;
}

/// Adds a row at the end of its list, so that lists keep the order of addition.
void append(Column<std::uint32_t>& first, Column<std::uint32_t>& next, std::uint32_t owner, std::uint32_t row) {
  next.push_back(no_row);
  std::uint32_t last = at_or(first, owner, no_row);
  if (last == no_row) {
    set_at(first, owner, row, no_row);
    return;
  }
  while (next[last] != no_row) last = next[last];
  next[last] = row;
}

}  // namespace

std::uint64_t Graph::hash(const Statement& statement) {
  std::uint64_t hash = index(statement.subject) * 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ (hash >> 29) ^ index(statement.predicate)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 32) ^ index(statement.object)) * 0x94D049BB133111EBULL;
  hash = (hash ^ (hash >> 31) ^ index(statement.graph)) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32);
}

StatementId Graph::find(const Statement& statement) const {
  return static_cast<StatementId>(statement_index_.find(
      hash(statement), [&](std::uint32_t row) { return this->statement(static_cast<StatementId>(row)) == statement; }));
}

std::uint32_t Graph::add_row(const Statement& statement) {
  const auto row = static_cast<std::uint32_t>(rows_.size());
  if (row == no_row - 1) throw std::length_error("more than 4294967294 statements");
  rows_.push_back({statement.subject, statement.predicate, statement.object});
  if (statement.graph != TermId::none) set_at(graphs_, row, statement.graph, TermId::none);
  return row;
}

void Graph::append_statement(const Statement& statement) { add_row(statement); }

void Graph::index_statements() {
  const auto hash_of = [&](std::uint32_t row) { return hash(statement(static_cast<StatementId>(row))); };
  for (auto row = static_cast<std::uint32_t>(statement_index_.size()); row < rows_.size(); ++row)
    statement_index_.add(hash_of(row), row, hash_of);
}

void Graph::offer_base(std::string_view iri) {
  if (base_.empty() || (!iri.empty() && iri < base_)) base_ = iri;
}

void Graph::offer_prefix(std::string_view name, std::string_view iri) {
  const auto known = prefixes_.find(name);
  if (!known || iri < *known) prefixes_.add(name, iri);
}

void Graph::offer_relation_label(std::string_view iri, std::string_view label) {
  const auto [known, is_new] = relation_labels_.try_emplace(std::string(iri), label);
  if (!is_new && label < known->second) known->second = label;
}

StatementId Graph::insert(const Statement& statement, Location location, bool stated) {
  if (statement_index_.size() < rows_.size()) index_statements();
  const auto row_of = [this](std::uint32_t row) { return this->statement(static_cast<StatementId>(row)); };
  const std::uint64_t own_hash = hash(statement);
  const std::uint32_t known =
      statement_index_.find(own_hash, [&](std::uint32_t row) { return row_of(row) == statement; });
  if (known != no_row) {
    if (stated && known < unstated_.size()) unstated_[known] = false;
    return static_cast<StatementId>(known);
  }
  const std::uint32_t row = add_row(statement);
  if (location.line != 0) set_at(locations_, row, location, Location{});
  if (!stated) {
    unstated_.resize(row + std::size_t{1}, false);
    unstated_[row] = true;
  }
  statement_index_.add(own_hash, row, [&](std::uint32_t earlier) { return hash(row_of(earlier)); });
  return static_cast<StatementId>(row);
}

StatementId Graph::add_statement(const Statement& statement, Location location) {
  return insert(statement, location, true);
}

FactId Graph::add_fact(const Statement& statement, Fact fact, Location location) {
  fact.statement = insert(statement, location, false);
  const std::uint32_t owner = index(fact.statement);
  for (std::uint32_t row = at_or(first_fact_, owner, no_row); row != no_row; row = next_fact_[row])
    if (facts_[row] == fact) return static_cast<FactId>(row);
  const auto row = static_cast<std::uint32_t>(facts_.size());
  facts_.push_back(fact);
  if (location.line != 0) set_at(fact_locations_, row, location, Location{});
  append(first_fact_, next_fact_, owner, row);
  return static_cast<FactId>(row);
}

void Graph::add_evidence(Evidence evidence, Location location) {
  const std::uint32_t owner = index(evidence.fact);
  for (std::uint32_t row = at_or(first_evidence_, owner, no_row); row != no_row; row = next_evidence_[row]) {
    Evidence& known = evidence_[row];
    if (known.source != evidence.source || known.quote != evidence.quote) continue;
    if (evidence.begin < known.begin) std::tie(known.begin, known.end) = std::tie(evidence.begin, evidence.end);
    known.confidence = std::max(known.confidence, evidence.confidence);
    return;
  }
  const auto row = static_cast<std::uint32_t>(evidence_.size());
  evidence_.push_back(evidence);
  if (location.line != 0) set_at(evidence_locations_, row, location, Location{});
  append(first_evidence_, next_evidence_, owner, row);
}

void Graph::add_derivation(Derivation derivation) {
  if (derivation_of(derivation.conclusion) != nullptr) return;
  const auto row = static_cast<std::uint32_t>(derivations_.size());
  const Premise& conclusion = derivation.conclusion;
  if (conclusion.fact != FactId::none)
    set_at(fact_derivation_, index(conclusion.fact), row, no_row);
  else
    set_at(statement_derivation_, index(conclusion.statement), row, no_row);
  derivations_.push_back(std::move(derivation));
}

const Derivation* Graph::derivation_of(const Premise& conclusion) const {
  const std::uint32_t row = conclusion.fact != FactId::none
                                ? at_or(fact_derivation_, index(conclusion.fact), no_row)
                                : at_or(statement_derivation_, index(conclusion.statement), no_row);
  return row == no_row ? nullptr : &derivations_[row];
}

void Graph::add_node(TermId resource, Location location) {
  const std::uint32_t row = at_or(node_row_, index(resource), no_row);
  if (row != no_row) return;
  set_at(node_row_, index(resource), static_cast<std::uint32_t>(nodes_.size()), no_row);
  nodes_.push_back(resource);
  node_locations_.push_back(location);
}

Location Graph::node_location(TermId resource) const {
  const std::uint32_t row = at_or(node_row_, index(resource), no_row);
  return row == no_row ? Location{} : node_locations_[row];
}

bool Graph::is_stated(StatementId id) const { return index(id) >= unstated_.size() || !unstated_[index(id)]; }

bool Graph::is_asserted(StatementId id) const {
  if (is_stated(id)) return true;
  for (std::uint32_t row = at_or(first_fact_, index(id), no_row); row != no_row; row = next_fact_[row])
    if (facts_[row].modality == Modality::asserted) return true;
  return false;
}

Location Graph::location(StatementId id) const { return at_or(locations_, index(id), Location{}); }

Location Graph::location(FactId id) const { return at_or(fact_locations_, index(id), Location{}); }

Location Graph::evidence_location(std::uint32_t evidence) const {
  return at_or(evidence_locations_, evidence, Location{});
}

bool Graph::has_facts(StatementId id) const { return at_or(first_fact_, index(id), no_row) != no_row; }

std::vector<FactId> Graph::facts_of(StatementId id) const {
  std::vector<FactId> facts;
  for (std::uint32_t row : chain(at_or(first_fact_, index(id), no_row), next_fact_))
    facts.push_back(static_cast<FactId>(row));
  return facts;
}

std::vector<std::uint32_t> Graph::evidence_of(FactId id) const {
  return chain(at_or(first_evidence_, index(id), no_row), next_evidence_);
}

std::size_t Graph::memory() const {
  return terms_.memory() + rows_.memory() + graphs_.memory() + locations_.memory() + unstated_.capacity() / 8 +
         statement_index_.memory() + facts_.memory() + fact_locations_.memory() + next_fact_.memory() +
         first_fact_.memory() + evidence_.memory() + evidence_locations_.memory() + next_evidence_.memory() +
         first_evidence_.memory() + nodes_.memory();
}

}  // namespace graphwright
