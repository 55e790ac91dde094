#include "blank_node_matcher.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "disjoint_sets.hpp"

namespace graphwright {
namespace {

constexpr std::size_t max_depth = 1000;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31U);
}

}  // namespace

BlankNodeMatcher::BlankNodeMatcher(const BlankQuads& a, const BlankQuads& b, std::uint64_t limit)
    : side_(a.blank_count()), node_count_(a.blank_count() + b.blank_count()), left_(limit) {
  std::unordered_map<std::string_view, std::uint32_t> ids;
  add_rows(a, 0, ids);
  first_row_of_b_ = static_cast<std::uint32_t>(rows_.size());
  add_rows(b, side_, ids);
  index_rows();
  colours_.assign(node_count_, 0);
  places_.resize(node_count_);
  local_.resize(node_count_);
  std::iota(places_.begin(), places_.end(), 0);
  classes_.push_back(places_);
}

void BlankNodeMatcher::add_rows(const BlankQuads& quads, std::uint32_t offset,
                                std::unordered_map<std::string_view, std::uint32_t>& ids) {
  const auto text_id = [&](std::string_view text) {
    return node_count_ + ids.try_emplace(text, static_cast<std::uint32_t>(ids.size())).first->second;
  };
  const auto place = [&](const BlankQuads::Component& one) {
    return one.is_blank() ? offset + one.blank : text_id(one.text);
  };
  for (const BlankQuads::Quad& quad : quads.quads())
    rows_.push_back({place(quad.subject), text_id(quad.predicate), place(quad.object), place(quad.graph)});
}

void BlankNodeMatcher::index_rows() {
  first_row_.assign(node_count_ + std::size_t{1}, 0);
  const auto for_nodes = [&](const Row& row, const auto& act) {
    for (std::size_t i = 0; i < row.size(); ++i)
      if (is_node(row[i]) && std::find(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(i), row[i]) ==
                                 row.begin() + static_cast<std::ptrdiff_t>(i))
        act(row[i]);
  };
  for (const Row& row : rows_) for_nodes(row, [&](std::uint32_t node) { ++first_row_[node + 1]; });
  std::partial_sum(first_row_.begin(), first_row_.end(), first_row_.begin());
  rows_of_.resize(first_row_.back());
  std::vector<std::uint32_t> next(first_row_.begin(), first_row_.end() - 1);
  for (std::uint32_t i = 0; i < rows_.size(); ++i)
    for_nodes(rows_[i], [&](std::uint32_t node) { rows_of_[next[node]++] = i; });
}

bool BlankNodeMatcher::spend(std::uint64_t steps) {
  if (steps > left_) is_spent_ = true;
  if (!is_spent_) left_ -= steps;
  return !is_spent_;
}

std::uint32_t BlankNodeMatcher::new_colour() {
  classes_.emplace_back();
  return static_cast<std::uint32_t>(classes_.size() - 1);
}

void BlankNodeMatcher::recolour(std::uint32_t node, std::uint32_t colour) {
  Nodes& old = classes_[colours_[node]];
  old[places_[node]] = old.back();
  places_[old.back()] = places_[node];
  old.pop_back();
  colours_[node] = colour;
  places_[node] = static_cast<std::uint32_t>(classes_[colour].size());
  classes_[colour].push_back(node);
}

bool BlankNodeMatcher::is_balanced(const Nodes& nodes) const {
  const auto of_a = std::count_if(nodes.begin(), nodes.end(), [&](std::uint32_t node) { return is_of_a(node); });
  return static_cast<std::size_t>(of_a) * 2 == nodes.size();
}

// Colours the neighbours of recoloured nodes anew until nothing changes; false where the sides differ.
bool BlankNodeMatcher::refine(Nodes changed) {
  while (!changed.empty()) {
    const std::vector<Change> changes = changes_around(changed);
    changed.clear();
    if (is_spent_ || !split(changes, changed)) return false;
  }
  return true;
}

