#include "graphml.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "graph_file.hpp"
#include "graph_file_values.hpp"
#include "known_attributes.hpp"
#include "own_graphml.hpp"
#include "unknown_elements.hpp"
#include "white_space.hpp"
#include "xml_events.hpp"
#include "xml_literal.hpp"
#include "yed_drawing.hpp"

namespace graphwright {
namespace {

enum class Part : std::uint8_t { file, key, preset, graph, node, edge, hyperedge, endpoint, port, data, desc, locator };

struct PartName {
  std::string_view name;
  Part part;
};

/// What files have most of comes first.
constexpr std::array<PartName, 12> part_names{{{"data", Part::data},
                                               {"edge", Part::edge},
                                               {"node", Part::node},
                                               {"port", Part::port},
                                               {"endpoint", Part::endpoint},
                                               {"hyperedge", Part::hyperedge},
                                               {"desc", Part::desc},
                                               {"key", Part::key},
                                               {"default", Part::preset},
                                               {"graph", Part::graph},
                                               {"locator", Part::locator},
                                               {"graphml", Part::file}}};

constexpr std::array<KeyDomain, 8> domains{KeyDomain::all,  KeyDomain::file,    KeyDomain::graph,
                                           KeyDomain::node, KeyDomain::edge,    KeyDomain::hyperedge,
                                           KeyDomain::port, KeyDomain::endpoint};

constexpr KeyDomain domain_of(Part part) {
  switch (part) {
    case Part::file:
      return KeyDomain::file;
    case Part::graph:
      return KeyDomain::graph;
    case Part::node:
      return KeyDomain::node;
    case Part::edge:
      return KeyDomain::edge;
    case Part::hyperedge:
      return KeyDomain::hyperedge;
    case Part::port:
      return KeyDomain::port;
    default:
      return KeyDomain::endpoint;
  }
}

struct EdgeText {
  std::string_view name;
  std::string GraphFileEdge::*text;
};

/// The attributes of an edge that are texts.
constexpr std::array<EdgeText, 6> edge_texts{{{"source", &GraphFileEdge::source},
                                              {"target", &GraphFileEdge::target},
                                              {"id", &GraphFileEdge::id},
                                              {"label", &GraphFileEdge::label},
                                              {"sourceport", &GraphFileEdge::source_port},
                                              {"targetport", &GraphFileEdge::target_port}}};

/// Words of a table begin differently for the most part: the first letter spares a call.
bool is_word(std::string_view text, std::string_view word) { return text.front() == word.front() && text == word; }

/// Which elements may stand in which (GraphML structure schema).
constexpr bool may_stand_in(Part part, Part parent) {
  switch (part) {
    case Part::file:
      return false;
    case Part::key:
      return parent == Part::file || parent == Part::graph;
    case Part::preset:
      return parent == Part::key;
    case Part::graph:
      return parent == Part::file || parent == Part::node || parent == Part::edge || parent == Part::hyperedge;
    case Part::node:
    case Part::edge:
    case Part::hyperedge:
      return parent == Part::graph;
    case Part::endpoint:
      return parent == Part::hyperedge;
    case Part::port:
      return parent == Part::node || parent == Part::port;
    case Part::data:
      return parent != Part::key && parent != Part::preset && parent != Part::data && parent != Part::desc;
    default:
      return parent != Part::preset && parent != Part::data && parent != Part::desc;
  }
}

/// An open element; frames are used again, so that their texts keep their room.
struct Frame {
  Part part = Part::file;
  Location location;
  std::string id;
  std::string iri;
  std::string text;
  std::string labels;
  /// What the key `label` says of a node.
  std::string label;
  bool is_directed = true;
  bool is_first_graph = false;
  /// The keys that it has values for.
  std::vector<std::uint32_t> given;
  GraphFileKey key;
  /// Of an edge or an end of a hyperedge.
  std::unique_ptr<GraphFileEdge> edge;

