#pragma once

#include <cstdint>
#include <string_view>

namespace graphwright {

enum class QueryForm : std::uint8_t { unknown, select, ask, construct, describe };

/// What must be known of a query before it is run.
struct QueryText {
  QueryForm form = QueryForm::unknown;
  /// Whether it would ask other endpoints (SERVICE) or fetch graphs (FROM).
  bool leaves = false;
};

/// Looks at the keywords of a SPARQL query outside of IRIs, strings, names and comments.
///
/// @complexity linear
QueryText look_at_query(std::string_view query);

/// Whether the answer is a table or a truth value, not a graph.
constexpr bool gives_results(QueryForm form) { return form == QueryForm::select || form == QueryForm::ask; }

}  // namespace graphwright