// For each node beside a changed one: the sum of what its quads with changed nodes look like now.
std::vector<BlankNodeMatcher::Change> BlankNodeMatcher::changes_around(const Nodes& changed) {
  std::vector<std::uint32_t> touched;
  for (std::uint32_t node : changed) {
    spend(first_row_[node + 1] - first_row_[node]);
    for (std::uint32_t i = first_row_[node]; i < first_row_[node + 1]; ++i) touched.push_back(rows_of_[i]);
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::unordered_map<std::uint32_t, std::uint64_t> sums;
  for (std::uint32_t i : touched) {
    for (std::uint32_t node : rows_[i]) {
      if (!is_node(node)) continue;
      std::uint64_t hash = 0;
      for (std::uint32_t place : rows_[i])
        hash = mix(hash, place == node    ? 0
                         : is_node(place) ? 1 + std::uint64_t{colours_[place]}
                                          : ~std::uint64_t{place});
      sums[node] += hash;
    }
  }
  std::vector<Change> changes;
  changes.reserve(sums.size());
  for (const auto& [node, hash] : sums) changes.push_back({colours_[node], hash, node});
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return std::tie(a.colour, a.hash, a.node) < std::tie(b.colour, b.hash, b.node);
  });
  return changes;
}

bool BlankNodeMatcher::split(const std::vector<Change>& changes, Nodes& recoloured) {
  for (std::size_t begin = 0; begin < changes.size();) {
    std::size_t end = begin;
    while (end < changes.size() && changes[end].colour == changes[begin].colour) ++end;
    if (!split_class(std::span(changes).subspan(begin, end - begin), recoloured)) return false;
    begin = end;
  }
  return true;
}

// Splits one class by the hashes of its changes. What did not change keeps its colour, or else the largest
// part counts as unchanged, so that no node is looked at again without need.
bool BlankNodeMatcher::split_class(std::span<const Change> changes, Nodes& recoloured) {
  std::vector<Nodes> parts;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (i == 0 || changes[i].hash != changes[i - 1].hash) parts.emplace_back();
    parts.back().push_back(changes[i].node);
  }
  for (const Nodes& part : parts)
    if (!is_balanced(part)) return false;
  const bool has_unchanged = changes.size() < classes_[changes.front().colour].size();
  if (!has_unchanged) {
    if (parts.size() == 1) return true;
    parts.erase(std::max_element(parts.begin(), parts.end(),
                                 [](const Nodes& a, const Nodes& b) { return a.size() < b.size(); }));
  }
  for (const Nodes& part : parts) {
    const std::uint32_t fresh = new_colour();
    for (std::uint32_t node : part) recolour(node, fresh);
    recoloured.insert(recoloured.end(), part.begin(), part.end());
  }
  return true;
}

// Matches the nodes of both sides that are not settled; they have neighbours among themselves only.
bool BlankNodeMatcher::solve(const Nodes& nodes, std::size_t depth) {
  std::map<Nodes, std::pair<std::vector<Nodes>, std::vector<Nodes>>> alike;
  for (Nodes& part : parts_of(nodes)) {
    Nodes colours;
    for (std::uint32_t node : part) colours.push_back(colours_[node]);
    auto& [of_a, of_b] = alike[colours];
    (is_of_a(part.front()) ? of_a : of_b).push_back(std::move(part));
  }
  for (auto& [colours, sides] : alike) {
    auto& [of_a, of_b] = sides;
    if (of_a.size() != of_b.size()) return false;
    for (const Nodes& part : of_a) {
      const auto match =
          std::find_if(of_b.rbegin(), of_b.rend(), [&](const Nodes& other) { return match_part(part, other, depth); });
      if (match == of_b.rend()) return false;
      *match = std::move(of_b.back());
      of_b.pop_back();
    }
  }
  return true;
}

