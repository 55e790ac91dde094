#include "graphml_again.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/resource_id.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "attributes.hpp"
#include "graphml_flavour.hpp"
#include "graphml_keys.hpp"
#include "graphml_text.hpp"
#include "own_names.hpp"
#include "xml_fragment.hpp"

namespace graphwright {
namespace {

constexpr std::string_view xml_literal = "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral";

/// Graphs in graphs beyond these are taken out: our reader takes no deeper ones by itself, and writing them would need
/// as much of the stack.
constexpr std::size_t most_levels = 400;
constexpr int most_depth = 900;

/// A value of an element by the id of its key.
struct Value {
  std::string_view key;
  TermId value;
  bool is_list;
};

struct Members {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> edges;
  std::vector<std::uint32_t> hyperedges;
};

class GraphmlAgain {
 public:
  GraphmlAgain(const PropertyGraph& view, Output& output, XmlText& text)
      : view_(view),
        graph_(view.graph()),
        output_(output),
        text_(text),
        index_(graph_),
        keys_(graph_, index_),
        node_columns_(view),
        edge_columns_(view) {}

  void write() {
    find_graphs();
    find_ports();
    sort_members();
    count_values();
    keys_.settle();
    add_keys();
    output_.write(graphml_head);
    if (const TermId name = word(iri::gw::relation_name); name != TermId::none && keys_.knows(name))
      output_.write(own_relations);
    else if (edge_columns_.is_used(EdgeAttributes::time))
      output_.write(own_times);
    const TermId file = view_.foreign().files().front();
    write_description(file, "  ");
    keys_.write(output_, text_);
    for (TermId one : root_graphs_) write_graph(one, 1);
    if (root_graphs_.empty()) write_graph(TermId::none, 1);
    write_values(GraphmlDomain::file, file, "  ");
    output_.write("</graphml>\n");
  }
  std::size_t lost_places() const { return lost_places_; }

 private:
  TermId word(std::string_view iri) const { return graph_.terms().find_iri(iri); }
  TermId object(TermId subject, std::string_view property) const {
    const TermId id = word(property);
    return id == TermId::none || subject == TermId::none ? TermId::none : index_.object(subject, id);
  }
  std::string_view text_of(TermId subject, std::string_view property) const {
    const TermId value = object(subject, property);
    return value == TermId::none ? std::string_view{} : graph_.view(value).text;
  }
  std::vector<TermId> members_of_class(std::string_view name) const {
    std::vector<TermId> members;
    const TermId wanted = word(name);
    if (wanted == TermId::none) return members;
    for (const IndexedStatement& one : index_.of_object(wanted, word(iri::rdf::type))) members.push_back(one.subject);
    graph_.terms().sort(members);
    // By length first, so that graph/10 follows graph/9.
    std::stable_sort(members.begin(), members.end(),
                     [this](TermId a, TermId b) { return graph_.view(a).text.size() < graph_.view(b).text.size(); });
    return members;
  }

  // What stands in what.

  void find_graphs() {
    for (TermId one : members_of_class(iri::gw::graph)) {
      const TermId owner = object(one, iri::gw::inside);
      const bool is_root = owner == TermId::none || owner == view_.foreign().files().front();
      if (is_root)
        root_graphs_.push_back(one);
      else
        nested_[owner].push_back(one);
    }
  }

  void find_ports() {
    for (TermId one : members_of_class(iri::gw::port)) ports_[object(one, iri::gw::port_of)].push_back(one);
  }

  bool is_endpoint(std::uint32_t edge) const {
    return view_.foreign().is_hyperedge(view_.resource(view_.edge(edge).source));
  }

  /// Puts nodes and edges into their graphs; what has none, or one that is not shown, into the first.
  void sort_members() {
    for (std::uint32_t node = 0; node < view_.node_count(); ++node) {
      const TermId resource = view_.resource(node);
      Members& members = members_[graph_of(resource)];
      (view_.foreign().is_hyperedge(resource) ? members.hyperedges : members.nodes).push_back(node);
    }
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge) {
      if (is_endpoint(edge))
        endpoints_[view_.edge(edge).source].push_back(edge);
      else
        members_[graph_of(view_.foreign_edge(edge))].edges.push_back(edge);
    }
  }

  bool is_root(TermId graph) const {
    return std::find(root_graphs_.begin(), root_graphs_.end(), graph) != root_graphs_.end();
  }

