#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace graphwright {

/// What a key of a graph file speaks of.
enum class KeyDomain : std::uint8_t { all, file, graph, node, edge, hyperedge, port, endpoint };

/// The word of a domain in GraphML.
std::string_view name(KeyDomain domain);

/// Whether the values of a key are the times of edges, as exports of ours name them beside attributes of others, or
/// days that follow from those.
enum class EdgeTime : std::uint8_t { no, time, day };

/// An attribute that a graph file declares.
struct GraphFileKey {
  std::string id;
  /// Absent where the key has none, as those of yEd's drawings.
  std::optional<std::string> name;
  /// boolean, int, long, float, double or string; empty where the key has none.
  std::string type;
  KeyDomain domain = KeyDomain::all;
  std::optional<std::string> default_text;
  bool is_default_xml = false;
  /// Further XML attributes, `name=value`.
  std::vector<std::string> xml_attributes;
  std::string description;
  /// The IRI of the property; found by `GraphFileKeys::add` where it is empty.
  std::string property;
  /// Of a key whose values say which relation an edge is: how sure that is, 0 the surest; found by `add`.
  std::uint8_t relation_rank = no_rank;

  /// Found by `add`.
  EdgeTime edge_time = EdgeTime::no;

  static constexpr std::uint8_t no_rank = 0xFF;
  bool is_in(KeyDomain wanted) const { return domain == wanted || domain == KeyDomain::all; }
  bool is_text() const { return type == "string" || type.empty(); }
  bool has_plain_default() const { return default_text && !is_default_xml; }
};

/// The keys of a graph file, each of which stands for a property.
class GraphFileKeys {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Properties without a common meaning are named below the base. Where the format says how nodes are drawn in
  /// elements of its own, keys of the names of such words do not.
  GraphFileKeys(std::string base, bool draws_by_elements)
      : base_(std::move(base)), draws_by_elements_(draws_by_elements) {}

  /// Keys to come whose ids are those that we give times of edges are that.
  void expect_own_times() { has_own_times_ = true; }
  /// Of keys to come just those whose ids are what we give the relation say which relation an edge is.
  void expect_own_relations() { has_own_relations_ = true; }
  bool has_own_relations() const { return has_own_relations_; }
  /// Adds a key; `find_declared` was asked before.
  std::uint32_t add(GraphFileKey key);
  /// The key of an id and just this domain.
  std::uint32_t find_declared(std::string_view id, KeyDomain domain) const;
  /// The key of an id for elements of a domain, else for others.
  ///
  /// @complexity one comparison where keys follow each other as they did before, else linear in keys
  std::uint32_t find(std::string_view id, KeyDomain domain);
  std::uint32_t find_named(std::string_view name, KeyDomain domain) const;
  std::uint32_t find_property(std::string_view property, KeyDomain domain) const;
  bool has_id(std::string_view id) const;
  bool has_defaults(KeyDomain domain) const { return has_defaults_[static_cast<std::size_t>(domain)]; }

  const GraphFileKey& operator[](std::uint32_t number) const { return keys_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }
  /// The IRI of the resource that stands for a key itself.
  std::string iri(const GraphFileKey& key) const;

 private:
  /// What was found after a key the last time.
  struct Next {
    std::uint32_t key = none;
    KeyDomain domain = KeyDomain::all;
  };

  std::uint32_t find_slowly(std::string_view id, KeyDomain domain) const;
  std::string_view own_relation_property(const GraphFileKey& key) const;
  std::string property_of(const GraphFileKey& key) const;
  /// The number of the first key that is wanted.
  template <typename IsWanted>
  std::uint32_t first(const IsWanted& is_wanted) const;
  bool is_free(const std::string& property, KeyDomain domain) const;

  std::string base_;
  bool draws_by_elements_;
  bool has_own_times_ = false;
  bool has_own_relations_ = false;
  std::vector<GraphFileKey> keys_;
  std::array<bool, 8> has_defaults_{};  // by domain
  std::vector<Next> next_{1};           // by key, behind that of no key
  std::uint32_t last_ = 0;              // the place in `next_` of the key that was found last
  std::unordered_multimap<std::string, KeyDomain> properties_;
};

}  // namespace graphwright
