#include <algorithm>
#include <unordered_set>

#include "graphwright/ascii_case.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/property_graph.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "known_terms.hpp"
#include "node_attributes.hpp"
#include "property_roles.hpp"

namespace graphwright {
namespace {

constexpr std::uint8_t no_property = 0xFF;

/// No language first, then English, its variants, then the others.
int language_class(const TermView& label) {
  if (!label.tagged) return 0;
  const std::string tag = ascii_lower(label.qualifier);
  return tag == "en" ? 1 : tag.starts_with("en-") ? 2 : 3;
}

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

int compare_labels(const TermView& a, const TermView& b) {
  if (const int order = language_class(a) - language_class(b)) return order;
  if (a.tagged)
    if (const int order = ascii_lower(a.qualifier).compare(ascii_lower(b.qualifier))) return order;
  return compare(a, b);
}

PrefixMap joined_prefixes(const Graph& graph, const PrefixMap& further) {
  PrefixMap joined = well_known_prefixes();
  for (const PrefixMap* map : {&graph.prefixes(), &further})
    for (const auto& [name, iri] : map->by_name()) joined.add(name, iri);
  return joined;
}

}  // namespace

/// Fills a property graph in a few passes over the statements.
class PropertyGraphBuilder {
 public:
  PropertyGraphBuilder(const PropertyGraphOptions& options, PropertyGraph& result)
      : graph_(*result.graph_), options_(options), result_(result), roles_(graph_, options.profile) {}

  void build() {
    show_relations();
    choose_labels();
    name_nodes();
    hash_predicates();
    fill_in_attributes(roles_, options_.profile, result_);
    read_names_at_edges();
    find_repeated_edge_ids();
  }

 private:
  // Which resources and relations are shown.

  void show_relations() {
    RelationOptions options;
    options.view = options_.view;
    options.hidden = options_.profile.hidden_properties;
    const auto& attributes = options_.profile.attribute_properties;
    options.hidden.insert(options.hidden.end(), attributes.begin(), attributes.end());
    options.symmetric = options_.profile.symmetric_properties;
    options.incoming = options_.incoming;
    result_.symmetric_ = known_terms(graph_, options.symmetric);
    hide_events(options.hidden_terms);
    hide_sources(options.hidden_terms);
    hide_descriptions(options.hidden_terms);
    result_.relations_ = graphwright::relations(graph_, options);
  }

  void hide_events(std::vector<bool>& hidden) const {
    const std::vector<TermId> events = known_terms(graph_, options_.profile.event_classes);
    if (options_.events || events.empty()) return;
    hidden.resize(graph_.terms().size());
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      if (one.predicate == roles_.type && has(events, one.object)) hidden[index(one.subject)] = true;
    }
  }