  /// The graph that an element stands in. Where one has graphs in it that is settled once, so that no circle is drawn.
  TermId graph_of(TermId resource) {
    if (!nested_.contains(resource)) return choose_graph(resource);
    if (const auto known = placed_.find(resource); known != placed_.end()) return known->second;
    const TermId chosen = choose_graph(resource);
    return placed_.try_emplace(resource, chosen).first->second;
  }

  /// Of the graphs that an element is said to stand in the first nested one: GraphML has one place for it.
  TermId choose_graph(TermId resource) {
    const TermId property = word(iri::gw::in_graph);
    std::vector<TermId> nested;
    TermId chosen = root_graphs_.empty() ? TermId::none : root_graphs_.front();
    if (property == TermId::none || resource == TermId::none) return chosen;
    for (const IndexedStatement& one : index_.of_subject(resource, property))
      if (is_root(one.object))
        chosen = one.object;
      else
        nested.push_back(one.object);
    graph_.terms().sort(nested);
    const auto shown = std::find_if(nested.begin(), nested.end(), [this](TermId one) { return is_reached(one); });
    lost_places_ += nested.size() - (shown == nested.end() ? 0 : 1);
    return shown == nested.end() ? chosen : *shown;
  }

  bool is_reached(TermId graph) { return level_of(graph) != 0; }

  /// How deep a graph stands in others, from 1; 0 where it stands in nothing that is shown, or too deep. The place of
  /// what it stands in is settled then.
  std::size_t level_of(TermId graph) {
    if (const auto known = levels_.find(graph); known != levels_.end()) return known->second;
    levels_[graph] = 0;  // a graph inside itself is not shown
    if (is_root(graph)) return levels_[graph] = 1;
    const TermId owner = object(graph, iri::gw::inside);
    const bool has_owner =
        owner != TermId::none && (view_.node(owner) != RelationGraph::none || view_.foreign().is_edge(owner));
    if (!has_owner || graphs_on_way_ == most_levels) return 0;
    ++graphs_on_way_;
    const TermId around = graph_of(owner);
    --graphs_on_way_;
    const std::size_t level = around == TermId::none ? 1 : level_of(around);
    return levels_[graph] = level < most_levels ? level + 1 : 0;
  }

  // Keys.

  bool is_markup(TermId value) const {
    const TermView view = graph_.view(value);
    return view.qualifier == xml_literal && !view.tagged;
  }

  void count(GraphmlDomain domain, TermId resource) {
    if (resource == TermId::none) return;
    const IndexedStatement* before = nullptr;  // of a subject, statements of one predicate follow each other
    for (const IndexedStatement& one : index_.of_subject(resource)) {
      const bool is_further = before != nullptr && before->predicate == one.predicate && before->object != one.object;
      keys_.use(domain, one.predicate, one.object, is_further && !is_markup(one.object));
      before = &one;
    }
  }

  void count_values() {
    count(GraphmlDomain::file, view_.foreign().files().front());
    for (TermId one : root_graphs_) count(GraphmlDomain::graph, one);
    for (const auto& [owner, graphs] : nested_)
      for (TermId one : graphs) count(GraphmlDomain::graph, one);
    for (const auto& [owner, ports] : ports_)
      for (TermId one : ports) count(GraphmlDomain::port, one);
    for (std::uint32_t node = 0; node < view_.node_count(); ++node) {
      const TermId resource = view_.resource(node);
      count(view_.foreign().is_hyperedge(resource) ? GraphmlDomain::hyperedge : GraphmlDomain::node, resource);
    }
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge)
      count(GraphmlDomain::edge, view_.foreign_edge(edge));
  }

  /// Columns that no key of the file has: what was added to the graph since.
  bool is_added(const NodeColumn& column) const {
    const std::string_view iri = graph_.view(column.property).text;
    return !keys_.knows(column.property) && iri != iri::rdfs::label && iri != iri::rdfs::comment &&
           iri != iri::gw::edge_id && !is_in_drawings(view_, column.property);
  }

  static bool is_time(std::uint32_t column) {
    return column == EdgeAttributes::time || column == EdgeAttributes::earliest || column == EdgeAttributes::latest;
  }

  void add_keys() {
    added_to_nodes_ = add_keys(GraphmlDomain::node);
    if (!endpoints_.empty()) added_to_hyperedges_ = add_keys(GraphmlDomain::hyperedge);
    for (std::uint32_t column = 0; column < EdgeAttributes::column_count; ++column)
      if (is_time(column) && edge_columns_.is_used(column))
        added_times_[column] = keys_.add(GraphmlDomain::edge, edge_columns_.columns()[column]);
  }

