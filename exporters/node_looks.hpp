#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "picture.hpp"
#include "placement.hpp"

namespace graphwright {

/// Where and how the nodes of a graph are drawn, as formats of drawings say it: as the file did that the graph was read
/// from, else by layout, degree and class.
class NodeLooks {
 public:
  /// @complexity that of `place_nodes`, and linear in the attributes of nodes
  explicit NodeLooks(const PropertyGraph& graph);

  /// Coordinates of the centre, y as the file has it or upwards.
  std::string x(std::uint32_t node) const;
  std::string y(std::uint32_t node) const;
  std::string z(std::uint32_t node) const;
  std::string size(std::uint32_t node) const;
  /// `#rrggbb`.
  std::string colour(std::uint32_t node) const { return node_color(picture_, node); }
  /// Whether all that a column of nodes holds is said by these; else it is an attribute as well.
  bool carry(std::uint32_t own_column) const { return is_carried_[own_column]; }

 private:
  bool all_have_channels() const;
  bool is_all(std::uint32_t own_column, bool (*is_right)(std::string_view)) const;
  /// The value that a file gave, as it is written there, where all values of the property are carried.
  std::string given(std::uint32_t node, std::string_view property) const;

  const PropertyGraph& graph_;
  Picture picture_;
  Placement placed_;
  std::vector<std::uint32_t> degrees_;
  std::vector<bool> is_carried_;
};

}  // namespace graphwright
