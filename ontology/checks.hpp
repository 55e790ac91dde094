#pragma once

#include "graphwright/check.hpp"

#include "meanings.hpp"

namespace graphwright {

/// What every check looks at.
struct CheckContext {
  const Graph& graph;
  const Ontology& ontology;
  Meanings& meanings;
  const AssertedTypes& types;
  Diagnostics& diagnostics;
};

/// Codes unknown-class, unknown-relation, unknown-entity and dangling-reference.
void check_names(CheckContext& context, const CheckOptions& options);
/// Codes domain, range and disjoint.
void check_types(CheckContext& context);
/// Codes range, bad-literal, time-syntax, impossible-date, reversed-interval and missing-speaker.
void check_values(CheckContext& context);

}  // namespace graphwright