// The parts that settled nodes leave, each sorted by colour.
std::vector<BlankNodeMatcher::Nodes> BlankNodeMatcher::parts_of(const Nodes& nodes) {
  Nodes open;
  std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(open), [&](std::uint32_t n) { return !is_settled(n); });
  for (std::uint32_t i = 0; i < open.size(); ++i) local_[open[i]] = i;
  DisjointSets sets(static_cast<std::uint32_t>(open.size()));
  for (std::uint32_t node : open) {
    spend(first_row_[node + 1] - first_row_[node]);
    for (std::uint32_t i = first_row_[node]; i < first_row_[node + 1]; ++i)
      for (std::uint32_t place : rows_[rows_of_[i]])
        if (is_node(place) && !is_settled(place)) sets.join(local_[node], local_[place]);
  }
  std::vector<Nodes> parts = sets.groups();
  for (Nodes& part : parts) {
    for (std::uint32_t& member : part) member = open[member];
    std::sort(part.begin(), part.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::tie(colours_[a], a) < std::tie(colours_[b], b); });
  }
  return parts;
}

// Two parts of the same colours. Where each colour stands once, the colours say who matches whom.
bool BlankNodeMatcher::match_part(const Nodes& a, const Nodes& b, std::size_t depth) {
  if (is_spent_ || !spend(a.size())) return false;
  std::size_t first = 0;
  std::size_t fewest = a.size() + 1;
  for (std::size_t begin = 0, end = 0; begin < a.size(); begin = end) {
    while (end < a.size() && colours_[a[end]] == colours_[a[begin]]) ++end;
    if (end - begin == 1 || end - begin >= fewest) continue;
    first = begin;
    fewest = end - begin;
  }
  if (fewest <= a.size()) return try_pairs(a, b, first, first + fewest, depth);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint32_t fresh = new_colour();
    recolour(a[i], fresh);
    recolour(b[i], fresh);
  }
  return true;
}

// One node of the first part must take the place of one of its colour in the other: each is tried.
bool BlankNodeMatcher::try_pairs(const Nodes& a, const Nodes& b, std::size_t begin, std::size_t end,
                                 std::size_t depth) {
  if (depth == max_depth) is_spent_ = true;
  Nodes both = a;
  both.insert(both.end(), b.begin(), b.end());
  Nodes before;
  for (std::uint32_t node : both) before.push_back(colours_[node]);
  for (std::size_t i = begin; i < end && !is_spent_; ++i) {
    const std::uint32_t fresh = new_colour();
    recolour(a[begin], fresh);
    recolour(b[i], fresh);
    if (refine({a[begin], b[i]}) && solve(both, depth + 1)) return true;
    for (std::size_t k = 0; k < both.size(); ++k)
      if (colours_[both[k]] != before[k]) recolour(both[k], before[k]);
  }
  return false;
}

std::optional<bool> BlankNodeMatcher::match() {
  if (side_ * std::size_t{2} != node_count_ || first_row_of_b_ * std::size_t{2} != rows_.size()) return false;
  Nodes all(node_count_);
  std::iota(all.begin(), all.end(), 0);
  const bool is_matched = refine(all) && solve(all, 0);
  if (is_spent_ || (is_matched && !verify())) return std::nullopt;
  return is_matched;
}

std::vector<std::uint32_t> BlankNodeMatcher::pairs() const {
  std::vector<std::uint32_t> pairs(side_);
  for (std::uint32_t node = 0; node < side_; ++node) {
    const Nodes& both = classes_[colours_[node]];
    pairs[node] = (both.front() == node ? both.back() : both.front()) - side_;
  }
  return pairs;
}

// Colours are told apart by hashes; here the match is looked at as it is.
bool BlankNodeMatcher::verify() const {
  const std::vector<std::uint32_t> pair = pairs();
  std::set<Row> of_b(rows_.begin() + first_row_of_b_, rows_.end());
  for (std::uint32_t i = 0; i < first_row_of_b_; ++i) {
    Row row = rows_[i];
    for (std::uint32_t& place : row)
      if (is_node(place)) place = pair[place] + side_;
    if (!of_b.contains(row)) return false;
  }
  return true;
}

}  // namespace graphwright