  std::vector<std::string> add_keys(GraphmlDomain domain) {
    std::vector<std::string> ids(view_.columns().size());
    for (std::size_t at = 0; at < ids.size(); ++at)
      if (is_added(view_.columns()[at]))
        ids[at] = keys_.add(domain, node_columns_.columns()[NodeAttributes::first_own + at]);
    return ids;
  }

  // Elements.

  void attribute(std::string_view name, std::string_view value) {
    output_.put(' ');
    output_.write(name);
    output_.write("=\"");
    text_.attribute(value);
    output_.put('"');
  }

  void indent(int depth) {
    for (int i = 0; i < depth; ++i) output_.write("  ");
  }

  void write_description(TermId resource, std::string_view space) {
    const std::string_view description = text_of(resource, iri::rdfs::comment);
    if (description.empty()) return;
    output_.write(space);
    output_.write("<desc>");
    text_.content(description);
    output_.write("</desc>\n");
  }

  bool write_locator(TermId resource, std::string_view space) {
    const std::string_view target = text_of(resource, iri::gw::locator);
    if (target.empty()) return false;
    output_.write(space);
    output_.write(R"(<locator xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple")");
    attribute("xlink:href", target);
    output_.write("/>\n");
    return true;
  }

  void write_values(GraphmlDomain domain, TermId resource, std::string_view space) {
    if (resource == TermId::none) return;
    values_.clear();
    for (const IndexedStatement& one : index_.of_subject(resource))
      if (const std::string_view id = keys_.id(domain, one.predicate); !id.empty())
        values_.push_back({id, one.object, keys_.is_list(domain, one.predicate)});
    std::sort(values_.begin(), values_.end(), [this](const Value& a, const Value& b) {
      return a.key != b.key ? a.key < b.key : compare(graph_.view(a.value), graph_.view(b.value)) < 0;
    });
    for (auto first = values_.begin(); first != values_.end();) {
      const auto is_other = [&](const Value& one) { return one.key != first->key || is_markup(one.value); };
      const auto last = first->is_list ? std::find_if(first, values_.end(), is_other) : first;
      if (last - first > 1 || (last != first && graph_.view(first->value).text.starts_with('[')))
        write_list(std::span(first, last), space);
      else
        write_value(first->key, first->value, space);
      first = last == first ? first + 1 : last;
    }
  }

  void begin_value(std::string_view key, std::string_view space) {
    output_.write(space);
    output_.write("<data");
    attribute("key", key);
    output_.put('>');
  }

  /// GraphML has one value of a key in an element.
  void write_list(std::span<const Value> values, std::string_view space) {
    std::vector<TermView> views;
    for (const Value& one : values) views.push_back(graph_.view(one.value));
    begin_value(values.front().key, space);
    text_.content(json_list(views));
    output_.write("</data>\n");
  }

  void write_value(std::string_view key, TermId value, std::string_view space) {
    const TermView view = graph_.view(value);
    begin_value(key, space);
    number_.clear();
    append_value(view, value_type(view), number_);
    if (is_markup(value) && is_xml_fragment(view.text))
      output_.write(view.text);
    else
      text_.content(number_);
    output_.write("</data>\n");
  }

  void write_graph(TermId graph, int depth) {
    const std::string space((static_cast<std::size_t>(depth) + 1) * 2, ' ');
    const bool is_directed = text_of(graph, iri::gw::edge_default) != "undirected";
    indent(depth);
    output_.write("<graph");
    if (const std::string_view id = text_of(graph, iri::gw::graph_id); !id.empty()) attribute("id", id);
    attribute("edgedefault", is_directed ? "directed" : "undirected");
    output_.write(">\n");
    write_description(graph, space);
    const bool is_elsewhere = write_locator(graph, space);
    if (!is_elsewhere) write_values(GraphmlDomain::graph, graph, space);
    const Members& members = members_[graph];
    for (std::uint32_t node : members.nodes) write_node(node, depth + 1);
    for (std::uint32_t edge : members.edges) write_edge(edge, is_directed, depth + 1);
    for (std::uint32_t node : members.hyperedges) write_hyperedge(node, depth + 1);
    indent(depth);
    output_.write("</graph>\n");
  }

