#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "doctor_findings.hpp"
#include "parallel_edges.hpp"
#include "value_words.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// Finds at what NetworkX stops in a GEXF file (networkx/readwrite/gexf.py, versions 2.8 to 3.5).
class GexfNetworkxDoctor {
 public:
  explicit GexfNetworkxDoctor(DoctorFindings& findings) : findings_(findings) {}

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
  struct Undeclared {
    Location location;
    std::size_t count = 0;
  };
  /// By id; 0: of nodes, 1: of edges.
  using Attributes = std::array<std::map<std::string, Declared, std::less<>>, 2>;

  bool is_within(std::string_view around) const { return path_.size() > 1 && path_[path_.size() - 2] == around; }
  /// 0 in a node, 1 in an edge that is read, 2 elsewhere.
  std::size_t owner() const;

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
  void check(const Declared& attribute, std::string_view id, const std::string* value, Location location);

  DoctorFindings& findings_;
  EdgeIds edge_ids_;
  std::vector<std::string> path_;
  Attributes attributes_;
  std::array<std::map<std::string, Undeclared>, 2> undeclared_;
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
