#include "blank_node_alignment.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "blank_quads.hpp"

namespace graphwright {
namespace {

constexpr std::uint32_t none = BlankQuads::none;
constexpr std::array<int, 4> depths{16, 4, 2, 1};
constexpr int unique_rounds = 4;
constexpr int voting_rounds = 20;
/// A quad that more nodes than this have alike says little of any of them.
constexpr std::size_t most_alike = 64;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
  return hash ^ (hash >> 31U);
}

class Aligner {
 public:
  Aligner(const BlankQuads& a, const BlankQuads& b, std::uint64_t limit)
      : side_(a.blank_count()), count_(a.blank_count() + b.blank_count()), left_(limit) {
    std::unordered_map<std::string_view, std::uint32_t> ids;
    add_rows(a, 0, ids);
    add_rows(b, side_, ids);
    index_rows();
    partners_.assign(count_, none);
    for (std::uint32_t node = 0; node < count_; ++node)
      stands_for_term_.push_back((node < side_ ? a.node(node) : b.node(node - side_)) != TermId::none);
  }

  /// Whether the search ended by itself.
  bool run() {
    for (int depth : depths) {
      colour(depth);
      // What has its own colour tells its neighbours apart; only what is left then is matched in any order.
      for (int round = 0; round < unique_rounds && match_by_colour(true); ++round) colour(depth);
      match_by_colour(false);
    }
    for (int round = 0; round < voting_rounds && match_by_votes(); ++round) {
    }
    return left_ != 0;
  }

  /// The number in the second graph of a node of the first, `none` where it has no partner.
  std::uint32_t partner(std::uint32_t node) const { return partners_[node] == none ? none : partners_[node] - side_; }

 private:
  /// Four places: blank nodes of the first graph, then those of the second, then texts.
  using Row = std::array<std::uint32_t, 4>;
  /// A node by one of its quads, as a hash of what the quad says of it.
  struct Mention {
    std::uint64_t key = 0;
    std::uint32_t node = none;
    friend bool operator<(const Mention& a, const Mention& b) {
      return std::tie(a.key, a.node) < std::tie(b.key, b.node);
    }
  };
  struct Vote {
    std::uint32_t of_a = none;
    std::uint32_t of_b = none;
    std::uint32_t shared = 0;
    std::uint32_t weight = 0;
  };

  void add_rows(const BlankQuads& quads, std::uint32_t offset,
                std::unordered_map<std::string_view, std::uint32_t>& ids) {
    const auto text_id = [&](std::string_view text) {
      return count_ + ids.try_emplace(text, static_cast<std::uint32_t>(ids.size())).first->second;
    };
    const auto place = [&](const BlankQuads::Component& one) {
      return one.is_blank() ? offset + one.blank : text_id(one.text);
    };
    for (const BlankQuads::Quad& quad : quads.quads())
      rows_.push_back({place(quad.subject), text_id(quad.predicate), place(quad.object), place(quad.graph)});
  }

  void index_rows() {
    first_row_.assign(count_ + std::size_t{1}, 0);
    const auto for_nodes = [&](const Row& row, const auto& act) {
      for (auto at = row.begin(); at != row.end(); ++at)
        if (is_node(*at) && std::find(row.begin(), at, *at) == at) act(*at);
    };
    for (const Row& row : rows_) for_nodes(row, [&](std::uint32_t node) { ++first_row_[node + 1]; });
    std::partial_sum(first_row_.begin(), first_row_.end(), first_row_.begin());
    rows_of_.resize(first_row_.back());
    std::vector<std::uint32_t> next(first_row_.begin(), first_row_.end() - 1);
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
      for_nodes(rows_[i], [&](std::uint32_t node) { rows_of_[next[node]++] = i; });
  }

  bool is_node(std::uint32_t place) const { return place < count_; }
  bool is_of_a(std::uint32_t node) const { return node < side_; }
  bool is_open(std::uint32_t node) const { return partners_[node] == none; }
  std::uint32_t degree(std::uint32_t node) const { return first_row_[node + 1] - first_row_[node]; }

  bool spend(std::uint64_t steps) {
    left_ -= std::min(left_, steps);
    return left_ != 0;
  }

  /// What a node looks like from far away: its pair once it has one.
  std::uint64_t first_colour(std::uint32_t node) const {
    if (is_open(node)) return stands_for_term_[node] ? 2 : 3;
    return mix(1, is_of_a(node) ? node : partners_[node]);
  }

