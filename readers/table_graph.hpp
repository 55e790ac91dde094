#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/reader.hpp"
#include "graphwright/sink.hpp"

#include "edge_marks.hpp"
#include "table_names.hpp"

namespace graphwright {

/// A value of an edge beyond its facts; it borrows the field that it was read from.
struct TableEdgeValue {
  std::string_view property;
  std::string text;
  std::string_view datatype;
  Location location;
};

/// What a row of a table of edges says.
struct TableEdge {
  StatementView statement;
  FactView fact;
  /// Whether more is known than that the statement holds.
  bool has_fact = false;
  bool is_undirected = false;
  std::string_view id;
  /// Whether an export of ours made the id, so that it says nothing but which edge is meant.
  bool is_own = false;
  std::vector<TableEdgeValue> values;
};

/// Says what a file's tables say beyond statements, as is said of graph files (docs/data_model.md, "Graph files"): ids,
/// values on a resource of the edge, parallel edges for rows that say the same.
class TableGraph {
 public:
  TableGraph(const ReadOptions& options, const TableNames& names, Sink& sink, Diagnostics& diagnostics);

  /// Keeps the id of a node that is named by it, where it does not follow from the node's IRI.
  void keep_id(const TermView& node, std::string_view id, std::string_view space, Location location);
  /// The IRI of the relation of a name, as the direction of its edge makes it: a name below the base is another
  /// relation where it has none.
  std::string relation(std::string_view name, const TableEdge& edge, Location location);
  void push(TableEdge& edge);

 private:
  void say(const TermView& subject, std::string_view property, const TermView& object, Location location);
  /// Says once that there is a file whose edges have more than ends.
  void open();
  void keep_id_once(TableEdge& edge);
  /// Whether another edge says the same, if that must become one of its own.
  bool is_parallel(const TableEdge& edge, bool is_fact);
  /// Writes an edge under a resource of its own.
  void push_resource(const TableEdge& edge);

  const TableNames& names_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::string file_;
  std::string edge_base_;
  bool is_open_ = false;
  std::size_t fresh_ids_ = 0;
  EdgeMarks marks_;
  EdgeMarks own_ids_;
  std::unordered_set<std::string> node_ids_;
  std::unordered_set<std::string> edge_ids_;
  std::unordered_set<std::string> undirected_;
};

}  // namespace graphwright
