#pragma once

#include "own_graph.hpp"
#include "unknown_elements.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// Follows a GEXF file of ours from the instruction on that says so, which stands in the root element. Only nodes,
/// edges and their values count; how they are drawn follows from them.
class OwnGexfReader : public XmlHandler {
 public:
  OwnGexfReader(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
      : diagnostics_(diagnostics), graph_(options, sink, diagnostics) {}

  void start(const XmlElement& element) override;
  void end() override;
  void text(std::string_view /*text*/) override {}
  void instruction(std::string_view target, std::string_view data) override;
  void close() { graph_.finish(); }

 private:
  void start_element(const XmlElement& element);
  void take_value(const XmlElement& element);
  void skip(const XmlElement& element);

  Diagnostics& diagnostics_;
  OwnGraph graph_;
  OwnElement element_;
  std::size_t depth_ = 1;
  std::size_t element_depth_ = 0;  // of the node or edge that is open; 0 outside of both
  bool is_node_ = false;
  bool has_graph_ = false;
  std::size_t skipped_ = 0;
  UnknownElements unknown_{diagnostics_};
};

}  // namespace graphwright
