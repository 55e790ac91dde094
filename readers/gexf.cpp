#include "gexf.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "graphwright/graph_file_iris.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "gexf_time.hpp"
#include "graph_file.hpp"
#include "graph_file_values.hpp"
#include "known_attributes.hpp"
#include "node_parents.hpp"
#include "own_gexf.hpp"
#include "unknown_elements.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

enum class Part : std::uint8_t { group, meta, text, graph, attributes, attribute, node, edge, value, spell, look };

struct PartName {
  std::string_view name;
  Part part;
};

constexpr std::array<PartName, 26> part_names{
    {{"meta", Part::meta},           {"creator", Part::text},    {"description", Part::text},
     {"keywords", Part::text},       {"graph", Part::graph},     {"attributes", Part::attributes},
     {"attribute", Part::attribute}, {"default", Part::text},    {"options", Part::text},
     {"nodes", Part::group},         {"node", Part::node},       {"edges", Part::group},
     {"edge", Part::edge},           {"attvalues", Part::group}, {"attvalue", Part::value},
     {"spells", Part::group},        {"spell", Part::spell},     {"slices", Part::group},
     {"slice", Part::spell},         {"color", Part::look},      {"position", Part::look},
     {"size", Part::look},           {"shape", Part::look},      {"thickness", Part::look},
     {"parents", Part::group},       {"parent", Part::group}}};

struct TypeWord {
  std::string_view word;
  std::string_view type;
};

/// Types of GEXF that are not those of GraphML; lists are kept as they are written.
constexpr std::array<TypeWord, 6> type_words{{{"integer", "int"},
                                              {"bigdecimal", "double"},
                                              {"biginteger", "long"},
                                              {"liststring", "string"},
                                              {"date", "string"},
                                              {"dateTime", "string"}}};

/// An attribute under its name, or under another that older versions gave it.
std::string_view either_attribute(const XmlElement& element, std::string_view name, std::string_view older) {
  const std::string_view value = local_attribute(element, name);
  return value.empty() ? local_attribute(element, older) : value;
}

struct Frame {
  Part part = Part::group;
  std::string name;
  std::string iri;
  std::string text;
  /// The graph that its nodes and edges stand in.
  std::string graph;
  Location location;
  /// The keys that it has values for.
  std::vector<std::uint32_t> given;
  GraphFileKey key;
  std::unique_ptr<GraphFileEdge> edge;
  std::string spells;
};

