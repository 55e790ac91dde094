#pragma once

#include <string_view>

#include "doctor_findings.hpp"
#include "dot_graph.hpp"

namespace graphwright {

/// Whether a node can have ports of its own: a record, or a label between angle brackets.
inline bool may_have_ports(const DotNode& node) { return node.is_record || node.is_html; }

/// Whether a word is a point of the compass, which each node has.
bool is_compass_point(std::string_view word);

/// Looks for labels that are no records although their nodes are, and for ends of edges at ports that their nodes lack.
void examine_records(const DotGraph& graph, std::string_view bytes, FileId file, DoctorFindings& findings);

}  // namespace graphwright
