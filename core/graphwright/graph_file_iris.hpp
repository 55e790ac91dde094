#pragma once

#include <algorithm>
#include <array>
#include <string_view>

/// The words for what graph files (GraphML, GEXF) hold beside nodes and edges (docs/data_model.md).
namespace graphwright::iri::gw {

// Classes; all but hyperedges are hidden from the property graph.
inline constexpr std::string_view graph_file = "https://w3id.org/graphwright/vocabulary#GraphFile";
inline constexpr std::string_view graph = "https://w3id.org/graphwright/vocabulary#Graph";
inline constexpr std::string_view key = "https://w3id.org/graphwright/vocabulary#Key";
inline constexpr std::string_view edge = "https://w3id.org/graphwright/vocabulary#Edge";
inline constexpr std::string_view port = "https://w3id.org/graphwright/vocabulary#Port";
inline constexpr std::string_view relation = "https://w3id.org/graphwright/vocabulary#Relation";
inline constexpr std::string_view undirected_relation = "https://w3id.org/graphwright/vocabulary#UndirectedRelation";
inline constexpr std::string_view hyperedge = "https://w3id.org/graphwright/vocabulary#Hyperedge";

// Relations of edges that have no word of their own, and of hyperedges to their ends.
inline constexpr std::string_view linked_to = "https://w3id.org/graphwright/vocabulary#linkedTo";
inline constexpr std::string_view linked_with = "https://w3id.org/graphwright/vocabulary#linkedWith";
inline constexpr std::string_view endpoint = "https://w3id.org/graphwright/vocabulary#endpoint";
inline constexpr std::string_view endpoint_in = "https://w3id.org/graphwright/vocabulary#endpointIn";
inline constexpr std::string_view endpoint_out = "https://w3id.org/graphwright/vocabulary#endpointOut";

/// The base of names in a graph file that has neither path nor base.
inline constexpr std::string_view unnamed_base = "urn:graphwright:input#";

// Structure.
/// From a fact, and its evidence, to what its file says of the edge; an edge of which no more is said has an id alone.
inline constexpr std::string_view fact_edge = "https://w3id.org/graphwright/vocabulary#edge";
inline constexpr std::string_view node_base = "https://w3id.org/graphwright/vocabulary#nodeBase";
inline constexpr std::string_view node_id = "https://w3id.org/graphwright/vocabulary#nodeId";
inline constexpr std::string_view graph_id = "https://w3id.org/graphwright/vocabulary#graphId";
inline constexpr std::string_view edge_default = "https://w3id.org/graphwright/vocabulary#edgeDefault";
/// From a nested graph to its node or edge, from a further top-level graph to its file.
inline constexpr std::string_view inside = "https://w3id.org/graphwright/vocabulary#inside";
/// From a node to its graph; from an edge or hyperedge where that is not the first one of its file.
inline constexpr std::string_view in_graph = "https://w3id.org/graphwright/vocabulary#inGraph";
inline constexpr std::string_view port_name = "https://w3id.org/graphwright/vocabulary#portName";
inline constexpr std::string_view port_of = "https://w3id.org/graphwright/vocabulary#portOf";
inline constexpr std::string_view source_port = "https://w3id.org/graphwright/vocabulary#sourcePort";
inline constexpr std::string_view target_port = "https://w3id.org/graphwright/vocabulary#targetPort";
inline constexpr std::string_view locator = "https://w3id.org/graphwright/vocabulary#locator";
inline constexpr std::string_view xml_attribute = "https://w3id.org/graphwright/vocabulary#xmlAttribute";

/// From an edge to the name and the IRI of its relation in a file of ours, where these stand beside its own attributes.
inline constexpr std::string_view relation_name = "https://w3id.org/graphwright/vocabulary#relationName";
inline constexpr std::string_view relation_iri = "https://w3id.org/graphwright/vocabulary#relationIri";

// Keys.
inline constexpr std::string_view key_id = "https://w3id.org/graphwright/vocabulary#keyId";
inline constexpr std::string_view key_name = "https://w3id.org/graphwright/vocabulary#keyName";
inline constexpr std::string_view key_type = "https://w3id.org/graphwright/vocabulary#keyType";
inline constexpr std::string_view key_for = "https://w3id.org/graphwright/vocabulary#keyFor";
inline constexpr std::string_view key_default = "https://w3id.org/graphwright/vocabulary#keyDefault";
inline constexpr std::string_view property = "https://w3id.org/graphwright/vocabulary#property";

// How things are drawn.
inline constexpr std::string_view x = "https://w3id.org/graphwright/vocabulary#x";
inline constexpr std::string_view y = "https://w3id.org/graphwright/vocabulary#y";
inline constexpr std::string_view z = "https://w3id.org/graphwright/vocabulary#z";
inline constexpr std::string_view width = "https://w3id.org/graphwright/vocabulary#width";
inline constexpr std::string_view height = "https://w3id.org/graphwright/vocabulary#height";
inline constexpr std::string_view size = "https://w3id.org/graphwright/vocabulary#size";
inline constexpr std::string_view color = "https://w3id.org/graphwright/vocabulary#color";
inline constexpr std::string_view shape = "https://w3id.org/graphwright/vocabulary#shape";
inline constexpr std::string_view weight = "https://w3id.org/graphwright/vocabulary#weight";

/// All of them: what readers of graph files and tables say in them is no word of an ontology.
inline constexpr std::array graph_file_words{
    graph_file, graph,       key,         edge,         port,          relation,      undirected_relation,
    hyperedge,  linked_to,   linked_with, endpoint,     endpoint_in,   endpoint_out,  fact_edge,
    node_base,  node_id,     graph_id,    edge_default, inside,        in_graph,      port_name,
    port_of,    source_port, target_port, locator,      xml_attribute, relation_name, relation_iri,
    key_id,     key_name,    key_type,    key_for,      key_default,   property,      x,
    y,          z,           width,       height,       size,          color,         shape,
    weight};

inline bool is_graph_file_word(std::string_view iri) {
  return std::find(graph_file_words.begin(), graph_file_words.end(), iri) != graph_file_words.end();
}

}  // namespace graphwright::iri::gw
