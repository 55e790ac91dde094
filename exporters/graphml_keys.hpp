#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "graphwright/graph_index.hpp"
#include "graphwright/property_graph.hpp"

#include "attributes.hpp"
#include "xml_text.hpp"

namespace graphwright {

/// The parts of GraphML that keys are for.
inline constexpr std::array<std::string_view, 6> graphml_domains{"graphml", "graph",     "node",
                                                                 "edge",    "hyperedge", "port"};
enum class GraphmlDomain : std::uint8_t { file, graph, node, edge, hyperedge, port };

/// The keys of the GraphML file that a graph was read from, as they can be declared again.
///
/// A key for all parts becomes one for each part that uses it, since igraph knows no other; a type that
/// some value does not have gives way to a wider one; names are distinct in each part.
class GraphmlKeys {
 public:
  GraphmlKeys(const Graph& graph, const GraphIndex& index);

  /// Counts a value towards the type of its key; of one of several in an element, which are a list, as a text.
  void use(GraphmlDomain domain, TermId property, TermId value, bool is_in_list);
  /// Fixes ids, names and types; to be called when all values were counted.
  void settle();
  /// A further key behind those of the file, for a column that it does not have; gives the id, which is free, as is the
  /// name. To be called behind `settle`.
  std::string add(GraphmlDomain domain, const AttributeColumn& column);
  void write(Output& output, XmlText& text) const;
  /// The id of the key for a property in a part; empty where it belongs to no key.
  std::string_view id(GraphmlDomain domain, TermId property) const;
  /// Whether some element has several values for a property.
  bool is_list(GraphmlDomain domain, TermId property) const;
  bool knows(TermId property) const { return by_property_.contains(property); }

 private:
  struct Written {
    std::string id;
    std::string name;
    std::string type;
    GraphmlDomain domain = GraphmlDomain::node;
    bool has_name = true;
    const std::vector<std::string>* xml_attributes = nullptr;  // null: none
    TermId preset = TermId::none;
    std::string_view description;
  };
  struct Key {
    std::string id;
    std::string name;
    std::string type;
    std::string domain;
    bool has_name = false;
    TermId property = TermId::none;
    TermId preset = TermId::none;
    std::string_view description;
    std::vector<std::string> xml_attributes;
    std::array<bool, graphml_domains.size()> used{};
    std::array<bool, graphml_domains.size()> is_list{};
    std::array<std::string, graphml_domains.size()> types;
    std::array<std::size_t, graphml_domains.size()> written{};
  };

  void read(const GraphIndex& index, TermId resource);
  std::string_view text(TermId term) const { return graph_.view(term).text; }
  TermId word(std::string_view iri) const { return graph_.terms().find_iri(iri); }
  Key* find(GraphmlDomain domain, TermId property);
  const Key* find(GraphmlDomain domain, TermId property) const;
  void settle(Key& key, GraphmlDomain domain);
  std::string free_id(std::string id, GraphmlDomain domain) const;
  std::string free_name(const Written& key) const;

  const Graph& graph_;
  std::vector<Key> keys_;
  std::unordered_map<TermId, std::vector<std::uint32_t>> by_property_;
  std::vector<Written> written_;
};

}  // namespace graphwright
