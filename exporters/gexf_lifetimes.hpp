#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "attributes.hpp"

namespace graphwright {

/// When a node or edge of a graph file is there; what is empty is open.
struct Lifetime {
  std::string_view start;
  std::string_view end;
  /// Several times, by start and end.
  std::vector<std::pair<std::string_view, std::string_view>> spells;
  /// Ends that were written as open, which GEXF 1.3 does not have.
  std::size_t open_ends = 0;
};

/// The times of nodes and edges that came as attributes from a graph file: `start`, `end`, `startopen`, `endopen` and
/// `spells`, as our reader calls them.
///
/// They are lifetimes where each of their values is a time of one format: dates (with or without a time of day), or
/// numbers if no fact has a date. Else all of them stay attributes.
class GexfLifetimes {
 public:
  /// @complexity linear in the attributes of a graph that was read from a graph file, else constant
  GexfLifetimes(const PropertyGraph& graph, std::span<const AttributeColumn> nodes,
                std::span<const AttributeColumn> edges, bool has_dates);

  /// `date` or `double`; empty where there are no lifetimes.
  std::string_view format() const { return format_; }
  /// Whether a column of nodes, or of edges, holds times.
  bool is_time_of_nodes(std::uint32_t column) const { return is_time(node_columns_, column); }
  bool is_time_of_edges(std::uint32_t column) const { return is_time(edge_columns_, column); }
  Lifetime of_node(std::span<const AttributeValue> values) const { return lifetime(node_columns_, values); }
  Lifetime of_edge(std::span<const AttributeValue> values) const { return lifetime(edge_columns_, values); }

 private:
  enum Word : std::uint8_t { start, end, start_open, end_open, spells, word_count };
  /// By word, the column that is called so.
  using Columns = std::array<std::uint32_t, word_count>;

  static Columns find(std::span<const AttributeColumn> columns, std::uint32_t first);
  static bool is_time(const Columns& columns, std::uint32_t column);
  Lifetime lifetime(const Columns& columns, std::span<const AttributeValue> values) const;
  void take(Word word, std::string_view text);

  Columns node_columns_;
  Columns edge_columns_;
  std::string_view format_;
  bool are_dates_ = true;
  bool are_numbers_ = true;
  bool has_times_ = false;
};

}  // namespace graphwright
