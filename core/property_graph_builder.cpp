#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_set>

#include "graphwright/ascii_case.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/label_properties.hpp"
#include "graphwright/property_graph.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "row_places.hpp"

namespace graphwright {
namespace {

constexpr std::uint8_t no_property = 0xFF;

/// How many statements or nodes ahead memory is asked for texts; for what leads to them, twice as many.
constexpr std::uint32_t ahead = 12;

/// Classes that say little: they are shown only where there is no other.
constexpr std::array<std::string_view, 4> vague_classes{
    "http://www.w3.org/2000/01/rdf-schema#Resource", "http://www.w3.org/2002/07/owl#NamedIndividual",
    "http://www.w3.org/2002/07/owl#Thing", "https://schema.org/Thing"};

/// Words that some reader of graph files takes for its own: they are no names of columns.
constexpr std::array<std::string_view, 26> reserved_names{
    "b",     "color",  "colour", "edgelabel", "g", "id",    "interaction", "iri",    "key",
    "label", "labels", "name",   "nodelabel", "r", "shape", "size",        "source", "target",
    "type",  "types",  "viz",    "weight",    "x", "xpos",  "y",           "ypos"};

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

/// The terms of IRIs that a graph knows.
std::vector<TermId> known_terms(const Graph& graph, std::span<const std::string> iris) {
  std::vector<TermId> known;
  for (const std::string& one : iris)
    if (const TermId id = graph.terms().find_iri(one); id != TermId::none) known.push_back(id);
  return known;
}

bool has(const std::vector<TermId>& terms, TermId term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

}  // namespace

/// Fills a property graph in a few passes over the statements.
class PropertyGraphBuilder {
 public:
  PropertyGraphBuilder(const PropertyGraphOptions& options, PropertyGraph& result)
      : graph_(*result.graph_),
        options_(options),
        result_(result),
        type_(graph_.terms().find_iri(iri::rdf::type)),
        attribute_properties_(known_terms(graph_, options.profile.attribute_properties)),
        hidden_properties_(known_terms(graph_, options.profile.hidden_properties)) {
    for (std::size_t i = 0; i < label_properties.size(); ++i)
      label_terms_[i] = graph_.terms().find_iri(label_properties[i]);
  }

  void build() {
    show_relations();
    choose_labels();
    name_nodes();
    hash_predicates();
    add_attributes();
    read_names_at_edges();
    find_repeated_edge_ids();
    count_losses_of_edges();
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
      if (one.predicate == type_ && has(events, one.object)) hidden[index(one.subject)] = true;
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
      if ((!sources[index(one.subject)] && !sources[index(one.object)]) || !is_edge(one)) continue;
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
    hidden_properties_.insert(hidden_properties_.end(), drawn.begin(), drawn.end());
    for (std::string_view word : {iri::gw::node_id, iri::gw::in_graph, iri::gw::xml_attribute, iri::gw::locator})
      if (const TermId id = graph_.terms().find_iri(word); id != TermId::none) hidden_properties_.push_back(id);
  }

  bool is_edge(const Statement& one) const {
    const TermKind kind = graph_.terms().kind(one.object);
    return (kind == TermKind::iri || kind == TermKind::blank) && one.predicate != type_ &&
           !has(attribute_properties_, one.predicate) && !has(hidden_properties_, one.predicate);
  }

  /// Fetches the kinds of the objects of statements ahead, then the texts of those that are literals.
  void fetch_literals_after(std::uint32_t row) const {
    const auto object = [this](std::uint32_t at) { return graph_.statement(static_cast<StatementId>(at)).object; };
    if (row + 2 * ahead < graph_.statement_count()) graph_.terms().prefetch(object(row + 2 * ahead));
    if (row + ahead >= graph_.statement_count()) return;
    const TermId literal = object(row + ahead);
    if (graph_.terms().kind(literal) == TermKind::literal) graph_.terms().prefetch_text(literal);
  }

  // Nodes.

  /// Appends the id that a node bore in a graph file, unless another node bears it too.
  void append_node_id(TermId node, const TermView& view, std::string& id) {
    const TermId foreign = result_.foreign_.node_id(node);
    if (foreign != TermId::none && result_.foreign_.files().size() == 1 && foreign_ids_.insert(foreign).second)
      id += graph_.view(foreign).text;
    else
      result_.resource_ids_.append(view, id);
  }

