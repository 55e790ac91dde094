#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graphwright/property_graph.hpp"

namespace graphwright {

/// A value as GEXF writes it, with the first and the last day on which it holds; an end that is open is empty.
struct DatedValue {
  std::string text;
  std::string start;
  std::string end;
};

/// The attributes that are dynamic in GEXF: those of which every value holds at a time that the calendar knows.
class GexfDatedValues {
 public:
  /// @complexity linear in the attributes of a graph in which some value has a fact of its own, else constant
  explicit GexfDatedValues(const PropertyGraph& graph);

  bool empty() const { return types_.empty(); }
  /// The narrowest type of the values of a property in one language, or of edges of graph files; nothing where it is
  /// not dynamic.
  std::optional<ValueType> type_of_column(std::uint32_t column) const;
  std::optional<ValueType> type_of_edges(TermId property) const;
  /// A value once for each time at which it holds, in the order of these.
  std::vector<DatedValue> values(TermId subject, TermId property, TermId value, ValueType type) const;
  /// How many of the values that facts say more of are written with all that these say.
  std::size_t carried() const { return carried_; }

 private:
  struct Values {
    ValueType type = ValueType::none;
    bool are_dated = true;
    std::size_t carried = 0;
  };

  void take(Values& values, TermId subject, TermId property, TermId value) const;
  void keep(std::uint64_t key, const Values& values);

  const PropertyGraph& graph_;
  std::unordered_map<std::uint64_t, ValueType> types_;  // columns of nodes, and behind them properties of edges
  std::size_t carried_ = 0;
};

}  // namespace graphwright
