#include "edge_groups.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace graphwright {
namespace {

constexpr std::size_t most_times = 3;

/// Edges of one relation between two nodes that are held in the same way.
struct Relation {
  std::string label;
  std::string claim;
  std::vector<std::string> times;
  std::string tooltip;
  std::string_view link;
  std::vector<std::uint32_t> edges;
};

using Ends = std::tuple<std::uint32_t, std::uint32_t, LineStyle>;

/// What is stated and what follows from it share a line; each kind of claim has its own.
LineStyle line_kind(LineStyle style) { return style == LineStyle::derived ? LineStyle::stated : style; }

/// The edges of a group in the making.
struct Draft {
  EdgeGroup group;
  std::vector<Relation> relations;
};

/// Whether all times end in the same year, so that it need be said only once.
bool have_one_year(const std::vector<std::string>& times) {
  constexpr std::size_t year = 5;  // with the space before it
  return std::all_of(times.begin(), times.end(), [&](const std::string& time) {
    return time.size() > year && time[time.size() - year] == ' ' &&
           time.substr(time.size() - year) == times.front().substr(times.front().size() - year);
  });
}

/// `6 Oct, 31 Oct, 7 Nov 2022`, or the first and the last with their number.
std::string listed_times(std::vector<std::string> times) {
  if (times.size() > 1 && have_one_year(times))
    for (std::size_t i = 0; i + 1 < times.size(); ++i) times[i].resize(times[i].size() - 5);
  if (times.size() > most_times)
    return times.front() + " … " + times.back() + " (" + std::to_string(times.size()) + "×)";
  std::string list;
  for (const std::string& time : times) list.append(list.empty() ? "" : ", ").append(time);
  return list;
}

EdgeText text_of(Relation& relation) {
  EdgeText text{.relation = std::move(relation.label),
                .detail = listed_times(relation.times),
                .tooltip = std::move(relation.tooltip),
                .link = relation.link,
                .edges = std::move(relation.edges)};
  if (!relation.claim.empty()) text.detail.append(text.detail.empty() ? "" : ", ").append(relation.claim);
  return text;
}

void add(const Picture& picture, std::uint32_t edge, Draft& draft) {
  const PropertyGraph& graph = picture.graph();
  const std::string label = picture.edge_label(edge);
  const std::string claim = picture.has_edge_template() ? std::string{} : picture.claim(edge);
  auto at = std::find_if(draft.relations.begin(), draft.relations.end(),
                         [&](const Relation& one) { return one.label == label && one.claim == claim; });
  if (at == draft.relations.end()) {
    draft.relations.push_back({label, claim, {}, {}, {}, {}});
    at = std::prev(draft.relations.end());
  }
  const std::string time = picture.has_edge_template() ? std::string{} : picture.time(edge);
  if (!time.empty() && std::find(at->times.begin(), at->times.end(), time) == at->times.end())
    at->times.push_back(time);
  at->tooltip.append(at->tooltip.empty() ? "" : "\n\n").append(picture.edge_tooltip(edge));
  at->edges.push_back(edge);
  if (at->link.empty()) at->link = picture.edge_link(edge);
  draft.group.style = std::min(draft.group.style, picture.line_style(edge));
  draft.group.is_undirected = draft.group.is_undirected && graph.is_symmetric(edge);
  ++draft.group.edge_count;
  draft.group.share += picture.width_share(edge);
}

}  // namespace

std::vector<EdgeGroup> group_edges(const Picture& picture) {
  const PropertyGraph& graph = picture.graph();
  std::map<Ends, Draft> drafts;
  const auto draft_of = [&](Ends ends) -> Draft& {
    Draft& draft = drafts[ends];
    std::tie(draft.group.source, draft.group.target, std::ignore) = ends;
    return draft;
  };
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge)
    if (const auto [source, target, number] = graph.edge(edge); !graph.is_symmetric(edge))
      add(picture, edge, draft_of({source, target, line_kind(picture.line_style(edge))}));
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    if (!graph.is_symmetric(edge)) continue;
    const auto [source, target, number] = graph.edge(edge);
    const LineStyle kind = line_kind(picture.line_style(edge));
    const bool is_turned = !drafts.contains({source, target, kind}) && drafts.contains({target, source, kind});
    add(picture, edge, draft_of(is_turned ? Ends{target, source, kind} : Ends{source, target, kind}));
  }
  std::vector<EdgeGroup> groups;
  for (auto& [ends, draft] : drafts) {
    for (Relation& relation : draft.relations) draft.group.texts.push_back(text_of(relation));
    groups.push_back(std::move(draft.group));
  }
  return groups;
}

}  // namespace graphwright