  /// Keeps what people read where a name is written with percent signs.
  void read_name(TermId term, const TermView& view) {
    if (view.text.find('%') == std::string_view::npos) return;
    if (std::string name = readable_name(view.text); name != short_name(view.text))
      result_.readable_names_.emplace(term, std::move(name));
  }

  /// Places, speakers and sources are called by name, whether or not they are nodes.
  void read_names_at_edges() {
    std::vector<bool> is_read(graph_.terms().size());
    const auto read = [&](TermId one) {
      if (one == TermId::none || is_read[index(one)]) return;
      is_read[index(one)] = true;
      read_name(one, graph_.view(one));
    };
    for (const Fact& fact : graph_.facts()) {
      read(fact.place);
      read(fact.speaker);
    }
    for (const Evidence& one : graph_.evidence()) read(one.source);
  }

  void fetch_names_after(std::uint32_t node) const {
    if (node + 2 * ahead < result_.node_count()) graph_.terms().prefetch(result_.resource(node + 2 * ahead));
    if (node + ahead < result_.node_count()) graph_.terms().prefetch_text(result_.resource(node + ahead));
  }

  void name_nodes() {
    std::string id;
    result_.names_.reserve(result_.node_count() + std::size_t{1});
    for (std::uint32_t node = 0; node < result_.node_count(); ++node) {
      fetch_names_after(node);
      const TermView view = graph_.view(result_.resource(node));
      const std::uint64_t hash = mix_hash(static_cast<std::uint64_t>(view.kind), stable_hash(view.text));
      result_.names_.push_back({hash, result_.ids_.size()});
      id.clear();
      append_node_id(result_.resource(node), view, id);
      read_name(result_.resource(node), view);
      result_.ids_.append(id);
    }
    result_.names_.push_back({0, result_.ids_.size()});
  }

  /// The place of a property among those that label, `no_property` for any other.
  std::uint8_t label_property(TermId predicate) const {
    for (std::size_t i = 0; i < label_terms_.size(); ++i)
      if (label_terms_[i] == predicate) return static_cast<std::uint8_t>(i);
    return no_property;
  }

  void choose_labels() {
    std::vector<TermId>& labels = result_.labels_;
    labels.assign(graph_.terms().size(), TermId::none);
    std::vector<std::uint8_t> chosen_by(labels.size(), no_property);
    for (std::uint32_t row = 0; row < graph_.statement_count(); ++row) {
      fetch_literals_after(row);
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
      result_.predicate_hashes_.emplace(predicate, stable_hash(view.text));
      read_name(predicate, view);
    }
  }

  void find_repeated_edge_ids() {
    std::vector<TermId> ids;
    for (std::uint32_t edge = 0; edge < result_.edge_count(); ++edge)
      if (const Fact* fact = result_.fact(edge); fact != nullptr && fact->edge_id != TermId::none)
        ids.push_back(fact->edge_id);
    std::sort(ids.begin(), ids.end());
    for (std::size_t i = 1; i < ids.size(); ++i)
      if (ids[i] == ids[i - 1]) result_.repeated_edge_ids_.push_back(ids[i]);
  }

  // Types and literal attributes.

  /// Values in the rows of their nodes.
  struct Rows {
    std::vector<std::uint32_t> begin;  // one more than there are nodes
    std::vector<NodeAttribute> values;
  };

  /// Counts the values of each node, then puts them there, so that nothing is held twice.
  void add_attributes() {
    std::vector<bool> is_value(graph_.statement_count());
    RowPlaces type_places(result_.node_count());
    RowPlaces attribute_places(result_.node_count());
    const auto places_of = [&](const Statement& one) -> RowPlaces& {
      return one.predicate == type_ ? type_places : attribute_places;
    };
    for (std::uint32_t row = 0; row < is_value.size(); ++row) {
      fetch_literals_after(row);
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      is_value[row] = is_value_of_node(static_cast<StatementId>(row), one);
      if (is_value[row]) places_of(one).count(result_.node(one.subject));
    }
    Rows types{{}, std::vector<NodeAttribute>(type_places.settle())};
    Rows attributes{{}, std::vector<NodeAttribute>(attribute_places.settle())};
    for (std::uint32_t row = 0; row < is_value.size(); ++row) {
      if (!is_value[row]) continue;
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      const bool is_type = one.predicate == type_;
      const std::uint32_t place = places_of(one).next(result_.node(one.subject));
      (is_type ? types : attributes).values[place] = {is_type ? 0 : column_of(one), one.object};
    }
    types.begin = std::move(type_places).take();
    attributes.begin = std::move(attribute_places).take();
    store_types(types);
    sort_columns(attributes);
    store_attributes(attributes);
    type_columns();
    name_columns();
  }

