#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "doctor_findings.hpp"
#include "value_words.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// The readers that look at a value.
struct SeenBy {
  bool networkx = true;
  bool igraph = true;
};

/// Examines the keys of a GraphML file, their defaults and the values that name them.
class GraphmlKeyDoctor {
 public:
  explicit GraphmlKeyDoctor(DoctorFindings& findings) : findings_(findings) {}

  /// A `key`, which stands in the root element or deeper, before the first graph or not.
  void examine(const XmlElement& element, bool is_in_root, bool is_before_graph);
  /// The beginning of the `default` of the key examined last.
  void begin_default(const XmlElement& element);
  /// The beginning of a value that names a key.
  void begin_value(const XmlElement& element, SeenBy seen);
  void add_text(std::string_view text);
  /// The end of a default or value.
  void end_value();
  /// Reports the keys that were not declared, which may follow their values.
  void close();

  /// Whether a key holds what yEd draws; whether one of edges is called `interaction`.
  bool has_drawing() const { return has_drawing_; }
  bool has_interaction() const { return has_interaction_; }

 private:
  void examine_domain(const XmlElement& element, std::string_view id);
  void examine_type(const XmlElement& element, std::string_view id);
  void examine_name(const XmlElement& element, std::string_view domain);
  void examine_value(std::string_view text);

  DoctorFindings& findings_;
  std::map<std::string, ValueKind> kinds_;
  std::set<std::string> root_keys_;
  std::set<std::string> names_;
  /// By key, where its first value stands and how many there are.
  std::map<std::string, std::pair<Location, std::size_t>> undeclared_;
  std::string last_key_;
  std::string key_;
  Location location_;
  std::string text_;
  bool is_default_ = false;
  SeenBy seen_;
  bool has_drawing_ = false;
  bool has_interaction_ = false;
};

}  // namespace graphwright
