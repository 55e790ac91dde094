#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/property_graph.hpp"

namespace graphwright {

/// A column of a table of nodes or edges.
struct AttributeColumn {
  /// The same whatever other columns there are.
  std::string id;
  /// Distinct among the columns of the table.
  std::string name;
  ValueType type = ValueType::text;
  /// Whether a text that begins with `[` is a JSON list.
  bool is_list = false;
};

/// A value in a column, by the column's number.
struct AttributeValue {
  std::uint32_t column = 0;
  std::string_view text;
};

/// Several values as a JSON list, numbers and truth values as such.
std::string json_list(std::span<const TermView> values);

/// The attributes of nodes as formats write them: label, type, types, iri, then the graph's own columns.
///
/// Several values are a JSON list. A column in which some node has several holds a single value that
/// begins with `[` as a list of one, so that a list can be told.
class NodeAttributes {
 public:
  enum Column : std::uint32_t { label, type, types, iri, first_own };

  explicit NodeAttributes(const PropertyGraph& graph);
  std::span<const AttributeColumn> columns() const { return columns_; }
  /// Whether a column is to be written. All are, but where the graph was read from a graph file: there not what no node
  /// has, nor an attribute of the file that says what one of our columns says.
  bool is_used(std::uint32_t column) const { return used_[column]; }
  /// The values of a node by column, absent ones left out; valid until the next call.
  std::span<const AttributeValue> of(std::uint32_t node);

 private:
  void find_used();
  bool says_type(std::uint32_t own) const;
  bool says_label(std::uint32_t own) const;
  void add_types(std::uint32_t node);
  void add_own(std::span<const NodeAttribute> values);
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  const PropertyGraph& graph_;
  std::vector<AttributeColumn> columns_;
  std::vector<bool> used_;
  std::vector<AttributeValue> values_;
  std::deque<std::string> texts_;
};

/// The attributes of edges as formats write them. What comes from facts is left out of the columns
/// where no edge has it. Attributes that edges bore in a graph file follow as columns of their own; a
/// label and a weight take the place of ours.
///
/// Sources, quotes, offsets and confidences are lists of equal length, an empty text where one is not
/// known; the offsets of a quote are written `begin-end`, in code points of the source. `confidence` is
/// the highest one; the list of all is there only beside several sources or quotes.
class EdgeAttributes {
 public:
  enum Column : std::uint32_t {
    label,
    type,
    iri,
    weight,
    time,
    earliest,
    latest,
    place,
    speaker,
    modality,
    confidence,
    sources,
    quotes,
    offsets,
    confidences,
    rule,
    graph_name,
    column_count
  };

  explicit EdgeAttributes(const PropertyGraph& graph);
  /// All columns, by `Column`, then those of graph files.
  std::span<const AttributeColumn> columns() const { return columns_; }
  /// Whether some edge has an end with an IRI to show.
  bool has_iris_of_ends() const;
  /// The column of its own that a value of an edge of a graph file stands in; `RelationGraph::none` for others.
  std::uint32_t column_of(const ForeignAttribute& one) const;
  /// Whether some edge has a value in a column, and no other column says the same.
  bool is_used(std::uint32_t column) const { return used_[column]; }
  /// The values of an edge by column, absent ones left out; valid until the next call.
  std::span<const AttributeValue> of(std::uint32_t edge);
  /// Whether an edge has nothing but the label, type, iri and weight 1 that all edges of its relation have.
  bool is_bare(std::uint32_t edge) const {
    return graph_.fact(edge) == nullptr && graph_.graph_name(edge) == TermId::none && graph_.rule(edge) == TermId::none;
  }

 private:
  void find_used();
  void mark_used(std::uint32_t edge);
  void use_if(Column column, bool is_needed) {
    if (is_needed) used_[column] = true;
  }
  bool says_type(TermId property) const;
  /// Edges of graph files are facts only because they have ids and values.
  bool shows_modality(const Fact& fact) const {
    return fact.modality != Modality::asserted || fact.edge == TermId::none || graph_.foreign().empty();
  }
  void add_foreign_columns();
  void add_foreign(std::uint32_t edge);
  void add_foreign_values(std::span<const ForeignAttribute> several);
  /// Sets a value of a column, whether or not the relation has one.
  void replace(Column column, std::string_view text);
  void add(Column column, std::string_view text) {
    if (!text.empty()) values_.push_back({column, text});
  }
  /// What all bare edges of a relation have.
  std::span<const AttributeValue> of_relation(TermId predicate);
  void add_time(TermId time);
  void add_evidence(std::span<const std::uint32_t> rows);
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  std::string_view name_of(TermId resource);

  const PropertyGraph& graph_;
  std::vector<AttributeColumn> columns_;
  std::vector<bool> used_;
  std::unordered_map<TermId, std::uint32_t> foreign_columns_;
  std::vector<AttributeValue> values_;
  std::deque<std::string> texts_;
  std::unordered_map<TermId, std::string> names_;
  std::unordered_map<TermId, std::vector<AttributeValue>> of_relations_;
};

/// What the columns of nodes or edges are called, in order: nothing where one is not used.
template <typename Attributes>
std::vector<std::string_view> used_names(const Attributes& attributes) {
  std::vector<std::string_view> names;
  for (std::uint32_t at = 0; at < attributes.columns().size(); ++at)
    names.push_back(attributes.is_used(at) ? std::string_view(attributes.columns()[at].name) : std::string_view{});
  return names;
}

/// The decimal text of a confidence, without an exponent.
std::string confidence_text(float confidence);

}  // namespace graphwright