  /// Whether a statement is a type or an attribute of a node; counts what is lost of it.
  bool is_value_of_node(StatementId id, const Statement& one) {
    if (result_.node(one.subject) == RelationGraph::none || (one.predicate != type_ && is_edge(one))) return false;
    if (has(hidden_properties_, one.predicate)) return false;
    const bool is_plain_value = is_plain(graph_, id, options_.view);
    count_losses(id, one, is_plain_value);
    return is_plain_value && !is_display_label(one);
  }

  /// Whether the label column says all of it: rdfs:label, without a language, chosen for display.
  bool is_display_label(const Statement& one) const {
    return one.predicate == label_terms_[0] && one.object == result_.labels_[index(one.subject)] &&
           !graph_.view(one.object).tagged;
  }

  void count_losses(StatementId id, const Statement& one, bool is_plain_value) {
    AttributeLosses& losses = result_.losses_;
    if (!is_plain_value && options_.view.claims) ++losses.claims;
    if (!is_plain_value) return;
    count_described(id);
    const TermView value = graph_.view(one.object);
    if (value.direction != Direction::none) ++losses.directions;
    if (value.is_literal() && !value.tagged && !value.qualifier.empty() && value_type(value) == ValueType::text)
      ++losses.datatypes;
  }

  void count_described(StatementId id) {
    for (FactId fact : graph_.facts_of(id)) {
      const Fact& known = graph_.fact(fact);
      const bool is_described = known.time != TermId::none || known.place != TermId::none ||
                                known.speaker != TermId::none || !graph_.evidence_of(fact).empty();
      if (is_described) ++result_.losses_.described;
    }
  }

  /// Values of edges of graph files, which stand on resources of their own.
  void count_losses_of_edges() {
    const TermId label = graph_.terms().find_iri(iri::rdfs::label);
    const TermId weight = graph_.terms().find_iri(iri::gw::weight);
    ForeignAttribute before;
    for (const ForeignAttribute& one : result_.foreign_.attributes()) {
      if (const StatementId id = graph_.find({one.edge, one.property, one.value, TermId::none});
          id != StatementId::none)
        count_described(id);
      const bool is_further = one.edge == before.edge && one.property == before.property;
      if (is_further && (one.property == label || one.property == weight)) ++result_.losses_.further;
      before = one;
    }
  }

  std::uint32_t column_of(const Statement& one) {
    const std::string language = ascii_lower(graph_.view(one.object).language());
    std::vector<std::uint32_t>& candidates = columns_of_property_[one.predicate];
    for (std::uint32_t column : candidates)
      if (result_.columns_[column].language == language) return column;
    const auto column = static_cast<std::uint32_t>(result_.columns_.size());
    candidates.push_back(column);
    NodeColumn& added = result_.columns_.emplace_back();
    added.property = one.predicate;
    added.language = language;
    return column;
  }

  void sort_columns(Rows& attributes) {
    std::vector<NodeColumn>& columns = result_.columns_;
    std::vector<std::uint32_t> order(columns.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const int by_property = compare(graph_.view(columns[a].property), graph_.view(columns[b].property));
      return by_property != 0 ? by_property < 0 : columns[a].language < columns[b].language;
    });
    std::vector<NodeColumn> sorted;
    std::vector<std::uint32_t> place(columns.size());
    for (std::uint32_t column : order) {
      place[column] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(std::move(columns[column]));
    }
    columns = std::move(sorted);
    for (NodeAttribute& one : attributes.values) one.column = place[one.column];
  }

  void store_attributes(Rows& rows) {
    const auto less = [this](const NodeAttribute& a, const NodeAttribute& b) {
      if (a.column != b.column) return a.column < b.column;
      return a.value != b.value && compare(graph_.view(a.value), graph_.view(b.value)) < 0;
    };
    sort_rows(rows, less);
    result_.attribute_begin_ = std::move(rows.begin);
    result_.attributes_ = std::move(rows.values);
  }

