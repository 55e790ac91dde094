#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "doctor_findings.hpp"
#include "igraph_key_doctor.hpp"
#include "value_words.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// The element around a value, and the readers that look at it.
struct ValuePlace {
  std::string around;
  bool networkx = true;
  bool igraph = true;
};

/// Examines the keys of a GraphML file, their defaults and the values that name them.
class GraphmlKeyDoctor {
 public:
  explicit GraphmlKeyDoctor(DoctorFindings& findings) : findings_(findings), igraph_(findings) {}

  /// A `key`, which stands in the root element or deeper, before the first graph or not.
  void examine(const XmlElement& element, bool is_in_root, bool is_before_graph);
  /// The beginning of the `default` of the key examined last.
  void begin_default(const XmlElement& element);
  /// The beginning of a value that names a key.
  void begin_value(const XmlElement& element, ValuePlace place);
  void add_text(std::string_view text);
  /// The end of a default or value.
  void end_value();
  /// Reports the keys that were not declared, which may follow their values.
  void close();

  /// Whether a key holds what yEd draws; whether one of edges is called `interaction`.
  bool has_drawing() const { return has_drawing_; }
  bool has_interaction() const { return has_interaction_; }

 private:
  /// A value that stands before its key, or has none.
  struct EarlyValue {
    std::string key;
    std::string text;
    Location location;
  };

  void examine_type(const XmlElement& element);
  void examine_for_networkx(const XmlElement& element, std::string_view id);
  void end_default();
  void examine_networkx_value(const std::string& key, std::string_view text, Location location, bool is_default);

  DoctorFindings& findings_;
  IgraphKeyDoctor igraph_;
  /// By id, the keys of the root element, which are the ones that NetworkX and igraph look for.
  std::map<std::string, ValueKind> root_keys_;
  std::set<std::string> inner_keys_;
  std::vector<EarlyValue> early_;
  std::string last_key_;
  bool is_last_in_root_ = false;
  std::string key_;
  bool has_key_ = false;
  Location location_;
  std::string text_;
  bool is_default_ = false;
  ValuePlace place_;
  bool has_drawing_ = false;
  bool has_interaction_ = false;
};

}  // namespace graphwright
