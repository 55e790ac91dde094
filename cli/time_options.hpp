#pragma once

#include <string>

#include <CLI/App.hpp>

#include "graphwright/graph.hpp"

namespace graphwright::cli {

/// Which part of a graph counts, by time.
struct TimeOptions {
  /// What held at this time; empty: at any.
  std::string as_of;
  /// What sources of this time or earlier say; empty: all.
  std::string known_by;

  bool is_set() const { return !as_of.empty() || !known_by.empty(); }
};

/// Declares `--as-of` and `--known-by`.
void declare_time(CLI::App& app, TimeOptions& options);

/// The part of a graph that counts; a time that cannot be read is a usage error.
Graph selected(Graph graph, const TimeOptions& options);

}  // namespace graphwright::cli