  std::string_view node_id(std::uint32_t node) const {
    const TermId resource = view_.resource(node);
    const TermId foreign = view_.foreign().node_id(resource);
    if (foreign != TermId::none) return graph_.view(foreign).text;
    return graph_.view(resource).text.substr(view_.foreign().node_base().size());
  }

  void write_node(std::uint32_t node, int depth) {
    const TermId resource = view_.resource(node);
    indent(depth);
    output_.write("<node");
    attribute("id", node_id(node));
    write_xml_attributes(resource);
    output_.write(">\n");
    const std::string space((static_cast<std::size_t>(depth) + 1) * 2, ' ');
    write_description(resource, space);
    if (!write_locator(resource, space)) write_values(GraphmlDomain::node, resource, space);
    write_added(added_to_nodes_, node, space);
    write_ports(resource, depth + 1);
    write_nested(resource, depth + 1);
    indent(depth);
    output_.write("</node>\n");
  }

  void write_xml_attributes(TermId resource) {
    const TermId property = word(iri::gw::xml_attribute);
    if (property == TermId::none) return;
    std::vector<std::string_view> all;
    for (const IndexedStatement& one : index_.of_subject(resource, property))
      all.push_back(graph_.view(one.object).text);
    std::sort(all.begin(), all.end());
    for (std::string_view one : all)
      if (one.starts_with("yfiles.foldertype="))
        attribute("yfiles.foldertype", one.substr(std::string_view("yfiles.foldertype=").size()));
  }

  void write_added(const std::vector<std::string>& keys, std::uint32_t node, std::string_view space) {
    for (const AttributeValue& one : node_columns_.of(node)) {
      if (one.column < NodeAttributes::first_own) continue;
      const std::string& key = keys[one.column - NodeAttributes::first_own];
      if (key.empty()) continue;
      output_.write(space.substr(6));
      write_graphml_data({}, key, one.text, output_, text_);
    }
  }

  void write_ports(TermId owner, int depth) {
    const auto at = ports_.find(owner);
    if (at == ports_.end()) return;
    if (depth > most_depth) {
      lost_places_ += at->second.size();
      return;
    }
    const std::string space((static_cast<std::size_t>(depth) + 1) * 2, ' ');
    for (TermId port : at->second) {
      indent(depth);
      output_.write("<port");
      attribute("name", text_of(port, iri::gw::port_name));
      output_.write(">\n");
      write_description(port, space);
      write_values(GraphmlDomain::port, port, space);
      write_ports(port, depth + 1);
      indent(depth);
      output_.write("</port>\n");
    }
  }

  void write_nested(TermId owner, int depth) {
    const auto at = nested_.find(owner);
    if (at == nested_.end()) return;
    for (TermId graph : at->second)
      if (is_reached(graph)) write_graph(graph, depth);
  }

  void write_edge_id(std::uint32_t edge) {
    const Fact* fact = view_.fact(edge);
    if (fact == nullptr) return;
    const std::string_view id = graph_.view(view_.foreign().edge_id(fact->edge)).text;
    if (!id.empty() && !is_made_edge_id(id)) attribute("id", id);
  }

  void write_edge(std::uint32_t edge, bool is_directed, int depth) {
    const RelationGraph::Edge ends = view_.edge(edge);
    const TermId resource = view_.foreign_edge(edge);
    indent(depth);
    output_.write("<edge");
    write_edge_id(edge);
    attribute("source", node_id(ends.source));
    attribute("target", node_id(ends.target));
    if (const bool is_own = !view_.is_symmetric(edge); is_own != is_directed)
      attribute("directed", is_own ? "true" : "false");
    if (const std::string_view port = text_of(resource, iri::gw::source_port); !port.empty())
      attribute("sourceport", port);
    if (const std::string_view port = text_of(resource, iri::gw::target_port); !port.empty())
      attribute("targetport", port);
    const bool has_time = edge_columns_.is_used(EdgeAttributes::time);
    if (resource == TermId::none && !has_time) {
      output_.write("/>\n");
      return;
    }
    output_.write(">\n");
    const std::string space((static_cast<std::size_t>(depth) + 1) * 2, ' ');
    write_description(resource, space);
    write_values(GraphmlDomain::edge, resource, space);
    if (has_time) write_time(edge, space);
    if (resource != TermId::none) write_nested(resource, depth + 1);
    indent(depth);
    output_.write("</edge>\n");
  }

