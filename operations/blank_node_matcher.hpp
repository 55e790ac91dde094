#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/isomorphism.hpp"

#include "blank_quads.hpp"

namespace graphwright {

/// Finds which blank nodes of one graph take the places of those of another.
///
/// Blank nodes of both sides are coloured together and colours refined until neighbours tell nothing
/// more. What has a colour of its own on both sides is settled and counts like an IRI from then on; the
/// rest falls into parts that settled nodes separate. A part is matched with any that is equal to it,
/// since being equal is transitive; only inside a part one node at a time is tried, and taken back.
class BlankNodeMatcher {
 public:
  BlankNodeMatcher(const BlankQuads& a, const BlankQuads& b, std::uint64_t limit);

  /// Whether the two match, nothing where the limit ends the search.
  std::optional<bool> match();
  /// After a match, the number in `b` for each in `a`.
  std::vector<std::uint32_t> pairs() const;

 private:
  using Nodes = std::vector<std::uint32_t>;
  /// Four places: blank nodes of `a`, then those of `b`, then texts.
  using Row = std::array<std::uint32_t, 4>;
  /// A node whose quads changed, with the hash of the change.
  struct Change {
    std::uint32_t colour;
    std::uint64_t hash;
    std::uint32_t node;
  };

  void add_rows(const BlankQuads& quads, std::uint32_t offset,
                std::unordered_map<std::string_view, std::uint32_t>& ids);
  void index_rows();
  bool is_node(std::uint32_t place) const { return place < node_count_; }
  bool is_of_a(std::uint32_t node) const { return node < side_; }

  bool refine(Nodes changed);
  std::vector<Change> changes_around(const Nodes& changed);
  bool split(const std::vector<Change>& changes, Nodes& recoloured);
  bool split_class(std::span<const Change> changes, Nodes& recoloured);
  void recolour(std::uint32_t node, std::uint32_t colour);
  std::uint32_t new_colour();
  bool is_balanced(const Nodes& nodes) const;

  bool solve(const Nodes& nodes, std::size_t depth);
  std::vector<Nodes> parts_of(const Nodes& nodes);
  bool match_part(const Nodes& a, const Nodes& b, std::size_t depth);
  bool try_pairs(const Nodes& a, const Nodes& b, std::size_t begin, std::size_t end, std::size_t depth);
  bool is_settled(std::uint32_t node) const { return classes_[colours_[node]].size() == 2; }
  bool spend(std::uint64_t steps);
  bool verify() const;

  std::uint32_t side_;
  std::uint32_t node_count_;
  std::uint64_t left_;
  bool is_spent_ = false;
  std::vector<Row> rows_;
  std::uint32_t first_row_of_b_ = 0;
  std::vector<std::uint32_t> first_row_;
  std::vector<std::uint32_t> rows_of_;
  std::vector<std::uint32_t> colours_;
  std::vector<std::uint32_t> places_;  // of a node in its class
  std::vector<Nodes> classes_;         // by colour
  std::vector<std::uint32_t> local_;   // of a node among those in hand
};

}  // namespace graphwright