  /// Hides the documents that evidence comes from, except those that some relation touches.
  void hide_sources(std::vector<bool>& hidden) const {
    if (graph_.evidence().empty()) return;
    std::vector<bool> sources(graph_.terms().size());
    for (const Evidence& one : graph_.evidence())
      if (one.source != TermId::none) sources[index(one.source)] = true;
    hidden.resize(sources.size());
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      if ((!sources[index(one.subject)] && !sources[index(one.object)]) || !roles_.is_relation(graph_, one)) continue;
      if (hidden[index(one.subject)] || hidden[index(one.object)]) continue;
      if (edge_facts(graph_, static_cast<StatementId>(row), options_.view).empty()) continue;
      sources[index(one.subject)] = sources[index(one.object)] = false;
    }
    for (std::size_t term = 0; term < sources.size(); ++term)
      if (sources[term]) hidden[term] = true;
  }

  /// Hides what describes the graph files that the graph was read from.
  void hide_descriptions(std::vector<bool>& hidden) {
    if (result_.foreign_.empty()) return;
    hidden.resize(graph_.terms().size());
    for (TermId one : result_.foreign_.hidden()) hidden[index(one)] = true;
    const auto drawn = result_.foreign_.drawing_properties();
    roles_.hidden.insert(roles_.hidden.end(), drawn.begin(), drawn.end());
    for (std::string_view word : {iri::gw::node_id, iri::gw::in_graph, iri::gw::xml_attribute, iri::gw::locator})
      if (const TermId id = graph_.terms().find_iri(word); id != TermId::none) roles_.hidden.push_back(id);
  }

  // Nodes.

  /// Appends the id that a node bore in a graph file, unless another node bears it too.
  void append_node_id(TermId node, const TermView& view, std::string& id) {
    const std::string_view own = id_in_file(node, view);
    if (!own.empty() && !is_another(own, node))
      id += own;
    else
      result_.resource_ids_.append(view, id);
  }

  /// The id that a node bore in the graph files where it does not follow from the base of ids; empty where it does.
  std::string_view id_in_file(TermId node, const TermView& view) {
    if (result_.foreign_.node_base().empty()) return {};
    const TermId foreign = result_.foreign_.node_id(node);
    if (foreign != TermId::none)
      return foreign_ids_.insert(foreign).second ? graph_.view(foreign).text : std::string_view{};
    const std::string_view base = result_.foreign_.node_base();
    const bool is_base_of_ids = options_.base.empty() || options_.base == base;
    if (is_base_of_ids || !view.is_iri() || !view.text.starts_with(base)) return {};
    const std::string_view end = view.text.substr(base.size());
    return is_plain_id(end) ? end : std::string_view{};
  }

  /// Whether another node has the IRI that follows from an id, be it of another graph of the file or no part of it.
  bool is_another(std::string_view id, TermId node) const {
    for (std::string_view base : {result_.foreign_.node_base(), std::string_view(options_.base)}) {
      if (base.empty()) continue;
      std::string iri(base);
      append_iri_part(id, iri, ":");
      const TermId named = graph_.terms().find_iri(iri);
      if (named != TermId::none && named != node && result_.node(named) != RelationGraph::none) return true;
    }
    return false;
  }

  /// Places, speakers and sources are called by name, whether or not they are nodes.
  void read_names_at_edges() {
    std::vector<bool> is_read(graph_.terms().size());
    const auto read = [&](TermId one) {
      if (one == TermId::none || is_read[index(one)]) return;
      is_read[index(one)] = true;
      result_.read_name(one, graph_.view(one));
    };
    for (const Fact& fact : graph_.facts()) {
      read(fact.place);
      read(fact.speaker);
    }
    for (const Evidence& one : graph_.evidence()) read(one.source);
  }

  void fetch_names_after(std::uint32_t node) const {
    if (node + 2 * texts_ahead < result_.node_count())
      graph_.terms().prefetch(result_.resource(node + 2 * texts_ahead));
    if (node + texts_ahead < result_.node_count()) graph_.terms().prefetch_text(result_.resource(node + texts_ahead));
  }

  void name_nodes() {
    std::string id;
    result_.names_.reserve(result_.node_count() + std::size_t{1});
    for (std::uint32_t node = 0; node < result_.node_count(); ++node) {
      fetch_names_after(node);
      const TermView view = graph_.view(result_.resource(node));
      const std::uint64_t hash =
          mix_hash(static_cast<std::uint64_t>(view.kind), stable_hash(result_.foreign_.lasting_part(view.text)));
      result_.names_.push_back({hash, result_.ids_.size()});
      id.clear();
      append_node_id(result_.resource(node), view, id);
      result_.read_name(result_.resource(node), view);
      result_.ids_.append(id);
    }
    result_.names_.push_back({0, result_.ids_.size()});
  }

  /// The place of a property among those that label, `no_property` for any other.
  std::uint8_t label_property(TermId predicate) const {
    for (std::size_t i = 0; i < roles_.labels.size(); ++i)
      if (roles_.labels[i] == predicate) return static_cast<std::uint8_t>(i);
    return no_property;
  }

  void choose_labels() {
    std::vector<TermId>& labels = result_.labels_;
    labels.assign(graph_.terms().size(), TermId::none);
    std::vector<std::uint8_t> chosen_by(labels.size(), no_property);
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      fetch_literals_after(graph_, row);
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      const std::uint8_t property = label_property(one.predicate);
      if (property == no_property || graph_.terms().kind(one.object) != TermKind::literal) continue;
      if (is_blank_text(graph_.view(one.object).text)) continue;
      if (!is_plain(graph_, static_cast<StatementId>(row), options_.view)) continue;
      TermId& label = labels[index(one.subject)];
      std::uint8_t& by = chosen_by[index(one.subject)];
      if (property > by || (property == by && compare_labels(graph_.view(label), graph_.view(one.object)) <= 0))
        continue;
      label = one.object;
      by = property;
    }
  }

  // Edges.

  void hash_predicates() {
    std::vector<bool> is_known(graph_.terms().size());
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      const TermId predicate = graph_.statement(static_cast<StatementId>(row)).predicate;
      if (is_known[index(predicate)]) continue;
      is_known[index(predicate)] = true;
      const TermView view = graph_.view(predicate);
      result_.predicate_hashes_.emplace(predicate, stable_hash(result_.foreign_.lasting_part(view.text)));
      result_.read_name(predicate, view);
    }
  }

  void find_repeated_edge_ids() {
    std::vector<TermId> ids;
    for (std::uint32_t edge = 0; edge < result_.edge_count(); ++edge)
      if (const Fact* fact = result_.fact(edge); fact != nullptr)
        if (const TermId id = result_.foreign_.edge_id(fact->edge); id != TermId::none) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    for (std::size_t i = 1; i < ids.size(); ++i)
      if (ids[i] == ids[i - 1]) result_.repeated_edge_ids_.push_back(ids[i]);
  }

  const Graph& graph_;
  const PropertyGraphOptions& options_;
  PropertyGraph& result_;
  PropertyRoles roles_;
  std::unordered_set<TermId> foreign_ids_;
};

namespace {

/// Ids below the base that was asked for, else that of the graph file, else the graph's own.
ResourceIds resource_ids(const Graph& graph, const ForeignGraph& foreign, const PropertyGraphOptions& options) {
  std::string base = options.base;
  if (base.empty()) base = foreign.node_base().empty() ? graph.base() : std::string(foreign.node_base());
  const bool is_a_place = !base.empty() && foreign.lasting_part(base).empty();
  return {joined_prefixes(graph, options.prefixes), std::move(base), is_a_place};
}

}  // namespace

PropertyGraph::PropertyGraph(const Graph& graph, const PropertyGraphOptions& options)
    : graph_(&graph),
      view_(options.view),
      foreign_(graph),
      profile_labels_(options.profile.labels),
      resource_ids_(resource_ids(graph, foreign_, options)) {
  PropertyGraphBuilder(options, *this).build();
}

}  // namespace graphwright
