#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "doctor_findings.hpp"
#include "parallel_edges.hpp"
#include "value_words.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// The namespace of the graph that NetworkX takes of several in a file: it looks for one of 1.2 first, then of 1.1.
std::string graph_namespace_of_networkx(std::string_view bytes, const ReadOptions& options);

/// Finds at what NetworkX stops in a GEXF file (networkx/readwrite/gexf.py, versions 2.8 to 3.5).
class GexfNetworkxDoctor {
 public:
  /// `graph_ns` is the namespace of the graph that NetworkX takes; empty where it is the first one.
  GexfNetworkxDoctor(DoctorFindings& findings, std::string graph_ns)
      : findings_(findings), graph_ns_(std::move(graph_ns)) {
    attributes_[1]["weight"] = {"double", true, false};  // as NetworkX itself declares it
  }

  void start(const XmlElement& element);
  void end();
  void text(std::string_view text);
  /// Reports the attributes that were not declared, which may follow their values.
  void close();

 private:
  /// An attribute of nodes or edges.
  struct Declared {
    std::string type;
    bool has_title = false;
    bool is_dynamic = false;
  };
  /// A value of an attribute that is declared behind it, or not at all.
  struct EarlyValue {
    std::size_t domain;
    std::string id;
    std::optional<std::string> value;
    Location location;
  };
  /// An element that is open and that NetworkX looks for.
  struct Frame {
    std::string name;
    /// Its children that NetworkX takes the first of, where they were there.
    std::set<std::string, std::less<>> first_children;
  };
  /// By id; 0: of nodes, 1: of edges.
  using Attributes = std::array<std::map<std::string, Declared, std::less<>>, 2>;

  bool is_within(std::string_view around) const { return frames_[frames_.size() - 2].name == around; }
  /// 0 in a node, 1 in an edge.
  std::size_t owner() const;
  /// Whether NetworkX looks for an element where it stands; what it drops is told.
  bool is_looked_for(const XmlElement& element);
  bool is_first_of_its_kind(const XmlElement& element);

  void examine(const XmlElement& element);
  void examine_namespace(const XmlElement& element);
  void begin_graph(const XmlElement& element);
  void begin_attributes(const XmlElement& element);
  void declare(const XmlElement& element);
  void end_default();
  void examine_edge(const XmlElement& element);
  void examine_value(const XmlElement& element);
  void examine_look(const XmlElement& element);
  void examine_time(const XmlElement& element, std::string_view name, bool is_needed);
  /// A number that an element has or, where it is needed, must have.
  void examine_number(const XmlElement& element, std::string_view name, ValueKind kind, bool is_needed);
  void check(const Declared& attribute, std::string_view id, const std::optional<std::string>& value,
             Location location);

  DoctorFindings& findings_;
  std::string graph_ns_;
  EdgeIds edge_ids_;
  std::vector<Frame> frames_;
  /// How many elements are open that are left out, the outermost first.
  std::size_t skipped_ = 0;
  std::string root_ns_;
  /// Where NetworkX looks for colors, sizes and places.
  std::string viz_ns_;
  Location root_;
  Attributes attributes_;
  std::vector<EarlyValue> early_;
  std::size_t domain_ = 2;
  bool is_dynamic_ = false;
  bool is_directed_ = false;
  bool has_spells_ = true;
  std::string format_;
  bool has_format_ = false;
  std::string default_of_;
  std::string default_text_;
  Location default_location_;
};

}  // namespace graphwright
