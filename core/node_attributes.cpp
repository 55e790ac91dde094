#include "node_attributes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "graphwright/ascii_case.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "row_places.hpp"

namespace graphwright {
namespace {

/// Classes that say little: they are shown only where there is no other.
constexpr std::array<std::string_view, 4> vague_classes{
    "http://www.w3.org/2000/01/rdf-schema#Resource", "http://www.w3.org/2002/07/owl#NamedIndividual",
    "http://www.w3.org/2002/07/owl#Thing", "https://schema.org/Thing"};

/// Words that some reader of graph files takes for its own: they are no names of columns.
constexpr std::array<std::string_view, 16> reserved_names{
    "edgelabel", "id",     "interaction", "iri",  "key",   "label", "labels", "name",
    "nodelabel", "source", "target",      "type", "types", "viz",   "xpos",   "ypos"};

/// Such words that can be names where the graph comes from a graph file, which called an attribute so.
constexpr std::array<std::string_view, 9> names_of_looks{"b", "color", "colour", "g", "r", "shape", "size", "x", "y"};

/// Properties of which formats that draw have no column.
constexpr std::array drawn_properties{iri::gw::x, iri::gw::y, iri::gw::z, iri::gw::size, iri::gw::color};

}  // namespace

/// Counts the values of nodes, puts them into rows, and finds what columns they make.
class NodeAttributesBuilder {
 public:
  NodeAttributesBuilder(const PropertyRoles& roles, const GraphProfile& profile, PropertyGraph& result)
      : graph_(result.graph()), roles_(roles), profile_(profile), result_(result) {}

  void build() {
    add_values();
    count_losses_of_edges();
  }

 private:
  /// Values in the rows of their nodes.
  struct Rows {
    std::vector<std::uint32_t> begin;  // one more than there are nodes
    std::vector<NodeAttribute> values;
  };

  /// Counts the values of each node, then puts them there, so that nothing is held twice.
  void add_values() {
    std::vector<bool> is_value(graph_.statement_count());
    RowPlaces type_places(result_.node_count());
    RowPlaces attribute_places(result_.node_count());
    const auto places_of = [&](const Statement& one) -> RowPlaces& {
      return one.predicate == roles_.type ? type_places : attribute_places;
    };
    for (std::uint32_t row = 0; row < is_value.size(); ++row) {
      fetch_literals_after(graph_, row);
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      is_value[row] = is_value_of_node(static_cast<StatementId>(row), one);
      if (is_value[row]) places_of(one).count(result_.node(one.subject));
    }
    Rows types{{}, std::vector<NodeAttribute>(type_places.settle())};
    Rows attributes{{}, std::vector<NodeAttribute>(attribute_places.settle())};
    for (std::uint32_t row = 0; row < is_value.size(); ++row) {
      if (!is_value[row]) continue;
      const Statement one = graph_.statement(static_cast<StatementId>(row));
      const bool is_type = one.predicate == roles_.type;
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
    if (result_.node(one.subject) == RelationGraph::none ||
        (one.predicate != roles_.type && roles_.is_relation(graph_, one)))
      return false;
    if (roles_.is_hidden(one.predicate)) return false;
    const bool is_plain_value = is_plain(graph_, id, result_.view());
    count_losses(id, one, is_plain_value);
    return is_plain_value && !is_display_label(one);
  }

  /// Whether the label column says all of it: rdfs:label, without a language, chosen for display.
  bool is_display_label(const Statement& one) const {
    return one.predicate == roles_.labels[0] && one.object == result_.labels_[index(one.subject)] &&
           !graph_.view(one.object).tagged;
  }

  void count_losses(StatementId id, const Statement& one, bool is_plain_value) {
    AttributeLosses& losses = result_.losses_;
    if (!is_plain_value && result_.view().claims) ++losses.claims;
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
    const std::vector<std::string>& preferred = profile_.class_order;
    std::unordered_map<TermId, std::size_t> order;
    for (std::size_t i = 0; i < preferred.size(); ++i)
      if (const TermId id = graph_.terms().find_iri(preferred[i]); id != TermId::none) order.emplace(id, i);
    for (const NodeAttribute& one : rows.values) {
      const bool is_vague =
          std::find(vague_classes.begin(), vague_classes.end(), graph_.view(one.value).text) != vague_classes.end();
      order.try_emplace(one.value, preferred.size() + (is_vague ? 1 : 0));
    }
    for (const auto& [type, place] : order) result_.read_name(type, graph_.view(type));
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
      if (node + texts_ahead < result_.node_count())
        for (const NodeAttribute& one : result_.attributes(node + texts_ahead)) graph_.terms().prefetch(one.value);
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

  bool is_drawn(const NodeColumn& column) const {
    const std::string_view property = graph_.view(column.property).text;
    return std::find(drawn_properties.begin(), drawn_properties.end(), property) != drawn_properties.end();
  }

  /// Gives columns the last part of their property's IRI as name, and the id where that would not be distinct; what a
  /// file's drawing says gives way to an attribute.
  void name_columns() {
    std::map<std::string, int> uses;
    for (std::string_view name : reserved_names) uses[std::string(name)] = 1;
    if (result_.foreign_.empty())
      for (std::string_view name : names_of_looks) uses[std::string(name)] = 1;
    for (NodeColumn& column : result_.columns_) {
      result_.resource_ids_.append_property(graph_.view(column.property).text, column.id);
      if (!column.language.empty()) column.id.append(".").append(column.language);
      column.name = short_column_name(column);
      uses[ascii_lower(column.name)] += is_drawn(column) ? 0 : 1;
    }
    for (NodeColumn& column : result_.columns_)
      if (uses[ascii_lower(column.name)] > (is_drawn(column) ? 0 : 1)) column.name = column.id;
  }

  const Graph& graph_;
  const PropertyRoles& roles_;
  const GraphProfile& profile_;
  PropertyGraph& result_;
  std::unordered_map<TermId, std::vector<std::uint32_t>> columns_of_property_;
};

void fill_in_attributes(const PropertyRoles& roles, const GraphProfile& profile, PropertyGraph& result) {
  NodeAttributesBuilder(roles, profile, result).build();
}

}  // namespace graphwright
