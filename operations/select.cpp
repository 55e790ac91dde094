#include "graphwright/select.hpp"

#include <algorithm>

#include "disjoint_sets.hpp"

namespace graphwright {
namespace {

constexpr std::uint32_t none = RelationGraph::none;

class Chooser {
 public:
  Chooser(const PropertyGraph& view, const Selection& selection, Claims claims)
      : view_(view), selection_(selection), claims_(claims) {}

  Selected run() {
    choose_edges();
    choose_nodes();
    if (!selection_.near.empty()) keep_near();
    if (selection_.path) keep_paths();
    if (!selection_.classes.empty()) keep_classes();
    drop_loose_edges();
    if (selection_.largest_component) keep_largest_component();
    result_.node_count = static_cast<std::uint32_t>(std::count(result_.nodes.begin(), result_.nodes.end(), true));
    result_.edge_count = static_cast<std::uint32_t>(std::count(result_.edges.begin(), result_.edges.end(), true));
    return std::move(result_);
  }

 private:
  static bool has(const std::vector<TermId>& terms, TermId one) {
    return std::find(terms.begin(), terms.end(), one) != terms.end();
  }
  bool restricts_edges() const {
    return !selection_.relations.empty() || !selection_.sources.empty() || selection_.time.has_value() ||
           selection_.confidence >= 0;
  }
  /// Steps lead from one chosen node to another.
  bool is_walkable(std::uint32_t edge) const {
    const RelationGraph::Edge ends = view_.edge(edge);
    return result_.edges[edge] && result_.nodes[ends.source] && result_.nodes[ends.target] &&
           (claims_ == Claims::walked || view_.is_asserted(edge));
  }
  bool chooses_nodes(std::uint32_t edge) const {
    return result_.edges[edge] && (claims_ != Claims::hidden || view_.is_asserted(edge));
  }

  void choose_edges() {
    result_.edges.resize(view_.edge_count());
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge) result_.edges[edge] = meets_conditions(edge);
  }

  bool meets_conditions(std::uint32_t edge) const {
    if (!selection_.relations.empty() && !has(selection_.relations, view_.predicate(edge))) return false;
    if (selection_.time && !holds_in_time(edge)) return false;
    if (selection_.sources.empty() && selection_.confidence < 0) return true;
    bool has_source = selection_.sources.empty();
    bool is_sure = selection_.confidence < 0;
    for (std::uint32_t row : view_.evidence(edge)) {
      const Evidence& one = view_.graph().evidence()[row];
      has_source = has_source || has(selection_.sources, one.source);
      is_sure = is_sure || one.confidence >= selection_.confidence;
    }
    return has_source && is_sure;
  }

  bool holds_in_time(std::uint32_t edge) const {
    const Fact* fact = view_.fact(edge);
    if (fact == nullptr || fact->time == TermId::none) return false;
    const TimeResult time = parse_time(view_.graph().view(fact->time).text);
    return time.span && overlap(*time.span, *selection_.time);
  }

  /// All nodes, or those at the ends of the edges where there are conditions on edges.
  void choose_nodes() {
    result_.nodes.assign(view_.node_count(), !restricts_edges());
    if (!restricts_edges()) return;
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge) {
      if (!chooses_nodes(edge)) continue;
      result_.nodes[view_.edge(edge).source] = true;
      result_.nodes[view_.edge(edge).target] = true;
    }
    for (std::uint32_t node : named_nodes()) result_.nodes[node] = true;
  }

  std::vector<std::uint32_t> named_nodes() const {
    std::vector<std::uint32_t> nodes;
    for (TermId term : selection_.near)
      if (const std::uint32_t node = view_.node(term); node != none) nodes.push_back(node);
    if (selection_.path)
      for (TermId term : {selection_.path->first, selection_.path->second})
        if (const std::uint32_t node = view_.node(term); node != none) nodes.push_back(node);
    return nodes;
  }

  template <typename Act>
  void for_neighbours(std::uint32_t node, const Act& act) const {
    const RelationGraph& relations = view_.relations();
    const std::uint32_t first = relations.first_out(node);
    for (std::uint32_t i = 0; i < relations.targets(node).size(); ++i)
      if (is_walkable(first + i)) act(relations.targets(node)[i]);
    for (std::uint32_t edge : relations.in_edges(node))
      if (is_walkable(edge)) act(view_.edge(edge).source);
  }

