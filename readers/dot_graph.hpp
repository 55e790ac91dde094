#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "graphwright/diagnostics.hpp"

struct Agraph_s;
struct Agnode_s;

namespace graphwright {

/// A node as Graphviz sees it, with the attributes that it inherits; borrowed from its graph.
struct DotNode {
  std::string_view name;
  std::string_view label;
  /// Whether the label stands between angle brackets.
  bool is_html = false;
  bool is_record = false;
};

/// A graph as the Graphviz library reads it, which knows no positions. One call runs at a time.
class DotGraph {
 public:
  /// Reads the first graph of the text; an error says why Graphviz refuses it.
  static std::optional<DotGraph> parse(std::string_view bytes, FileId file, Diagnostics& diagnostics);

  std::optional<DotNode> find(std::string_view name) const;
  void for_each_node(const std::function<void(const DotNode&)>& take) const;
  /// Each end of an edge that names a port of its node, a point of the compass perhaps behind it (`port:ne`).
  void for_each_port(const std::function<void(const DotNode&, std::string_view port)>& take) const;

 private:
  struct Close {
    void operator()(Agraph_s* graph) const;
  };
  explicit DotGraph(Agraph_s* graph) : graph_(graph) {}
  DotNode node(Agnode_s* one) const;

  std::unique_ptr<Agraph_s, Close> graph_;
};

}  // namespace graphwright
