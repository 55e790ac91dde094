#pragma once

#include "own_graph.hpp"
#include "unknown_elements.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// Follows a GraphML file of ours from the instruction on that says so, which stands in the root element: nodes, edges
/// and the values of keys. What else was put into it is passed over.
class OwnGraphmlReader : public XmlHandler {
 public:
  OwnGraphmlReader(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
      : diagnostics_(diagnostics), graph_(options, sink, diagnostics) {}

  void start(const XmlElement& element) override;
  void end() override;
  void text(std::string_view text) override;
  void instruction(std::string_view target, std::string_view data) override;
  void close() { graph_.finish(); }

 private:
  enum class Part : std::uint8_t { file, graph, node, edge, data };

  void start_in_graph(const XmlElement& element);
  std::string_view fault_of_node() const;
  std::string_view fault_of_edge() const;
  void start_data(const XmlElement& element);
  void skip(const XmlElement& element);

  Diagnostics& diagnostics_;
  OwnGraph graph_;
  Part part_ = Part::file;
  Part owner_ = Part::node;  // of the data
  OwnElement element_;
  bool is_known_ = false;  // whether the key of the data is
  bool has_graph_ = false;
  std::size_t skipped_ = 0;
  UnknownElements unknown_{diagnostics_};
};

}  // namespace graphwright