  void write_time(std::uint32_t edge, std::string_view space) {
    for (const AttributeValue& one : edge_columns_.of(edge)) {
      if (!is_time(one.column)) continue;
      output_.write(space.substr(6));
      write_graphml_data({}, added_times_[one.column], one.text, output_, text_);
    }
  }

  void write_hyperedge(std::uint32_t node, int depth) {
    const TermId resource = view_.resource(node);
    const std::string space((static_cast<std::size_t>(depth) + 1) * 2, ' ');
    indent(depth);
    output_.write("<hyperedge");
    if (const std::string_view id = text_of(resource, iri::gw::edge_id); !id.empty()) attribute("id", id);
    output_.write(">\n");
    write_description(resource, space);
    write_values(GraphmlDomain::hyperedge, resource, space);
    write_added(added_to_hyperedges_, node, space);
    for (std::uint32_t edge : endpoints_[node]) write_endpoint(edge, space);
    write_nested(resource, depth + 1);
    indent(depth);
    output_.write("</hyperedge>\n");
  }

  void write_endpoint(std::uint32_t edge, std::string_view space) {
    const std::string_view relation = graph_.view(view_.predicate(edge)).text;
    const TermId resource = view_.foreign_edge(edge);
    output_.write(space);
    output_.write("<endpoint");
    write_edge_id(edge);
    attribute("node", node_id(view_.edge(edge).target));
    if (const std::string_view port = text_of(resource, iri::gw::target_port); !port.empty()) attribute("port", port);
    if (relation != iri::gw::endpoint) attribute("type", relation == iri::gw::endpoint_in ? "in" : "out");
    const std::string_view description = text_of(resource, iri::rdfs::comment);
    if (description.empty()) {
      output_.write("/>\n");
      return;
    }
    output_.write("><desc>");
    text_.content(description);
    output_.write("</desc></endpoint>\n");
  }

  const PropertyGraph& view_;
  const Graph& graph_;
  Output& output_;
  XmlText& text_;
  GraphIndex index_;
  GraphmlKeys keys_;
  NodeAttributes node_columns_;
  EdgeAttributes edge_columns_;
  std::vector<std::string> added_to_nodes_;  // ids of keys by column; empty where the file has one
  std::vector<std::string> added_to_hyperedges_;
  std::array<std::string, EdgeAttributes::column_count> added_times_;
  std::vector<TermId> root_graphs_;
  std::unordered_map<TermId, std::vector<TermId>> nested_;
  std::unordered_map<TermId, std::vector<TermId>> ports_;
  std::unordered_map<TermId, std::size_t> levels_;
  std::size_t graphs_on_way_ = 0;
  std::unordered_map<TermId, TermId> placed_;
  std::size_t lost_places_ = 0;
  std::unordered_map<TermId, Members> members_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> endpoints_;
  std::vector<Value> values_;
  std::string number_;
};

bool is_relation_of_file(const PropertyGraph& graph, TermId relation, const std::unordered_set<TermId>& hidden) {
  const std::string_view iri = graph.graph().view(relation).text;
  return iri.starts_with(iri::gw::ns) || hidden.contains(relation);
}

/// Whether nothing is known of an edge that a graph file cannot say of one.
bool is_plain_edge(const PropertyGraph& graph, std::uint32_t edge) {
  const Fact* fact = graph.fact(edge);
  if (graph.graph_name(edge) != TermId::none || graph.rule(edge) != TermId::none) return false;
  return fact == nullptr || (fact->place == TermId::none && fact->speaker == TermId::none &&
                             fact->modality == Modality::asserted && graph.evidence(edge).empty());
}

}  // namespace

bool is_one_graph_file(const PropertyGraph& graph) {
  const ForeignGraph& foreign = graph.foreign();
  if (foreign.files().size() != 1 || foreign.node_base().empty() || foreign.graphs().empty()) return false;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node)
    if (!graph.graph().view(graph.resource(node)).text.starts_with(foreign.node_base())) return false;
  const std::unordered_set<TermId> hidden(foreign.hidden().begin(), foreign.hidden().end());
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge)
    if (!is_relation_of_file(graph, graph.predicate(edge), hidden) || !is_plain_edge(graph, edge)) return false;
  return true;
}

std::size_t write_graphml_again(const PropertyGraph& graph, Output& output, XmlText& text) {
  GraphmlAgain again(graph, output, text);
  again.write();
  return again.lost_places();
}

}  // namespace graphwright
