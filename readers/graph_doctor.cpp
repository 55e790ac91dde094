#include "graphwright/graph_doctor.hpp"

#include <array>

#include "doctor_findings.hpp"
#include "dot_doctor.hpp"
#include "gexf_doctor.hpp"
#include "graphml_doctor.hpp"

namespace graphwright {
namespace {

constexpr std::array<DoctorRule, 42> rules{{
    {"cytoscape-directed", "Cytoscape", "graphml", "takes the direction of the graph for each edge"},
    {"cytoscape-interaction", "Cytoscape", "graphml", "shows '-' for the type of an edge without a key 'interaction'"},
    {"cytoscape-order", "Cytoscape", "graphml", "drops edges that stand before their nodes"},
    {"cytoscape-prefix", "Cytoscape", "graphml", "sees no elements with a namespace prefix"},
    {"gephi-direction", "Gephi", "gexf", "drops undirected edges where the default is directed"},
    {"gephi-dot", "Gephi", "dot", "keeps of DOT only label, color, pos, style and weight"},
    {"gephi-key-order", "Gephi", "graphml gexf", "ignores keys that stand behind nodes"},
    {"gephi-merge", "Gephi", "graphml gexf dot", "adds up parallel edges of one kind"},
    {"gephi-time", "Gephi", "gexf", "ignores times that do not fit the mode or form of the graph"},
    {"gephi-type", "Gephi", "graphml gexf", "drops columns of types that it does not have"},
    {"graph-tool-type", "graph-tool", "graphml", "refuses keys without a type"},
    {"graphviz-charset", "Graphviz", "dot", "takes bytes that are no UTF-8 for Latin-1"},
    {"graphviz-cluster", "Graphviz", "dot", "ignores lhead and ltail without compound=true, or that name no cluster"},
    {"graphviz-color", "Graphviz", "dot", "takes black for a color that it does not know"},
    {"graphviz-escape", "Graphviz", "dot", R"(replaces \N, \G, \E, \T, \H and \L in labels)"},
    {"graphviz-html", "Graphviz", "dot",
     "refuses labels between < and > that are no XML, or hold other or misplaced elements"},
    {"graphviz-layout", "Graphviz", "dot", "draws nothing with a layout that it does not have"},
    {"graphviz-port", "Graphviz", "dot", "takes what follows a colon in a bare name for a port, or finds no such port"},
    {"graphviz-record", "Graphviz", "dot", "refuses labels of records that are none, or drops a part of them"},
    {"graphviz-shape", "Graphviz", "dot", "draws a box for a shape that it does not have"},
    {"igraph-all", "igraph", "graphml", "ignores keys for 'all'"},
    {"igraph-id", "igraph", "graphml", "gives way to an attribute 'id' of its own"},
    {"igraph-key", "igraph", "graphml",
     "refuses keys without an id or what they are for, and mixes up those of one id"},
    {"igraph-name", "igraph", "graphml", "refuses two keys of one name in newer versions, or keeps one"},
    {"igraph-namespace", "igraph", "graphml", "finds no graph in a namespace that is not that of GraphML"},
    {"igraph-nested", "igraph", "graphml", "drops nested graphs, hyperedges and further graphs"},
    {"igraph-type", "igraph", "graphml", "refuses types other than the six of GraphML"},
    {"igraph-undeclared", "igraph", "graphml", "drops values of keys that are not declared for what has them"},
    {"igraph-value", "igraph", "graphml", "refuses values of numbers and truths that are none"},
    {"networkx-class", "NetworkX", "gexf", "refuses attributes that are for neither nodes nor edges"},
    {"networkx-default", "NetworkX", "graphml", "does not give defaults to nodes and edges"},
    {"networkx-edge-id", "NetworkX", "graphml gexf", "keeps one of several parallel edges of one id"},
    {"networkx-hyperedge", "NetworkX", "graphml", "refuses hyperedges"},
    {"networkx-mixed", "NetworkX", "graphml gexf", "refuses directed and undirected edges in one graph"},
    {"networkx-name", "NetworkX", "graphml gexf", "refuses keys without a name"},
    {"networkx-namespace", "NetworkX", "graphml gexf", "refuses files outside the namespaces that it knows"},
    {"networkx-nested", "NetworkX", "graphml gexf", "drops nested and further graphs, and edges within nodes"},
    {"networkx-time", "NetworkX", "gexf", "refuses times of a format that it does not know, or of none"},
    {"networkx-type", "NetworkX", "graphml gexf",
     "refuses dates, numbers of any length and types that it does not know"},
    {"networkx-undeclared", "NetworkX", "graphml gexf", "refuses values of keys that are not declared"},
    {"networkx-value", "NetworkX", "graphml gexf", "refuses values that are not of the type of their key"},
    {"yed-drawing", "yEd", "graphml", "stacks nodes without a drawing, unlabelled, at the origin"},
}};

/// Takes what a reader finds wrong, and nothing of what it reads.
class NoSink : public Sink {
 public:
  void statements(std::span<const StatementView> /*batch*/) override {}
};

}  // namespace

std::span<const DoctorRule> doctor_rules() { return rules; }

bool examine(std::string_view format, ByteSource& source, const ReadOptions& options, Diagnostics& diagnostics) {
  if (format != "graphml" && format != "gexf" && format != "dot") return false;
  const std::string bytes = read_all(source);
  DoctorFindings findings;
  if (format == "dot") {
    examine_dot(bytes, options, findings, diagnostics);
  } else {
    NoSink sink;
    find_reader(format)->read(*memory_source(bytes), options, sink, diagnostics);
    (format == "gexf" ? examine_gexf : examine_graphml)(bytes, options, findings);
  }
  findings.report(diagnostics);
  return true;
}

}  // namespace graphwright
