#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/exporter.hpp"

#include "attributes.hpp"
#include "xml_text.hpp"

namespace graphwright {

/// A key that a flavour adds to the columns of the graph.
struct FlavourKey {
  std::string id;
  std::string name;
  std::string_view type;
};

/// A value of such a key, by its number among the flavour's.
struct FlavourValue {
  std::size_t key = 0;
  std::string text;
};

/// How one reader wants GraphML: which keys it looks for, and what it wants beside them.
class GraphmlFlavour {
 public:
  GraphmlFlavour() = default;
  GraphmlFlavour(const GraphmlFlavour&) = delete;
  GraphmlFlavour& operator=(const GraphmlFlavour&) = delete;
  virtual ~GraphmlFlavour() = default;

  virtual std::vector<FlavourKey> node_keys() const { return {}; }
  virtual std::vector<FlavourKey> edge_keys() const { return {}; }
  /// Whether a value that the graph has under the name of a key of the flavour goes before what the flavour says.
  virtual bool prefers_given_values() const { return false; }
  virtual void node_values(std::uint32_t /*node*/, std::vector<FlavourValue>& /*out*/) {}
  virtual void edge_values(std::uint32_t /*edge*/, std::vector<FlavourValue>& /*out*/) {}
  /// Whether a column is left out, because a key of the flavour says the same.
  virtual bool hides_node_column(std::uint32_t /*column*/) const { return false; }
  virtual bool hides_edge_column(std::uint32_t /*column*/) const { return false; }
  /// The id of a column's key, unless it is taken: by default with a prefix that keeps nodes and edges apart.
  virtual std::string node_key_id(const AttributeColumn& column) const { return "n_" + column.id; }
  virtual std::string edge_key_id(const AttributeColumn& column) const { return "e_" + column.id; }
  /// An XML attribute for the relation of an edge or the classes of a node; empty where there is none.
  virtual std::string edge_label(std::uint32_t /*edge*/) const { return {}; }
  virtual std::string node_labels(std::uint32_t /*node*/) const { return {}; }
  /// Whether the reader takes directed and undirected edges in one graph.
  virtual bool takes_undirected() const { return false; }
  /// Whether our reader finds the relation of an edge in its columns alone, not in what the flavour adds for others.
  virtual bool has_own_relations() const { return false; }
  /// Further namespaces of the root, keys and data that are no text.
  virtual std::string_view namespaces() const { return {}; }
  virtual void write_keys(Output& /*output*/) const {}
  virtual void write_node_data(std::uint32_t /*node*/, Output& /*output*/, XmlText& /*text*/) {}
  virtual void write_edge_data(std::uint32_t /*edge*/, Output& /*output*/, XmlText& /*text*/) {}
  /// Counts what the reader of this flavour will not show, in the words of the loss report.
  virtual std::string_view loss() const { return {}; }
  virtual std::size_t loss_count() const { return 0; }
};

/// The flavour of a name for a graph; null where there is none of this name.
std::unique_ptr<GraphmlFlavour> make_graphml_flavour(std::string_view name, const PropertyGraph& graph);
/// Whether a property of nodes is what our reader took from drawings of yEd, which are written again.
bool is_in_drawings(const PropertyGraph& graph, TermId property);
/// Whether each node and edge has a drawing of yEd, so that the file needs none of ours.
bool has_all_drawings(const PropertyGraph& graph);
/// The drawings of yEd.
std::unique_ptr<GraphmlFlavour> make_yed_flavour(const PropertyGraph& graph);

/// Writes a graph in a flavour, element by element.
void write_graphml_flavour(const PropertyGraph& graph, GraphmlFlavour& flavour, Output& output, XmlText& text);

}  // namespace graphwright
