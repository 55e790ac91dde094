#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/property_graph.hpp"

#include "class_style.hpp"

namespace graphwright {

/// The column of an attribute by its name, or by that of the measure that it holds; `RelationGraph::none` without one.
std::uint32_t find_column(const PropertyGraph& graph, std::string_view attribute);

/// The nodes of a graph by the number that each has for an attribute, from 0 for the least to 1 for the most.
///
/// What has no number is as the least.
class NodeSizes {
 public:
  NodeSizes(const PropertyGraph& graph, std::string_view attribute);

  bool is_known() const { return is_known_; }
  double of(std::uint32_t node) const { return shares_[node]; }

 private:
  std::vector<double> shares_;
  bool is_known_ = false;
};

/// A colour of its own for each value of an attribute, or, where there are many numbers, five steps between the
/// least and the most.
class NodeColours {
 public:
  struct Entry {
    std::string label;
    std::string fill;
    std::string line;
  };

  NodeColours(const PropertyGraph& graph, std::string_view attribute);

  bool is_known() const { return !entries_.empty(); }
  /// By value or step; the legend.
  const std::vector<Entry>& entries() const { return entries_; }
  /// Null for a node without a value.
  const Entry* of(std::uint32_t node) const { return steps_[node] == none ? nullptr : &entries_[steps_[node]]; }

 private:
  static constexpr std::uint16_t none = 0xFFFF;

  void tell_apart(std::string_view attribute, const std::vector<std::string>& values);
  void grade(std::string_view attribute, const std::vector<std::string>& values);

  std::vector<std::uint16_t> steps_;
  std::vector<Entry> entries_;
};

}  // namespace graphwright
