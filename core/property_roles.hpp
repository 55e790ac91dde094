#pragma once

#include <array>
#include <vector>

#include "graphwright/label_properties.hpp"
#include "graphwright/property_graph.hpp"

namespace graphwright {

/// How many statements or nodes ahead memory is asked for texts; for what leads to them, twice as many.
inline constexpr std::uint32_t texts_ahead = 12;

/// Which properties of a graph are relations, labels or neither, by their terms.
struct PropertyRoles {
  PropertyRoles(const Graph& graph, const GraphProfile& profile);

  TermId type = TermId::none;
  std::array<TermId, label_properties.size()> labels{};
  std::vector<TermId> attributes;
  std::vector<TermId> hidden;

  bool is_hidden(TermId property) const;
  bool is_relation(const Graph& graph, const Statement& one) const;
};

/// Fetches the kinds of the objects of statements ahead, then the texts of those that are literals.
void fetch_literals_after(const Graph& graph, std::uint32_t row);

}  // namespace graphwright
