#include "blank_quads.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/ntriples_text.hpp"

namespace graphwright {

// Names of what is no statement. They are no IRIs, so that no quad of the data can equal them.
namespace role {
constexpr std::string_view triple_subject = "triple-subject";
constexpr std::string_view triple_predicate = "triple-predicate";
constexpr std::string_view triple_object = "triple-object";
constexpr std::string_view fact_subject = "fact-subject";
constexpr std::string_view fact_predicate = "fact-predicate";
constexpr std::string_view fact_object = "fact-object";
constexpr std::string_view fact_graph = "fact-graph";
constexpr std::string_view time = "time";
constexpr std::string_view place = "place";
constexpr std::string_view speaker = "speaker";
constexpr std::string_view edge_id = "edge-id";
constexpr std::string_view modality = "modality";
constexpr std::string_view evidence = "evidence";
constexpr std::string_view source = "source";
constexpr std::string_view quote = "quote";
constexpr std::string_view offsets = "offsets";
constexpr std::string_view confidence = "confidence";
}  // namespace role

/// Fills a `BlankQuads`: first the quads with term ids, then numbers in the order of the labels.
class BlankQuadsBuilder {
 public:
  BlankQuadsBuilder(const Graph& graph, BlankQuads& out) : graph_(graph), out_(out) {}

  void add_statements() {
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const auto id = static_cast<StatementId>(row);
      const Statement one = graph_.statement(id);
      if (!graph_.is_asserted(id) || !mentions_blank(one)) continue;
      add({.term = one.subject}, keep_text(one.predicate), {.term = one.object}, {.term = one.graph});
    }
  }

  void add_facts() {
    for (std::uint32_t row = 0; row < graph_.facts().size(); ++row) add_fact(static_cast<FactId>(row));
  }

  void finish() {
    number_labelled();
    for (const Row& row : rows_)
      out_.quads_.push_back({component(row.subject), row.predicate, component(row.object), component(row.graph)});
    index_mentions();
  }

 private:
  /// A place: a term, a text, or an extra blank node counted from 0.
  struct Place {
    TermId term = TermId::none;
    std::string_view text{};
    std::uint32_t extra = BlankQuads::none;
  };
  struct Row {
    Place subject;
    std::string_view predicate;
    Place object;
    Place graph;
  };

  bool mentions_blank(TermId id) const { return id != TermId::none && mentions_blank(graph_.view(id)); }
  static bool mentions_blank(const TermView& term) {
    if (!term.is_triple()) return term.is_blank();
    return mentions_blank(term.triple->subject) || mentions_blank(term.triple->predicate) ||
           mentions_blank(term.triple->object);
  }
  bool mentions_blank(const Statement& one) const {
    return mentions_blank(one.subject) || mentions_blank(one.predicate) || mentions_blank(one.object) ||
           mentions_blank(one.graph);
  }

  std::string_view keep(std::string text) { return out_.texts_.emplace_back(std::move(text)); }
  std::string_view keep_text(TermId id) {
    const auto [at, is_new] = texts_.try_emplace(id);
    if (!is_new) return at->second;
    std::string text;
    append_ntriples(graph_.view(id), text);
    return at->second = keep(std::move(text));
  }
  Place new_extra() { return {.extra = extras_++}; }

  void add(const Place& subject, std::string_view predicate, const Place& object, const Place& graph) {
    const Place from = named(subject);
    const Place to = named(object);
    rows_.push_back({from, predicate, to, graph});
  }

  /// A triple term that mentions blank nodes becomes one itself, with its three parts around it.
  Place named(const Place& place) {
    if (place.term == TermId::none || graph_.terms().kind(place.term) != TermKind::triple ||
        !mentions_blank(place.term))
      return place;
    const auto [at, is_new] = triples_.try_emplace(place.term, extras_);
    const Place extra{.extra = at->second};
    if (!is_new) return extra;
    ++extras_;
    const TripleIds parts = graph_.terms().triple(place.term);
    add(extra, role::triple_subject, {.term = parts.subject}, {});
    add(extra, role::triple_predicate, {.term = parts.predicate}, {});
    add(extra, role::triple_object, {.term = parts.object}, {});
    return extra;
  }