  /// For each node the fewest steps from one of the first nodes, `none` where none leads there.
  std::vector<std::uint32_t> distances(std::vector<std::uint32_t> front, std::uint32_t limit) const {
    std::vector<std::uint32_t> distance(view_.node_count(), none);
    for (std::uint32_t node : front) distance[node] = 0;
    for (std::uint32_t step = 1; step <= limit && !front.empty(); ++step) {
      std::vector<std::uint32_t> next;
      for (std::uint32_t node : front)
        for_neighbours(node, [&](std::uint32_t other) {
          if (distance[other] != none) return;
          distance[other] = step;
          next.push_back(other);
        });
      front = std::move(next);
    }
    return distance;
  }

  void keep_near() {
    std::vector<std::uint32_t> centres;
    for (TermId term : selection_.near)
      if (const std::uint32_t node = view_.node(term); node != none) centres.push_back(node);
    const std::vector<std::uint32_t> distance = distances(std::move(centres), selection_.steps);
    for (std::uint32_t node = 0; node < view_.node_count(); ++node)
      if (distance[node] == none) result_.nodes[node] = false;
  }

  void keep_paths() {
    const std::uint32_t from = view_.node(selection_.path->first);
    const std::uint32_t to = view_.node(selection_.path->second);
    std::vector<std::uint32_t> before(view_.node_count(), none);
    std::vector<std::uint32_t> after(view_.node_count(), none);
    if (from != none && to != none) {
      before = distances({from}, none);
      after = distances({to}, none);
    }
    const std::uint32_t length = to == none ? none : before[to];
    const auto is_between = [&](std::uint32_t a, std::uint32_t b) {
      return before[a] != none && after[b] != none && before[a] + 1 + after[b] == length;
    };
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge) {
      const auto [source, target, number] = view_.edge(edge);
      if (!is_walkable(edge) || !(is_between(source, target) || is_between(target, source)))
        result_.edges[number] = false;
    }
    for (std::uint32_t node = 0; node < view_.node_count(); ++node)
      if (length == none || before[node] == none || after[node] == none || before[node] + after[node] != length)
        result_.nodes[node] = false;
  }

  void keep_classes() {
    std::vector<bool> is_named(view_.node_count());
    for (std::uint32_t node : named_nodes()) is_named[node] = true;
    for (std::uint32_t node = 0; node < view_.node_count(); ++node) {
      const std::span<const TermId> types = view_.types(node);
      const bool is_member =
          std::any_of(types.begin(), types.end(), [&](TermId type) { return has(selection_.classes, type); });
      if (!is_member && !is_named[node]) result_.nodes[node] = false;
    }
  }

  void drop_loose_edges() {
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge)
      if (!result_.nodes[view_.edge(edge).source] || !result_.nodes[view_.edge(edge).target])
        result_.edges[edge] = false;
  }

  void keep_largest_component() {
    DisjointSets sets(view_.node_count());
    for (std::uint32_t edge = 0; edge < view_.edge_count(); ++edge)
      if (is_walkable(edge)) sets.join(view_.edge(edge).source, view_.edge(edge).target);
    std::vector<std::uint32_t> sizes(view_.node_count());
    for (std::uint32_t node = 0; node < view_.node_count(); ++node)
      if (result_.nodes[node]) ++sizes[sets.find(node)];
    const auto largest = std::max_element(sizes.begin(), sizes.end());
    const auto kept = static_cast<std::uint32_t>(largest - sizes.begin());
    for (std::uint32_t node = 0; node < view_.node_count(); ++node)
      if (sets.find(node) != kept) result_.nodes[node] = false;
    drop_loose_edges();
  }

  const PropertyGraph& view_;
  const Selection& selection_;
  Claims claims_;
  Selected result_;
};

}  // namespace

Selected choose(const PropertyGraph& view, const Selection& selection, Claims claims) {
  return Chooser(view, selection, claims).run();
}

std::vector<std::vector<std::uint32_t>> steps_of_path(const PropertyGraph& view, const Selected& selected,
                                                      std::uint32_t from) {
  std::vector<std::vector<std::uint32_t>> steps;
  std::vector<bool> is_used(view.edge_count());
  std::vector<bool> is_reached(view.node_count());
  if (from != none) is_reached[from] = true;
  for (bool has_more = from != none; has_more;) {
    std::vector<std::uint32_t> step;
    for (std::uint32_t edge = 0; edge < view.edge_count(); ++edge)
      if (selected.edges[edge] && !is_used[edge] &&
          (is_reached[view.edge(edge).source] || is_reached[view.edge(edge).target]))
        step.push_back(edge);
    for (std::uint32_t edge : step) {
      is_used[edge] = true;
      is_reached[view.edge(edge).source] = true;
      is_reached[view.edge(edge).target] = true;
    }
    has_more = !step.empty();
    if (has_more) steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace graphwright
