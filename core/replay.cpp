#include "graphwright/replay.hpp"

#include <algorithm>
#include <charconv>
#include <deque>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::size_t batch_size = 256;

/// Gathers statements into batches; what they borrow must live until the next flush.
class Batch {
 public:
  explicit Batch(Sink& sink) : sink_(sink) {}
  void add(const StatementView& statement) {
    rows_.push_back(statement);
    if (rows_.size() == batch_size) flush();
  }
  void flush() {
    if (!rows_.empty()) sink_.statements(rows_);
    rows_.clear();
  }

 private:
  Sink& sink_;
  std::vector<StatementView> rows_;
};

/// The shortest decimal that reads back as the same confidence.
std::string decimal_text(float value) {
  std::string text = fmt::format("{}", value);
  for (int digits = 1; text.find('e') != std::string::npos; ++digits) {
    const std::string plain = fmt::format("{:.{}f}", value, digits);
    float read = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), read);
    if (read == value) text = plain;
  }
  return text;
}

constexpr std::string_view modality_iri(Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return "https://w3id.org/graphwright/vocabulary#asserted";
    case Modality::attributed:
      return "https://w3id.org/graphwright/vocabulary#attributed";
    case Modality::hypothetical:
      return "https://w3id.org/graphwright/vocabulary#hypothetical";
    case Modality::denied:
      return "https://w3id.org/graphwright/vocabulary#denied";
  }
  return {};
}

/// Writes the plain statements, each in its own graph.
void replay_statements(const Graph& graph, const ViewOptions& options, Sink& sink) {
  Batch batch(sink);
  for (StatementId id : canonical_statements(graph)) {
    if (!is_plain(graph, id, options)) continue;
    const Statement one = graph.statement(id);
    batch.add({graph.view(one.subject), graph.view(one.predicate), graph.view(one.object), graph.view(one.graph),
               graph.location(id)});
  }
  batch.flush();
}

/// Names of the source documents that evidence a statement's plain facts, in the order of their text.
std::vector<TermView> sources_of(const Graph& graph, StatementId id, const ViewOptions& options) {
  std::vector<TermView> sources;
  for (FactId fact : graph.facts_of(id))
    if (counts_as_asserted(graph.fact(fact).modality, options))
      for (std::uint32_t row : graph.evidence_of(fact)) sources.push_back(graph.view(graph.evidence()[row].source));
  std::erase_if(sources, [](const TermView& source) { return source.is_absent(); });
  std::sort(sources.begin(), sources.end(), [](const TermView& a, const TermView& b) { return compare(a, b) < 0; });
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

/// Writes the plain statements with one graph a source document; what has no source stays where it is.
void replay_by_source(const Graph& graph, const ViewOptions& options, Sink& sink) {
  struct Row {
    TermView source;
    std::size_t place;
    StatementView statement;
  };
  std::vector<Row> rows;
  for (StatementId id : canonical_statements(graph)) {
    if (!is_plain(graph, id, options)) continue;
    const Statement one = graph.statement(id);
    const StatementView view{graph.view(one.subject), graph.view(one.predicate), graph.view(one.object),
                             graph.view(one.graph), graph.location(id)};
    const std::vector<TermView> sources = sources_of(graph, id, options);
    if (sources.empty()) rows.push_back({view.graph, rows.size(), view});
    for (const TermView& source : sources) {
      rows.push_back({source, rows.size(), view});
      rows.back().statement.graph = source;
    }
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    const int order = compare(a.source, b.source);
    return order != 0 ? order < 0 : a.place < b.place;
  });
  Batch batch(sink);
  for (const Row& row : rows) batch.add(row.statement);
  batch.flush();
}

/// Writes the nodes of facts and of their evidence.
class MetadataReplay {
 public:
  MetadataReplay(const Graph& graph, const ViewOptions& options, Sink& sink)
      : graph_(graph), options_(options), batch_(sink) {}

  void run() {
    for (FactId fact : canonical_facts(graph_)) {
      if (!is_shown(graph_, {graph_.fact(fact).statement, fact}, options_)) continue;
      add_fact(fact);
      end_node();
    }
    for (StatementId id : derived_statements()) {
      add_derived(id);
      end_node();
    }
  }

 private:
  void end_node() {
    batch_.flush();
    texts_.clear();
  }

  /// The derived statements of which nothing is known but how they follow, in canonical order.
  std::vector<StatementId> derived_statements() const {
    const auto is_bare = [](const Derivation& one) { return one.conclusion.fact == FactId::none; };
    if (std::none_of(graph_.derivations().begin(), graph_.derivations().end(), is_bare)) return {};
    std::vector<StatementId> derived = canonical_statements(graph_);
    std::erase_if(derived, [&](StatementId id) {
      return graph_.derivation_of({id}) == nullptr || !graph_.is_stated(id) || !is_shown(graph_, {id}, options_);
    });
    return derived;
  }

  void add_derived(StatementId id) {
    const Statement statement = graph_.statement(id);
    graph_name_ = graph_.view(statement.graph);
    location_ = graph_.location(id);
    node_ = keep(premise_iri(graph_, {id}));
    add_statement_terms(statement);
    add_derivation({id});
  }

  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  void add(std::string_view predicate, const TermView& object) {
    if (object.is_absent()) return;
    batch_.add({TermView::iri(node_), TermView::iri(predicate), object, graph_name_, location_});
  }