/// Follows the events of a document and tells the file what it holds.
class GexfReader : public XmlHandler {
 public:
  GexfReader(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
      : options_(options), sink_(sink), diagnostics_(diagnostics), file_(options, sink, diagnostics, true) {}

  void start(const XmlElement& element) override {
    if (own_) return own_->start(element);
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    if (frames_.empty()) return start_root(element);
    file_.open();
    const auto known = std::find_if(part_names.begin(), part_names.end(),
                                    [&](const PartName& one) { return one.name == element.local; });
    if (known == part_names.end()) return skip(element);
    unknown_.examine_attributes(element, gexf_attributes(element.local));
    Frame frame;
    frame.part = known->part;
    frame.name = element.local;
    frame.graph = frames_.back().graph;
    frame.location = element.location;
    frames_.push_back(std::move(frame));
    begin(frames_.back(), element);
  }

  void end() override {
    if (own_) return own_->end();
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    finish(frames_.back());
    frames_.pop_back();
  }

  void text(std::string_view text) override {
    if (skipped_ == 0 && !frames_.empty() && frames_.back().part == Part::text) frames_.back().text += text;
  }

  void instruction(std::string_view target, std::string_view data) override {
    if (own_) return own_->instruction(target, data);
    if (frames_.size() == 1 && file_.graph_count() == 0 && begins_own_file(target, data))
      own_.emplace(options_, sink_, diagnostics_);
    if (!names_relations(target, data)) return;
    has_numbered_kinds_ = true;
    file_.expect_own_times();
    file_.expect_own_relations();
  }

  void close(bool is_well_formed) {
    if (own_) return own_->close();
    file_.open();
    file_.finish(is_well_formed);
    if (is_well_formed) parents_.report([this](std::string_view id) { return file_.has_node(id); }, diagnostics_);
    if (is_well_formed && has_root_ && file_.graph_count() == 0)
      diagnostics_.error("syntax", root_, "the file has no 'graph' element");
  }

 private:
  Frame& parent() { return frames_[frames_.size() - 2]; }

  /// The node or edge that the innermost open element belongs to; null outside of both.
  Frame* owner() {
    for (auto at = frames_.rbegin() + 1; at != frames_.rend(); ++at)
      if (at->part == Part::node || at->part == Part::edge) return &*at;
    return nullptr;
  }

  void start_root(const XmlElement& element) {
    root_ = element.location;
    if (element.local != "gexf") {
      diagnostics_.error("syntax", element.location,
                         fmt::format("the root element of GEXF is 'gexf', not '{}'", element.local));
      skipped_ = 1;
      return;
    }
    has_root_ = true;
    frames_.emplace_back();
  }

  void skip(const XmlElement& element) {
    skipped_ = 1;
    unknown_.report(element);
  }

  /// Leaves out the element that was just opened, with all that it holds.
  void refuse(const XmlElement& element, std::string message) {
    diagnostics_.error("syntax", element.location, std::move(message));
    frames_.pop_back();
    skipped_ = 1;
  }

  void begin(Frame& frame, const XmlElement& element) {
    switch (frame.part) {
      case Part::graph:
        return begin_graph(frame, element);
      case Part::group:
        return begin_group(frame, element);
      case Part::attributes:
        domain_ = local_attribute(element, "class") == "edge" ? KeyDomain::edge : KeyDomain::node;
        return;
      case Part::attribute:
        return begin_attribute(frame, element);
      case Part::node:
        return begin_node(frame, element);
      case Part::edge:
        return begin_edge(frame, element);
      case Part::value:
        return add_value(element);
      case Part::spell:
        return add_spell(element);
      case Part::look:
        return add_look(element);
      default:
        return;
    }
  }

  void begin_graph(Frame& frame, const XmlElement& element) {
    is_directed_ = local_attribute(element, "defaultedgetype") == "directed";
    is_mutual_ = local_attribute(element, "defaultedgetype") == "mutual";
    frame.iri = frame.graph = file_.begin_graph(local_attribute(element, "id"), is_directed_, {}, frame.location);
    if (const std::string_view name = local_attribute(element, "name"); !name.empty()) meta_.emplace_back("name", name);
    for (const auto& [name, text] : meta_)
      file_.value(frame.iri, KeyDomain::graph,
                  {file_.own_key(name, "string", KeyDomain::graph), text, false, frame.location, {}});
    meta_.clear();
  }

  /// Nodes within a node are a graph in it.
  void begin_group(Frame& frame, const XmlElement& element) {
    Frame& around = parent();
    if (frame.name == "parent" && owner() != nullptr) {
      const std::string_view above = local_attribute(element, "for");
      parents_.add(owner()->name, above, frame.location);
      file_.link(owner()->iri, iri::gw::in_graph, file_.graph_inside(above, is_directed_, frame.location),
                 frame.location);
    } else if (around.part == Part::node && (frame.name == "nodes" || frame.name == "edges")) {
      frame.graph = file_.graph_inside(around.name, is_directed_, frame.location);
    }
  }

  void begin_attribute(Frame& frame, const XmlElement& element) {
    GraphFileKey& key = frame.key;
    key.id = local_attribute(element, "id");
    key.name = std::string(local_attribute(element, "title"));
    if (key.name->empty()) key.name = key.id;
    key.domain = domain_;
    const std::string_view type = local_attribute(element, "type");
    const auto word =
        std::find_if(type_words.begin(), type_words.end(), [=](const TypeWord& one) { return one.word == type; });
    key.type = word != type_words.end() ? word->type : type.starts_with("list") ? "string" : known_type(type);
    if (!key.type.empty()) return;
    key.type = "string";
    diagnostics_.warning("unknown-type", element.location,
                         fmt::format("GEXF has no type '{}'; the values of '{}' are read as text", type, *key.name));
  }

  void begin_node(Frame& frame, const XmlElement& element) {
    const std::string_view id = local_attribute(element, "id");
    if (id.empty()) return refuse(element, "a node needs an id");
    const std::string_view above = local_attribute(element, "pid");
    const std::string graph = above.empty() ? frame.graph : file_.graph_inside(above, is_directed_, frame.location);
    const auto iri = file_.node(id, graph, frame.location);
    if (!iri) {
      frames_.pop_back();
      skipped_ = 1;
      return;
    }
    frame.iri = *iri;
    frame.name = id;
    if (!above.empty()) parents_.add(id, above, frame.location);
    // An empty label is one: without it the id would be shown.
    if (has_attribute(element, "label"))
      add(frame, {file_.own_key("label", "string", KeyDomain::node),
                  local_attribute(element, "label"),
                  false,
                  frame.location,
                  {}});
    for (const char* time : {"start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals"})
      add_text(frame, time, local_attribute(element, time), "string");
  }

  void begin_edge(Frame& frame, const XmlElement& element) {
    const std::string_view source = local_attribute(element, "source");
    const std::string_view target = local_attribute(element, "target");
    if (source.empty() || target.empty())
      return refuse(element, fmt::format("an edge needs a {}", source.empty() ? "source" : "target"));
    frame.edge = std::make_unique<GraphFileEdge>();
    GraphFileEdge& edge = *frame.edge;
    edge.id = local_attribute(element, "id");
    edge.source = source;
    edge.target = target;
    edge.location = frame.location;
    set_direction(frame, local_attribute(element, "type"));
    if (!has_numbered_kinds_) add_text(frame, "kind", local_attribute(element, "kind"), "string");
    add_text(frame, "label", local_attribute(element, "label"), "string");
    add_text(frame, "weight", local_attribute(element, "weight"), "double", iri::gw::weight);
    add_edge_times(frame, element);
  }

  /// NetworkX writes an attribute called `type` here, too: what is no direction is a word for the edge.
  void set_direction(Frame& frame, std::string_view type) {
    const bool is_direction = type == "directed" || type == "undirected" || type == "mutual";
    frame.edge->is_directed = is_direction ? type == "directed" : is_directed_;
    if (type == "mutual" || (is_mutual_ && !is_direction)) add_text(frame, "mutual", "true", "boolean");
    if (!is_direction) add_text(frame, "type", type, "string");
  }

  void add_edge_times(Frame& frame, const XmlElement& element) {
    const std::string_view start = either_attribute(element, "start", "startopen");
    const std::string_view end = either_attribute(element, "end", "endopen");
    warn_of_open_ends(element);
    frame.edge->time = gexf_interval(start, end);
    if (!frame.edge->time.empty()) return;
    add_text(frame, "start", start, "string");
    add_text(frame, "end", end, "string");
    for (const char* time : {"timestamp", "timestamps", "intervals"})
      add_text(frame, time, local_attribute(element, time), "string");
  }

  /// Says something of a node or edge that the format has an XML attribute or element for.
  void add_text(Frame& frame, std::string_view name, std::string_view text, std::string_view type,
                std::string_view property = {}) {
    if (text.empty()) return;
    const KeyDomain domain = frame.part == Part::edge ? KeyDomain::edge : KeyDomain::node;
    add(frame, {file_.own_key(name, type, domain, property), text, false, frame.location, {}});
  }

  void add(Frame& frame, const GraphFileValue& value) {
    if (frame.part == Part::edge) {
      file_.add_value(value, *frame.edge);
      return;
    }
    file_.value(frame.iri, KeyDomain::node, value);
    frame.given.push_back(value.key);
  }

  void add_value(const XmlElement& element) {
    Frame* frame = owner();
    if (frame == nullptr) return;
    const KeyDomain domain = frame->part == Part::edge ? KeyDomain::edge : KeyDomain::node;
    GraphFileValue value;
    value.key = file_.key(either_attribute(element, "for", "id"), domain, element.location);
    value.text = local_attribute(element, "value");
    value.location = element.location;
    const std::string time = time_of_value(element);
    value.time = time;
    if (value.text == "null" && file_.key(value.key).type != "string") return;  // Gephi writes what is not known so
    add(*frame, value);
  }

  /// When a value holds; empty where it says no time, or one that is no day, which is said once a file.
  std::string time_of_value(const XmlElement& element) {
    warn_of_open_ends(element);
    const std::string_view moment = local_attribute(element, "timestamp");
    const std::string_view start = moment.empty() ? either_attribute(element, "start", "startopen") : moment;
    const std::string_view end = moment.empty() ? either_attribute(element, "end", "endopen") : moment;
    std::string time = gexf_interval(start, end);
    const bool has_time = !start.empty() || !end.empty();
    if (has_time && time.empty() && !std::exchange(has_lost_times_, true))
      diagnostics_.warning("gexf-value-time", element.location,
                           "times of values that are no days are left out, here and in the rest of the file");
    return time;
  }

  /// Once a file: times are days, of which the first and the last belong to an interval.
  void warn_of_open_ends(const XmlElement& element) {
    const bool is_open = has_attribute(element, "startopen") || has_attribute(element, "endopen");
    if (!is_open || has_open_ends_) return;
    has_open_ends_ = true;
    diagnostics_.warning("gexf-open", element.location,
                         "startopen and endopen are read as start and end, here and in the rest of the file");
  }

  void add_spell(const XmlElement& element) {
    Frame* frame = owner();
    if (frame == nullptr) return;
    warn_of_open_ends(element);
    if (!frame->spells.empty()) frame->spells += "; ";
    const std::string_view moment = local_attribute(element, "timestamp");
    if (!moment.empty())
      frame->spells += moment;
    else
      frame->spells.append(either_attribute(element, "start", "startopen"))
          .append("/")
          .append(either_attribute(element, "end", "endopen"));
  }

  void add_look(const XmlElement& element) {
    Frame* frame = owner();
    if (frame == nullptr) return;
    if (element.local == "color") {
      add_text(*frame, "color", color_of(element), "string", frame->part == Part::node ? iri::gw::color : "");
      add_text(*frame, "alpha", local_attribute(element, "a"), "double");
    } else if (element.local == "position") {
      add_text(*frame, "x", local_attribute(element, "x"), "double", iri::gw::x);
      add_text(*frame, "y", local_attribute(element, "y"), "double", iri::gw::y);
      add_text(*frame, "z", local_attribute(element, "z"), "double", iri::gw::z);
    } else if (element.local == "size") {
      add_text(*frame, "size", local_attribute(element, "value"), "double", iri::gw::size);
    } else {
      add_text(*frame, element.local, local_attribute(element, "value"),
               element.local == "shape" ? "string" : "double");
      add_text(*frame, "image", local_attribute(element, "uri"), "string");
    }
  }

  std::string color_of(const XmlElement& element) {
    if (const std::string_view hex = local_attribute(element, "hex"); !hex.empty()) return std::string(hex);
    std::string color = "#";
    for (const char* channel : {"r", "g", "b"}) color += fmt::format("{:02x}", channel_of(element, channel));
    return color;
  }

  /// The red, green or blue of a colour (GEXF 1.3, viz: color-channel); what is none is told.
  int channel_of(const XmlElement& element, const char* channel) {
    const std::string_view text = local_attribute(element, channel);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    const int nearest = is_number ? std::clamp(value, 0, 255) : 0;
    if (is_number && nearest == value) return value;
    diagnostics_.warning("bad-literal", element.location,
                         fmt::format("'{}' is no channel '{}' of a color, a number from 0 to 255; it is read as {}",
                                     text, channel, nearest));
    return nearest;
  }

  void finish(Frame& frame) {
    switch (frame.part) {
      case Part::text:
        return finish_text(frame);
      case Part::attribute:
        file_.declare(std::move(frame.key), frame.location);
        return;
      case Part::node:
        add_text(frame, "spells", frame.spells, "string");
        file_.defaults(frame.iri, KeyDomain::node, frame.given, frame.location);
        return;
      case Part::edge:
        add_text(frame, "spells", frame.spells, "string");
        file_.edge(frame.edge);
        return;
      default:
        return;
    }
  }

  void finish_text(Frame& frame) {
    // That a file is ours is no property of the graph in it.
    const bool is_our_name = has_numbered_kinds_ && frame.name == "creator";
    if (frame.name == "default" && parent().part == Part::attribute)
      parent().key.default_text = frame.text;
    else if (parent().part == Part::meta && !frame.text.empty() && !is_our_name)
      meta_.emplace_back(frame.name, frame.text);
  }

  const ReadOptions& options_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  GraphFile file_;
  std::optional<OwnGexfReader> own_;
  std::vector<Frame> frames_;
  std::vector<std::pair<std::string, std::string>> meta_;
  NodeParents parents_;
  KeyDomain domain_ = KeyDomain::node;
  bool is_directed_ = false;
  std::size_t skipped_ = 0;
  UnknownElements unknown_{diagnostics_};
  Location root_;
  bool has_root_ = false;
  bool is_mutual_ = false;
  bool has_numbered_kinds_ = false;
  bool has_open_ends_ = false;
  bool has_lost_times_ = false;
};

}  // namespace

void read_gexf(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  GexfReader reader(options, sink, diagnostics);
  const bool is_well_formed = read_xml(source, options, reader, diagnostics);
  reader.close(is_well_formed);
  sink.finish();
}

}  // namespace graphwright