  void reset(Part next, Location at) {
    part = next;
    location = at;
    for (std::string* one : {&id, &iri, &text, &labels, &label}) one->clear();
    given.clear();
    if (next == Part::key) key = {};
    if (next == Part::edge || next == Part::endpoint) clear_edge();
  }
  void clear_edge() {
    if (edge)
      edge->clear();
    else
      edge = std::make_unique<GraphFileEdge>();
  }
};

/// Follows the events of a document and tells the file what it holds.
class GraphmlReader : public XmlHandler {
 public:
  GraphmlReader(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
      : options_(options), sink_(sink), diagnostics_(diagnostics), file_(options, sink, diagnostics, false) {}

  void start(const XmlElement& element) override {
    if (own_) return own_->start(element);
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    if (depth_ == 0) return start_root(element);
    file_.open();
    Frame& parent = top();
    if (parent.part == Part::data || parent.part == Part::preset) return start_inside(element);
    const Part* part = find_part(element);
    if (part == nullptr || !may_stand_in(*part, parent.part)) return skip(element);
    if (*part != Part::locator) unknown_.examine_attributes(element, graphml_attributes(element.local));
    Frame& frame = push(*part, element.location);
    begin(frame, element);
  }

  void end() override {
    if (own_) return own_->end();
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (literal_depth_ > 0) {
      drawing_.end(literal_depth_--);
      literal_.end();
      return;
    }
    finish(top());
    --depth_;
  }

  void text(std::string_view text) override {
    if (own_) return own_->text(text);
    if (skipped_ > 0 || depth_ == 0) return;
    const Part part = top().part;
    if (part != Part::data && part != Part::preset && part != Part::desc) return;
    if (!has_markup_) top().text += text;
    if (has_markup_) literal_.text(text);
    drawing_.text(text);
  }

  void instruction(std::string_view target, std::string_view data) override {
    if (own_) return own_->instruction(target, data);
    if (depth_ == 1 && file_.graph_count() == 0 && begins_own_file(target, data))
      own_.emplace(options_, sink_, diagnostics_);
    if (names_times(target, data)) file_.expect_own_times();
    if (!names_relations(target, data)) return;
    has_numbered_labels_ = true;
    file_.expect_own_relations();
  }

  /// What is left to say when the document is over.
  void close(bool is_well_formed) {
    if (own_) return own_->close();
    file_.open();
    file_.finish(is_well_formed);
    if (is_well_formed && has_root_ && file_.graph_count() == 0)
      diagnostics_.error("syntax", root_, "the file has no 'graph' element");
  }

 private:
  Frame& top() { return frames_[depth_ - 1]; }
  Frame& parent() { return frames_[depth_ - 2]; }

  Frame& push(Part part, Location location) {
    if (depth_ == frames_.size()) frames_.emplace_back();
    Frame& frame = frames_[depth_++];
    frame.reset(part, location);
    return frame;
  }

  void error(Location location, std::string message) { diagnostics_.error("syntax", location, std::move(message)); }

  /// Elements of GraphML stand in its namespace, in an older one, or in none, as the root does.
  const Part* find_part(const XmlElement& element) const {
    if (!element.ns.empty() && element.ns != ns_ && element.ns.find("graphml") == std::string_view::npos)
      return nullptr;
    const auto at = std::find_if(part_names.begin(), part_names.end(),
                                 [&](const PartName& one) { return is_word(element.local, one.name); });
    return at == part_names.end() ? nullptr : &at->part;
  }

  void start_root(const XmlElement& element) {
    root_ = element.location;
    if (element.local != "graphml") {
      error(element.location, fmt::format("the root element of GraphML is 'graphml', not '{}'", element.local));
      skipped_ = 1;
      return;
    }
    has_root_ = true;
    ns_ = element.ns;
    push(Part::file, element.location).iri = file_.file_iri();
  }

  void skip(const XmlElement& element) {
    skipped_ = 1;
    unknown_.report(element);
  }

  void begin(Frame& frame, const XmlElement& element) {
    switch (frame.part) {
      case Part::key:
        return begin_key(frame, element);
      case Part::graph:
        return begin_graph(frame, element);
      case Part::node:
        return begin_node(frame, element);
      case Part::edge:
        return begin_edge(frame, element);
      case Part::hyperedge:
        return begin_hyperedge(frame, element);
      case Part::endpoint:
        return begin_endpoint(frame, element);
      case Part::port:
        return begin_port(frame, element);
      case Part::locator:
        return add_locator(element);
      default:
        return begin_text(frame, element);
    }
  }

  // Keys.

  void begin_key(Frame& frame, const XmlElement& element) {
    GraphFileKey& key = frame.key;
    key.id = attribute(element, "id");
    if (has_attribute(element, "attr.name")) key.name = std::string(attribute(element, "attr.name"));
    const std::string_view word = attribute(element, "for");
    const auto domain = std::find_if(domains.begin(), domains.end(), [=](KeyDomain one) { return name(one) == word; });
    key.domain = domain == domains.end() ? KeyDomain::all : *domain;
    for (const XmlAttribute& one : element.attributes)
      if (one.prefix.empty() && one.local.starts_with("yfiles."))
        key.xml_attributes.push_back(fmt::format("{}={}", one.local, one.value));
    if (!key.name && key.xml_attributes.empty()) key.name = key.id;
    set_type(key, element);
  }

  void set_type(GraphFileKey& key, const XmlElement& element) {
    const std::string_view type = attribute(element, "attr.type");
    key.type = known_type(type);
    if (!key.type.empty() || (type.empty() && !key.name)) return;
    key.type = "string";
    if (!type.empty())
      diagnostics_.warning("unknown-type", element.location,
                           fmt::format("GraphML has no type '{}'; the values of '{}' are read as text", type,
                                       key.name.value_or(key.id)));
  }

  // Graphs and what stands in them.

  void begin_graph(Frame& frame, const XmlElement& element) {
    Frame& owner = parent();
    std::string inside;
    if (owner.part == Part::edge) {
      inside = file_.edge_iri(*owner.edge);
      owner.edge->is_referred_to = true;
    } else if (owner.part != Part::file) {
      inside = owner.iri;
    }
    frame.is_directed = is_directed_by_default(element);
    frame.is_first_graph = file_.graph_count() == 0;
    frame.id = attribute(element, "id");
    frame.iri = file_.begin_graph(frame.id, frame.is_directed, inside, frame.location);
  }

  bool is_directed_by_default(const XmlElement& element) {
    const std::string_view given = attribute(element, "edgedefault");
    const bool is_directed = ascii_lower(trimmed(given)) == "directed";
    if (!given.empty() && given != "directed" && given != "undirected")
      diagnostics_.warning("bad-literal", element.location,
                           fmt::format("'{}' is no value of 'edgedefault'; it is read as {}, though others may differ",
                                       given, is_directed ? "directed" : "undirected"));
    return is_directed;
  }

  /// The graph of an edge or hyperedge, where it is not the first one.
  static std::string_view graph_of(const Frame& graph) {
    return graph.is_first_graph ? std::string_view{} : std::string_view(graph.iri);
  }

  void begin_node(Frame& frame, const XmlElement& element) {
    frame.id = attribute(element, "id");
    if (frame.id.empty()) return refuse(element, "a node needs an id");
    const auto iri = file_.node(frame.id, parent().iri, frame.location);
    if (!iri) return drop();
    frame.iri = *iri;
    frame.labels = attribute(element, "labels");
    for (const XmlAttribute& one : element.attributes)
      if (one.prefix.empty() && one.local.starts_with("yfiles."))
        file_.text(frame.iri, iri::gw::xml_attribute, fmt::format("{}={}", one.local, one.value), frame.location);
  }

  void refuse(const XmlElement& element, std::string_view why) {
    error(element.location, std::string(why));
    drop();
  }

  /// Leaves out the element that was just opened, with all that it holds.
  void drop() {
    --depth_;
    skipped_ = 1;
  }

  void begin_edge(Frame& frame, const XmlElement& element) {
    GraphFileEdge& edge = *frame.edge;
    edge.is_directed = parent().is_directed;
    for (const XmlAttribute& one : element.attributes)
      if (one.prefix.empty()) take_attribute(one, edge, frame.location);
    if (has_numbered_labels_) edge.label.clear();
    if (edge.source.empty() || edge.target.empty())
      return refuse(element, fmt::format("an edge needs a {}", edge.source.empty() ? "source" : "target"));
    edge.graph = graph_of(parent());
    edge.root_graph = file_.root_graph_count();
    edge.location = frame.location;
  }

  void take_attribute(const XmlAttribute& one, GraphFileEdge& edge, Location location) {
    for (const EdgeText& text : edge_texts)
      if (is_word(one.local, text.name)) edge.*text.text = one.value;
    if (one.local == "directed") set_direction(one.value, edge, location);
  }

  /// A truth value like those of keys; without one the edge is as its graph says.
  void set_direction(std::string_view text, GraphFileEdge& edge, Location location) {
    const TypedValue direction = typed_value(text, "boolean");
    if (!direction.fits)
      diagnostics_.warning("bad-literal", location,
                           fmt::format("'{}' is no value of 'directed'; the edge is {}, as its graph says", text,
                                       edge.is_directed ? "directed" : "undirected"));
    else if (!direction.is_absent)
      edge.is_directed = direction.text == "true";
  }

  void begin_hyperedge(Frame& frame, const XmlElement& element) {
    frame.id = attribute(element, "id");
    frame.iri = file_.hyperedge(frame.id, graph_of(parent()), frame.location);
  }

  void begin_endpoint(Frame& frame, const XmlElement& element) {
    GraphFileEdge& end = *frame.edge;
    end.target = attribute(element, "node");
    if (end.target.empty()) return refuse(element, "an endpoint needs a node");
    end.id = attribute(element, "id");
    end.target_port = attribute(element, "port");
    end.hyperedge = parent().iri;
    const std::string_view type = attribute(element, "type");
    end.relation = type == "in" ? iri::gw::endpoint_in : type == "out" ? iri::gw::endpoint_out : iri::gw::endpoint;
    end.root_graph = file_.root_graph_count();
    end.location = frame.location;
  }

  void begin_port(Frame& frame, const XmlElement& element) {
    const std::string_view name = attribute(element, "name");
    if (name.empty()) return refuse(element, "a port needs a name");
    Frame& owner = parent();
    frame.id = owner.id + "/" + std::string(name);
    frame.iri = file_.port(owner.id, owner.iri, name, frame.location);
  }

  void add_locator(const XmlElement& element) {
    for (const XmlAttribute& one : element.attributes)
      if (one.local == "href" && !parent().iri.empty())
        file_.text(parent().iri, iri::gw::locator, one.value, element.location);
  }

  // Texts.

  void begin_text(Frame& frame, const XmlElement& element) {
    has_markup_ = false;
    drawing_.clear();
    if (frame.part == Part::data) frame.id = attribute(element, "key");
  }

  void start_inside(const XmlElement& element) {
    if (!has_markup_) {
      has_markup_ = true;
      literal_ = XmlLiteralWriter();
      literal_.text(top().text);
    }
    literal_.start(element);
    drawing_.start(element, ++literal_depth_);
  }

  /// The text or markup that an element holds; borrowed from its frame.
  std::string_view taken_text(Frame& frame) {
    if (!has_markup_) return frame.text;
    has_markup_ = false;
    frame.text = literal_.take();
    return trimmed(frame.text);
  }

  void finish(Frame& frame) {
    switch (frame.part) {
      case Part::key:
        file_.declare(frame.key, frame.location);
        break;
      case Part::preset:
        finish_default(frame);
        break;
      case Part::data:
        finish_data(frame);
        break;
      case Part::desc:
        finish_desc(frame);
        break;
      case Part::edge:
      case Part::endpoint:
        finish_edge(frame);
        break;
      case Part::node:
        finish_node(frame);
        break;
      case Part::graph:
      case Part::hyperedge:
      case Part::port:
        file_.defaults(frame.iri, domain_of(frame.part), frame.given, frame.location);
        break;
      default:
        break;
    }
  }

  void finish_default(Frame& frame) {
    parent().key.is_default_xml = has_markup_;
    parent().key.default_text = std::string(taken_text(frame));
  }

  void finish_data(Frame& frame) {
    Frame& owner = parent();
    GraphFileValue value;
    value.is_xml = has_markup_;
    value.text = taken_text(frame);
    value.location = frame.location;
    value.key = file_.key(frame.id, domain_of(owner.part), frame.location);
    if (owner.part == Part::edge || owner.part == Part::endpoint) {
      if (owner.edge->label.empty() && value.is_xml) owner.edge->label = drawing_.label();
      file_.add_value(value, *owner.edge);
      return;
    }
    file_.value(owner.iri, domain_of(owner.part), value);
    if (owner.part == Part::node && file_.key(value.key).name == "label") owner.label = value.text;
    if (value.is_xml && owner.part == Part::node) add_drawing(owner, value.location);
    owner.given.push_back(value.key);
  }

  void add_drawing(const Frame& node, Location location) {
    // What is drawn has lost the space around it.
    const bool is_said = trimmed(node.label) == drawing_.label();
    if (!drawing_.label().empty() && !is_said) file_.text(node.iri, iri::rdfs::label, drawing_.label(), location);
    for (const YedDrawing::Fact& one : drawing_.facts()) {
      // What a key of the file says goes before what is drawn.
      if (file_.has_key_of(one.property, KeyDomain::node)) continue;
      if (!one.is_number) {
        file_.text(node.iri, one.property, one.text, location);
        continue;
      }
      const TypedValue number = typed_value(one.text, "double");
      if (!number.is_absent && number.fits) file_.text(node.iri, one.property, number.text, location, number.datatype);
    }
  }

  void finish_desc(Frame& frame) {
    Frame& owner = parent();
    if (owner.part == Part::edge || owner.part == Part::endpoint)
      owner.edge->description = frame.text;
    else if (owner.part == Part::key)
      owner.key.description = frame.text;
    else if (!owner.iri.empty())
      file_.text(owner.iri, iri::rdfs::comment, frame.text, frame.location);
  }

  void finish_edge(Frame& frame) {
    GraphFileEdge& edge = *frame.edge;
    if (frame.part == Part::edge && !edge.label.empty()) add_label(edge);
    file_.edge(frame.edge);
  }

  /// The XML attribute that Gephi and Neo4j write for the relation is a value like any other.
  void add_label(GraphFileEdge& edge) {
    for (std::size_t at = 0; at < edge.values.size(); ++at)
      if (edge.values[at].is_xml || edge.values[at].text == edge.label) return;
    edge.values.add({file_.own_key("label", "string", KeyDomain::edge), edge.label, false, edge.location, {}});
  }

  void finish_node(Frame& frame) {
    if (!frame.labels.empty()) {
      const std::uint32_t key = file_.own_key("labels", "string", KeyDomain::node);
      if (std::find(frame.given.begin(), frame.given.end(), key) == frame.given.end()) {
        file_.value(frame.iri, KeyDomain::node, {key, frame.labels, false, frame.location, {}});
        frame.given.push_back(key);
      }
    }
    file_.defaults(frame.iri, KeyDomain::node, frame.given, frame.location);
  }

  const ReadOptions& options_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  GraphFile file_;
  std::optional<OwnGraphmlReader> own_;
  std::vector<Frame> frames_;
  std::size_t depth_ = 0;
  std::size_t skipped_ = 0;
  std::string ns_;
  Location root_;
  bool has_root_ = false;
  bool has_numbered_labels_ = false;
  UnknownElements unknown_{diagnostics_};
  XmlLiteralWriter literal_;
  std::size_t literal_depth_ = 0;
  bool has_markup_ = false;
  YedDrawing drawing_;
};

}  // namespace

void read_graphml(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  GraphmlReader reader(options, sink, diagnostics);
  const bool is_well_formed = read_xml(source, options, reader, diagnostics);
  reader.close(is_well_formed);
  sink.finish();
}

}  // namespace graphwright
