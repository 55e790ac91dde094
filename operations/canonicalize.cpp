#include "graphwright/canonicalize.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include <fmt/format.h>

#include "graphwright/ntriples_text.hpp"

#include "blank_quads.hpp"
#include "rdfc10.hpp"

namespace graphwright {
namespace {

std::vector<StatementId> plain_statements(const Graph& graph) {
  std::vector<StatementId> plain;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row)
    if (graph.is_asserted(static_cast<StatementId>(row))) plain.push_back(static_cast<StatementId>(row));
  return plain;
}

std::optional<Refusal> refuse_triple_terms(const Graph& graph) {
  for (StatementId id : plain_statements(graph)) {
    const Statement one = graph.statement(id);
    if (graph.view(one.subject).is_triple() || graph.view(one.object).is_triple())
      return Refusal{"canonicalize-triple-term", graph.location(id),
                     "RDFC-1.0 has no canonical form for triple terms; convert with --statements rdf11 or lift them "
                     "first"};
  }
  return std::nullopt;
}

/// The canonical text of the terms of the plain statements, and where each comes among them.
///
/// Each text ends with the space that follows it on a line. So no text begins another, and comparing
/// term by term gives the same order as comparing whole lines.
class RankedTexts {
 public:
  RankedTexts(const Graph& graph, const std::vector<StatementId>& statements, const CanonicalLabels& labels)
      : graph_(graph), slots_(graph.terms().size(), none) {
    for (std::uint32_t number = 0; number < labels.nodes.size(); ++number)
      add(labels.nodes[number], fmt::format("_:c14n{} ", number));
    for (StatementId id : statements) {
      const Statement one = graph.statement(id);
      for (TermId term : {one.subject, one.predicate, one.object, one.graph}) add(term);
    }
    rank();
  }

  /// 0 for the default graph, whose lines come first since a dot comes before all that begins a term.
  std::uint32_t rank(TermId id) const { return id == TermId::none ? 0 : ranks_[slots_[index(id)]]; }
  std::string_view text(TermId id) const {
    return id == TermId::none ? std::string_view{} : text_of(slots_[index(id)]);
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void add(TermId id) {
    if (id == TermId::none || slots_[index(id)] != none) return;
    std::string text;
    append_ntriples(graph_.view(id), text);
    add(id, text.append(" "));
  }
  void add(TermId id, const std::string& text) {
    slots_[index(id)] = static_cast<std::uint32_t>(begins_.size());
    begins_.push_back(pool_.size());
    pool_ += text;
  }
  std::string_view text_of(std::uint32_t slot) const {
    const std::size_t end = slot + std::size_t{1} < begins_.size() ? begins_[slot + std::size_t{1}] : pool_.size();
    return std::string_view(pool_).substr(begins_[slot], end - begins_[slot]);
  }
  void rank() {
    std::vector<std::uint32_t> order(begins_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return text_of(a) < text_of(b); });
    ranks_.resize(order.size());
    for (std::uint32_t place = 0; place < order.size(); ++place) ranks_[order[place]] = place + 1;
  }

  const Graph& graph_;
  std::vector<std::uint32_t> slots_;
  std::string pool_;
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> ranks_;
};

}  // namespace

CanonicalLabels canonical_labels(const Graph& graph, const CanonicalizeOptions& options) {
  if (std::optional<Refusal> refusal = refuse_triple_terms(graph)) return {.nodes = {}, .refusal = std::move(refusal)};
  const BlankQuads quads(graph, BlankQuads::Scope::statements);
  WorkLimit limit = work_limit(options, quads.blank_count());
  std::vector<std::uint32_t> members(quads.blank_count());
  std::iota(members.begin(), members.end(), 0);
  const auto order = Rdfc10(quads, options.hash, limit).label(members);
  if (!order) return {.nodes = {}, .refusal = work_limit_refusal(options.work_limit, quads.blank_count())};
  CanonicalLabels labels;
  for (std::uint32_t blank : *order) labels.nodes.push_back(quads.node(blank));
  return labels;
}

void write_canonical(const Graph& graph, const CanonicalLabels& labels, Output& output) {
  std::vector<StatementId> statements = plain_statements(graph);
  const RankedTexts texts(graph, statements, labels);
  const auto key = [&](StatementId id) {
    const Statement one = graph.statement(id);
    return std::array{texts.rank(one.subject), texts.rank(one.predicate), texts.rank(one.object),
                      texts.rank(one.graph)};
  };
  std::sort(statements.begin(), statements.end(), [&](StatementId a, StatementId b) { return key(a) < key(b); });
  for (StatementId id : statements) {
    const Statement one = graph.statement(id);
    for (TermId term : {one.subject, one.predicate, one.object, one.graph}) output.write(texts.text(term));
    output.write(".\n");
  }
}

Canonical canonicalize(const Graph& graph, const CanonicalizeOptions& options) {
  Canonical result;
  CanonicalLabels labels = canonical_labels(graph, options);
  result.refusal = std::move(labels.refusal);
  if (result.refusal) return result;
  for (std::size_t number = 0; number < labels.nodes.size(); ++number)
    result.labels.emplace(graph.terms().text(labels.nodes[number]), fmt::format("c14n{}", number));
  StringOutput output;
  write_canonical(graph, labels, output);
  output.commit();
  result.nquads = output.take();
  return result;
}

}  // namespace graphwright