  void add_fact(FactId id) {
    const Fact& fact = graph_.fact(id);
    const Statement statement = graph_.statement(fact.statement);
    graph_name_ = graph_.view(statement.graph);
    location_ = graph_.location(id);
    node_ = keep(fact_iri(graph_, id));
    // Parallel edges of a graph file differ in the edge only, follow each other, and have one name.
    const bool is_said = last_fact_ == node_;
    last_fact_ = node_;
    if (!is_said) {
      add_statement_terms(statement);
      add_time(graph_.view(fact.time));
      add(iri::gw::place, graph_.view(fact.place));
      add(iri::gw::modality, TermView::iri(modality_iri(fact.modality)));
      add(iri::gw::speaker, graph_.view(fact.speaker));
    }
    add_edge(graph_.view(fact.edge));
    add_derivation({fact.statement, id});
    const std::vector<std::uint32_t> evidence = canonical_evidence(graph_, id);
    std::vector<std::string_view> names;
    names.reserve(evidence.size());
    for (std::uint32_t row : evidence) names.push_back(keep(evidence_iri(graph_, row)));
    for (std::string_view name : names) add(iri::gw::has_evidence, TermView::iri(name));
    for (std::size_t i = 0; i < evidence.size(); ++i)
      add_evidence(names[i], graph_.evidence()[evidence[i]], graph_.view(fact.edge));
  }

  void add_edge(const TermView& edge) { add(edge.is_iri() ? iri::gw::fact_edge : iri::gw::edge_id, edge); }

  void add_statement_terms(const Statement& statement) {
    if (options_.statements == StatementMode::rdf12) {
      triple_ = {graph_.view(statement.subject), graph_.view(statement.predicate), graph_.view(statement.object)};
      add(iri::rdf::reifies, TermView::triple_term(triple_));
      return;
    }
    add(iri::rdf::type, TermView::iri(iri::rdf::statement));
    add(iri::rdf::subject, graph_.view(statement.subject));
    add(iri::rdf::predicate, graph_.view(statement.predicate));
    add(iri::rdf::object, graph_.view(statement.object));
  }

  void add_time(const TermView& time) {
    if (time.is_absent()) return;
    add(iri::gw::time, time);
    const TimeResult parsed = parse_time(time.text);
    if (!parsed.span) return;
    if (parsed.span->earliest)
      add(iri::gw::earliest, TermView::literal(keep(to_string(*parsed.span->earliest)), iri::xsd::date));
    if (parsed.span->latest)
      add(iri::gw::latest, TermView::literal(keep(to_string(*parsed.span->latest)), iri::xsd::date));
  }

  void add_derivation(const Premise& conclusion) {
    const Derivation* derivation = graph_.derivation_of(conclusion);
    if (derivation == nullptr) return;
    if (derivation->is_relation) add(iri::rdf::type, TermView::iri(iri::gw::direct_relation));
    add(iri::gw::rule, graph_.view(derivation->rule));
    std::vector<std::string> premises;
    for (const Premise& premise : derivation->premises) premises.push_back(premise_iri(graph_, premise));
    std::sort(premises.begin(), premises.end());
    for (std::string& premise : premises) add(iri::gw::premise, TermView::iri(keep(std::move(premise))));
  }

  /// Parallel edges of a foreign file share the name of their fact, so that evidence says whose it is.
  void add_evidence(std::string_view node, const Evidence& evidence, const TermView& edge) {
    node_ = node;
    add(iri::rdf::type, TermView::iri(iri::gw::evidence));
    if (evidence.quote != TermId::none) add(iri::rdf::type, TermView::iri(iri::oa::text_quote_selector));
    add(iri::prov::was_quoted_from, graph_.view(evidence.source));
    add(iri::oa::exact, graph_.view(evidence.quote));
    add_offset(iri::oa::start, evidence.begin);
    add_offset(iri::oa::end, evidence.end);
    if (evidence.confidence >= 0)
      add(iri::gw::confidence, TermView::literal(keep(decimal_text(evidence.confidence)), iri::xsd::decimal));
    add_edge(edge);
  }

  void add_offset(std::string_view predicate, std::uint32_t offset) {
    if (offset == EvidenceView::no_offset) return;
    add(predicate, TermView::literal(keep(fmt::format("{}", offset)), iri::xsd::integer));
  }

  const Graph& graph_;
  const ViewOptions& options_;
  Batch batch_;
  std::deque<std::string> texts_;
  TripleView triple_;
  std::string_view node_;
  std::string last_fact_;
  TermView graph_name_;
  Location location_;
};

}  // namespace

bool counts_as_asserted(Modality modality, const ViewOptions& options) {
  return modality == Modality::asserted || (options.assert_attributed && modality == Modality::attributed);
}

bool is_shown(const Graph& graph, const Premise& conclusion, const ViewOptions& options) {
  const Derivation* derivation = graph.derivation_of(conclusion);
  if (derivation == nullptr || options.derived == Derived::all) return true;
  return options.derived == Derived::relations && derivation->is_relation;
}

bool is_plain(const Graph& graph, StatementId id, const ViewOptions& options) {
  if (graph.is_stated(id) && is_shown(graph, {id}, options)) return true;
  for (FactId fact : graph.facts_of(id))
    if (counts_as_asserted(graph.fact(fact).modality, options) && is_shown(graph, {id, fact}, options)) return true;
  return false;
}

void replay(const Graph& graph, const ViewOptions& options, Sink& sink) {
  for (const auto& [name, iri] : graph.prefixes().by_name()) sink.prefix(name, iri);
  for (const auto& [iri, label] : graph.relation_labels()) sink.relation_label(iri, label);
  if (options.statements == StatementMode::named_graph)
    replay_by_source(graph, options, sink);
  else
    replay_statements(graph, options, sink);
  if (options.statements == StatementMode::rdf11 || options.statements == StatementMode::rdf12)
    MetadataReplay(graph, options, sink).run();
  sink.finish();
}

}  // namespace graphwright
