#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "doctor_findings.hpp"
#include "value_words.hpp"
#include "xml_events.hpp"

namespace graphwright {

/// Finds at what igraph stops in the keys, defaults and values of a GraphML file, and which values it drops
/// (igraph 0.10, src/io/graphml.c).
class IgraphKeyDoctor {
 public:
  explicit IgraphKeyDoctor(DoctorFindings& findings) : findings_(findings) {}

  /// A `key` of the root element.
  void examine(const XmlElement& element);
  /// A default of the key examined last.
  void examine_default(std::string_view text, Location location);
  /// A value in a `graph`, `node` or `edge`, which is `around` it; `key` is null where it names none.
  void examine_value(const std::string* key, std::string_view around, std::string_view text, Location location);

 private:
  /// The keys for one kind of things. A second key of one id is found where the first one is, and moves those behind
  /// it.
  struct Keys {
    std::map<std::string, std::size_t, std::less<>> places;
    std::vector<ValueKind> kinds;
  };

  void examine_domain(const XmlElement& element, std::string_view id);
  void examine_type(const XmlElement& element, std::string_view id);
  void examine_name(const XmlElement& element);
  void declare(const XmlElement& element, std::string_view id);
  void report_repeated(std::string_view id, bool is_last, Location location);
  /// Finds the kind of values of a key, and tells where there is none.
  void find_kind(const std::string& key, std::string_view around, Location location);
  void check(ValueKind kind, std::string_view key, std::string_view what, std::string_view text, Location location);

  DoctorFindings& findings_;
  /// Of graphs, nodes and edges.
  std::array<Keys, 3> keys_;
  /// Keys that are left out, as has been told of each.
  std::set<std::string, std::less<>> ignored_;
  std::set<std::string> names_;
  std::string last_key_;
  std::optional<ValueKind> last_kind_;
  /// Of the value before; nothing where it has no key that igraph reads.
  std::string value_key_;
  std::optional<ValueKind> value_kind_;
};

}  // namespace graphwright