  void store_types(Rows& rows) {
    const std::vector<std::string>& preferred = options_.profile.class_order;
    std::unordered_map<TermId, std::size_t> order;
    for (std::size_t i = 0; i < preferred.size(); ++i)
      if (const TermId id = graph_.terms().find_iri(preferred[i]); id != TermId::none) order.emplace(id, i);
    for (const NodeAttribute& one : rows.values) {
      const bool is_vague =
          std::find(vague_classes.begin(), vague_classes.end(), graph_.view(one.value).text) != vague_classes.end();
      order.try_emplace(one.value, preferred.size() + (is_vague ? 1 : 0));
    }
    for (const auto& [type, place] : order) read_name(type, graph_.view(type));
    const auto less = [&](const NodeAttribute& a, const NodeAttribute& b) {
      const std::size_t left = order.at(a.value);
      const std::size_t right = order.at(b.value);
      return left != right ? left < right : compare(graph_.view(a.value), graph_.view(b.value)) < 0;
    };
    sort_rows(rows, less);
    result_.type_begin_ = std::move(rows.begin);
    result_.types_.reserve(rows.values.size());
    for (const NodeAttribute& one : rows.values) result_.types_.push_back(one.value);
  }

  /// Sorts the values of each node by `less`, keeps equal ones once and closes the gaps.
  template <typename Less>
  void sort_rows(Rows& rows, const Less& less) const {
    const auto is_same = [](const NodeAttribute& a, const NodeAttribute& b) {
      return a.column == b.column && a.value == b.value;
    };
    auto kept = rows.values.begin();
    std::uint32_t end = 0;
    for (std::uint32_t node = 0; node < result_.node_count(); ++node) {
      const auto first = rows.values.begin() + std::exchange(end, rows.begin[node + 1]);
      const auto last = rows.values.begin() + end;
      rows.begin[node] = static_cast<std::uint32_t>(kept - rows.values.begin());
      std::sort(first, last, less);
      const auto behind = std::unique(first, last, is_same);
      kept = kept == first ? behind : std::move(first, behind, kept);
    }
    rows.begin.back() = static_cast<std::uint32_t>(kept - rows.values.begin());
    rows.values.erase(kept, rows.values.end());
  }

  // Columns.

  void type_columns() {
    for (std::uint32_t node = 0; node < result_.node_count(); ++node) {
      if (node + ahead < result_.node_count())
        for (const NodeAttribute& one : result_.attributes(node + ahead)) graph_.terms().prefetch(one.value);
      std::uint32_t previous = RelationGraph::none;
      for (const NodeAttribute& one : result_.attributes(node)) {
        NodeColumn& column = result_.columns_[one.column];
        column.is_list = column.is_list || one.column == previous;
        column.type = wider(column.type, column.is_list ? ValueType::text : value_type(graph_.view(one.value)));
        previous = one.column;
      }
    }
  }

  std::string short_column_name(const NodeColumn& column) const {
    std::string name = readable_name(graph_.view(column.property).text);
    return column.language.empty() ? name : name.append("_").append(column.language);
  }

  /// Gives columns the last part of their property's IRI as name, and the id where that would not be distinct.
  void name_columns() {
    std::map<std::string, int> uses;
    for (std::string_view name : reserved_names) uses[std::string(name)] = 1;
    for (NodeColumn& column : result_.columns_) {
      result_.resource_ids_.append_property(graph_.view(column.property).text, column.id);
      if (!column.language.empty()) column.id.append(".").append(column.language);
      column.name = short_column_name(column);
      ++uses[ascii_lower(column.name)];
    }
    for (NodeColumn& column : result_.columns_)
      if (uses[ascii_lower(column.name)] > 1) column.name = column.id;
  }

  const Graph& graph_;
  const PropertyGraphOptions& options_;
  PropertyGraph& result_;
  TermId type_;
  std::array<TermId, label_properties.size()> label_terms_{};
  std::vector<TermId> attribute_properties_;
  std::vector<TermId> hidden_properties_;
  std::unordered_set<TermId> foreign_ids_;
  std::unordered_map<TermId, std::vector<std::uint32_t>> columns_of_property_;
};

namespace {

/// The base that was asked for, else that of the graph file, else the graph's own.
std::string chosen_base(const Graph& graph, const ForeignGraph& foreign, const PropertyGraphOptions& options) {
  if (!options.base.empty()) return options.base;
  return foreign.node_base().empty() ? graph.base() : std::string(foreign.node_base());
}

}  // namespace

PropertyGraph::PropertyGraph(const Graph& graph, const PropertyGraphOptions& options)
    : graph_(&graph),
      view_(options.view),
      foreign_(graph),
      profile_labels_(options.profile.labels),
      resource_ids_(joined_prefixes(graph, options.prefixes), chosen_base(graph, foreign_, options)) {
  PropertyGraphBuilder(options, *this).build();
}

}  // namespace graphwright