  void add_fact(FactId id) {
    const Fact& fact = graph_.fact(id);
    const Statement one = graph_.statement(fact.statement);
    const std::vector<std::uint32_t> evidence = graph_.evidence_of(id);
    const bool has_blank = mentions_blank(one) || mentions_blank(fact.place) || mentions_blank(fact.speaker) ||
                           std::any_of(evidence.begin(), evidence.end(), [&](std::uint32_t row) {
                             return mentions_blank(graph_.evidence()[row].source);
                           });
    if (!has_blank) return;
    const Place node = new_extra();
    const std::array<std::pair<std::string_view, TermId>, 8> parts{{{role::fact_subject, one.subject},
                                                                    {role::fact_predicate, one.predicate},
                                                                    {role::fact_object, one.object},
                                                                    {role::fact_graph, one.graph},
                                                                    {role::time, fact.time},
                                                                    {role::place, fact.place},
                                                                    {role::speaker, fact.speaker},
                                                                    {role::edge_id, fact.edge}}};
    for (const auto& [predicate, term] : parts)
      if (term != TermId::none) add(node, predicate, {.term = term}, {});
    add(node, role::modality, {.text = name(fact.modality)}, {});
    for (std::uint32_t row : evidence) add_evidence(node, graph_.evidence()[row]);
  }

  void add_evidence(const Place& fact, const Evidence& one) {
    const Place node = new_extra();
    add(fact, role::evidence, node, {});
    if (one.source != TermId::none) add(node, role::source, {.term = one.source}, {});
    if (one.quote != TermId::none) add(node, role::quote, {.term = one.quote}, {});
    add(node, role::offsets, {.text = keep(fmt::format("{} {}", one.begin, one.end))}, {});
    add(node, role::confidence, {.text = keep(fmt::format("{}", one.confidence))}, {});
  }

  /// Labelled blank nodes are numbered first, by label; extra ones follow.
  void number_labelled() {
    std::vector<TermId>& nodes = out_.nodes_;
    const auto note = [&](const Place& place) {
      if (place.term == TermId::none || graph_.terms().kind(place.term) != TermKind::blank) return;
      if (out_.numbers_.try_emplace(place.term, 0).second) nodes.push_back(place.term);
    };
    for (const Row& row : rows_) {
      note(row.subject);
      note(row.object);
      note(row.graph);
    }
    graph_.terms().sort(nodes);
    for (std::uint32_t number = 0; number < nodes.size(); ++number) out_.numbers_[nodes[number]] = number;
    labelled_ = static_cast<std::uint32_t>(nodes.size());
    nodes.resize(labelled_ + extras_, TermId::none);
  }

  BlankQuads::Component component(const Place& place) {
    if (place.extra != BlankQuads::none) return {.blank = labelled_ + place.extra};
    if (place.term == TermId::none) return {.text = place.text};
    const auto at = out_.numbers_.find(place.term);
    if (at != out_.numbers_.end()) return {.blank = at->second};
    return {.text = keep_text(place.term)};
  }

  void index_mentions() {
    out_.first_mention_.assign(out_.blank_count() + std::size_t{1}, 0);
    for (const BlankQuads::Quad& quad : out_.quads_)
      for (std::uint32_t blank : blanks_of(quad)) ++out_.first_mention_[blank + 1];
    for (std::size_t i = 1; i < out_.first_mention_.size(); ++i) out_.first_mention_[i] += out_.first_mention_[i - 1];
    out_.mentions_.resize(out_.first_mention_.back());
    std::vector<std::uint32_t> next(out_.first_mention_.begin(), out_.first_mention_.end() - 1);
    for (std::uint32_t row = 0; row < out_.quads_.size(); ++row)
      for (std::uint32_t blank : blanks_of(out_.quads_[row])) out_.mentions_[next[blank]++] = row;
  }

  const Graph& graph_;
  BlankQuads& out_;
  std::vector<Row> rows_;
  std::unordered_map<TermId, std::string_view> texts_;
  std::unordered_map<TermId, std::uint32_t> triples_;
  std::uint32_t extras_ = 0;
  std::uint32_t labelled_ = 0;
};

BlankQuads::BlankQuads(const Graph& graph, Scope scope) {
  BlankQuadsBuilder builder(graph, *this);
  builder.add_statements();
  if (scope == Scope::everything) builder.add_facts();
  builder.finish();
}

std::uint32_t BlankQuads::number(TermId node) const {
  const auto at = numbers_.find(node);
  return at == numbers_.end() ? none : at->second;
}

std::vector<std::uint32_t> blanks_of(const BlankQuads::Quad& quad) {
  std::vector<std::uint32_t> blanks;
  for (const BlankQuads::Component* one : {&quad.subject, &quad.object, &quad.graph})
    if (one->is_blank() && std::find(blanks.begin(), blanks.end(), one->blank) == blanks.end())
      blanks.push_back(one->blank);
  return blanks;
}

}  // namespace graphwright
