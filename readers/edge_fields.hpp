#pragma once

#include <optional>
#include <string_view>

#include "graphwright/fact.hpp"

namespace graphwright {

/// Whether an edge's id is one that an export of ours gave it, which follows from what the edge says.
bool is_own_edge_id(std::string_view id);
/// The same of the id of a node, which follows from its IRI.
bool is_own_node_id(std::string_view id);

/// A number that fills the whole text.
std::optional<double> read_number(std::string_view text);

/// Reads the offsets of a quote as our exports write them: `10-25`.
bool read_offsets(std::string_view text, EvidenceView& into);

}  // namespace graphwright