  /// What a quad says of a node, other nodes by the colour that `colour_of` gives them.
  template <typename ColourOf>
  std::uint64_t key_of(const Row& row, std::uint32_t node, const ColourOf& colour_of) const {
    std::uint64_t hash = 0;
    for (std::uint32_t place : row)
      hash = mix(hash, place == node ? 0 : is_node(place) ? colour_of(place) : ~std::uint64_t{place});
    return hash;
  }

  /// Colours nodes by their surroundings up to a number of steps away.
  void colour(int depth) {
    colours_.resize(count_);
    for (std::uint32_t node = 0; node < count_; ++node) colours_[node] = first_colour(node);
    for (int round = 0; round < depth && spend(rows_of_.size()); ++round) {
      std::vector<std::uint64_t> next = colours_;
      for (std::uint32_t node = 0; node < count_; ++node) {
        if (!is_open(node)) continue;
        std::uint64_t sum = 0;
        for (std::uint32_t i = first_row_[node]; i < first_row_[node + 1]; ++i)
          sum += key_of(rows_[rows_of_[i]], node, [&](std::uint32_t other) { return colours_[other]; });
        next[node] = mix(colours_[node], sum);
      }
      colours_ = std::move(next);
    }
  }

  /// Matches open nodes of one colour, each pair with all that follows from it; whether there were any.
  bool match_by_colour(bool only_unique) {
    std::vector<Mention> of_a;
    std::vector<Mention> of_b;
    for (std::uint32_t node = 0; node < count_; ++node)
      if (is_open(node)) (is_of_a(node) ? of_a : of_b).push_back({colours_[node], node});
    for (std::vector<Mention>* side : {&of_a, &of_b}) {
      std::sort(side->begin(), side->end());
      if (only_unique) keep_unique(*side);
    }
    bool has_matched = false;
    auto b = of_b.begin();
    for (const Mention& a : of_a) {
      if (left_ == 0) break;
      if (!is_open(a.node)) continue;
      while (b != of_b.end() && (b->key < a.key || (b->key == a.key && !is_open(b->node)))) ++b;
      if (b == of_b.end() || b->key != a.key) continue;
      settle(a.node, b->node);
      has_matched = true;
    }
    return has_matched;
  }

  /// Leaves of sorted mentions those whose key no other has.
  static void keep_unique(std::vector<Mention>& sorted) {
    std::vector<Mention> unique;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      const bool is_first = i == 0 || sorted[i - 1].key != sorted[i].key;
      const bool is_last = i + 1 == sorted.size() || sorted[i + 1].key != sorted[i].key;
      if (is_first && is_last) unique.push_back(sorted[i]);
    }
    sorted = std::move(unique);
  }

  void settle(std::uint32_t of_a, std::uint32_t of_b) {
    pair_up(of_a, of_b);
    while (!settled_.empty() && left_ != 0) {
      const auto [a, b] = settled_.back();
      settled_.pop_back();
      std::vector<Mention> around_a = neighbours(a);
      std::vector<Mention> around_b = neighbours(b);
      pair_alike(around_a, around_b);
    }
    settled_.clear();
  }

  void pair_up(std::uint32_t of_a, std::uint32_t of_b) {
    partners_[of_a] = of_b;
    partners_[of_b] = of_a;
    settled_.emplace_back(of_a, of_b);
  }

  void pair_alike(std::vector<Mention>& of_a, std::vector<Mention>& of_b) {
    std::sort(of_a.begin(), of_a.end());
    std::sort(of_b.begin(), of_b.end());
    auto b = of_b.begin();
    for (const Mention& a : of_a) {
      if (!is_open(a.node)) continue;
      while (b != of_b.end() && (b->key < a.key || (b->key == a.key && !is_open(b->node)))) ++b;
      if (b != of_b.end() && b->key == a.key) pair_up(a.node, b->node);
    }
  }

  /// The open nodes beside one that was settled, by their quad with it and their own colour.
  std::vector<Mention> neighbours(std::uint32_t node) {
    std::vector<Mention> found;
    spend(degree(node));
    for (std::uint32_t i = first_row_[node]; i < first_row_[node + 1]; ++i) {
      const Row& row = rows_[rows_of_[i]];
      for (std::uint32_t other : row) {
        if (!is_node(other) || !is_open(other)) continue;
        const auto colour_of = [&](std::uint32_t one) { return is_open(one) ? colours_[one] : first_colour(one); };
        found.push_back({mix(colours_[other], key_of(row, other, colour_of)), other});
      }
    }
    return found;
  }

  /// The quads of the open nodes of a side, other open nodes all alike.
  std::vector<Mention> open_mentions(std::uint32_t begin, std::uint32_t end) {
    std::vector<Mention> found;
    for (std::uint32_t node = begin; node < end; ++node) {
      if (!is_open(node) || !spend(degree(node))) continue;
      for (std::uint32_t i = first_row_[node]; i < first_row_[node + 1]; ++i)
        found.push_back({mix(stands_for_term_[node] ? 2 : 3,
                             key_of(rows_[rows_of_[i]], node, [&](std::uint32_t one) { return first_colour(one); })),
                         node});
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  /// For each pair of open nodes the quads that they share; what few nodes have weighs more.
  std::vector<Vote> votes() {
    const std::vector<Mention> of_a = open_mentions(0, side_);
    const std::vector<Mention> of_b = open_mentions(side_, count_);
    std::vector<Vote> found;
    const auto run_end = [](auto at, auto end) {
      return std::find_if(at, end, [key = at->key](const Mention& one) { return one.key != key; });
    };
    for (auto a = of_a.begin(), b = of_b.begin(); a != of_a.end() && b != of_b.end();) {
      if (a->key != b->key) {
        a->key < b->key ? ++a : ++b;
        continue;
      }
      const auto a_end = run_end(a, of_a.end());
      const auto b_end = run_end(b, of_b.end());
      const auto widest = static_cast<std::size_t>(std::max(a_end - a, b_end - b));
      if (widest <= most_alike && spend(widest * widest))
        for (auto one = a; one != a_end; ++one)
          for (auto other = b; other != b_end; ++other)
            found.push_back({one->node, other->node, 1, static_cast<std::uint32_t>(most_alike / widest)});
      a = a_end;
      b = b_end;
    }
    return summed(std::move(found));
  }

  static std::vector<Vote> summed(std::vector<Vote> votes) {
    std::sort(votes.begin(), votes.end(),
              [](const Vote& a, const Vote& b) { return std::tie(a.of_a, a.of_b) < std::tie(b.of_a, b.of_b); });
    std::vector<Vote> sums;
    for (const Vote& one : votes) {
      if (sums.empty() || sums.back().of_a != one.of_a || sums.back().of_b != one.of_b) {
        sums.push_back(one);
        continue;
      }
      sums.back().shared += one.shared;
      sums.back().weight += one.weight;
    }
    return sums;
  }

  bool match_by_votes() {
    std::vector<Vote> all = votes();
    std::erase_if(all, [&](const Vote& one) { return 8 * one.shared < degree(one.of_a) + degree(one.of_b); });
    std::sort(all.begin(), all.end(), [](const Vote& a, const Vote& b) {
      return std::tie(b.weight, a.of_a, a.of_b) < std::tie(a.weight, b.of_a, b.of_b);
    });
    bool has_matched = false;
    for (const Vote& one : all) {
      if (!is_open(one.of_a) || !is_open(one.of_b) || left_ == 0) continue;
      settle(one.of_a, one.of_b);
      has_matched = true;
    }
    return has_matched;
  }

  std::uint32_t side_;
  std::uint32_t count_;
  std::uint64_t left_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> first_row_;
  std::vector<std::uint32_t> rows_of_;
  std::vector<bool> stands_for_term_;
  std::vector<std::uint32_t> partners_;
  std::vector<std::uint64_t> colours_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> settled_;
};

}  // namespace

BlankNodeAlignment align_blank_nodes(const Graph& a, const Graph& b, std::uint64_t limit) {
  const BlankQuads of_a(a, BlankQuads::Scope::everything);
  const BlankQuads of_b(b, BlankQuads::Scope::everything);
  Aligner aligner(of_a, of_b, limit);
  BlankNodeAlignment result;
  result.is_complete = aligner.run();
  for (std::uint32_t blank = 0; blank < of_a.blank_count(); ++blank)
    if (const std::uint32_t other = aligner.partner(blank); other != none && of_a.node(blank) != TermId::none)
      result.pairs.emplace_back(of_a.node(blank), of_b.node(other));
  return result;
}

}  // namespace graphwright
