#include "shacl_paths.hpp"

#include <algorithm>
#include <iterator>

namespace graphwright::shacl {
namespace {

using Nodes = std::vector<TermId>;

void make_unique(Nodes& nodes) {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

/// Follows paths; depth is bounded by the depth of the path, not by the data.
class Walk {
 public:
  explicit Walk(const GraphIndex& data) : data_(data) {}

  Nodes from(const Path& path, const Nodes& starts, bool is_reversed) const {
    Nodes found;
    switch (path.kind) {
      case Path::Kind::predicate:
        for (TermId start : starts) step(path.predicate, start, is_reversed, found);
        break;
      case Path::Kind::inverse:
        return from(path.parts.front(), starts, !is_reversed);
      case Path::Kind::sequence:
        return along(path.parts, starts, is_reversed);
      case Path::Kind::alternative:
        for (const Path& part : path.parts)
          std::ranges::copy(from(part, starts, is_reversed), std::back_inserter(found));
        break;
      case Path::Kind::zero_or_one:
        found = from(path.parts.front(), starts, is_reversed);
        found.insert(found.end(), starts.begin(), starts.end());
        break;
      case Path::Kind::zero_or_more:
        return closure(path.parts.front(), starts, is_reversed);
      case Path::Kind::one_or_more:
        return closure(path.parts.front(), from(path.parts.front(), starts, is_reversed), is_reversed);
    }
    make_unique(found);
    return found;
  }

 private:
  void step(TermId predicate, TermId start, bool is_reversed, Nodes& found) const {
    if (is_reversed)
      for (const IndexedStatement& row : data_.of_object(start, predicate)) found.push_back(row.subject);
    else
      for (const IndexedStatement& row : data_.of_subject(start, predicate)) found.push_back(row.object);
  }

  Nodes along(const std::vector<Path>& parts, Nodes nodes, bool is_reversed) const {
    for (std::size_t i = 0; i < parts.size(); ++i)
      nodes = from(parts[is_reversed ? parts.size() - 1 - i : i], nodes, is_reversed);
    return nodes;
  }

  Nodes closure(const Path& part, Nodes frontier, bool is_reversed) const {
    Nodes found = frontier;
    make_unique(found);
    while (!frontier.empty()) {
      Nodes fresh;
      std::ranges::set_difference(from(part, frontier, is_reversed), found, std::back_inserter(fresh));
      Nodes both;
      std::ranges::set_union(found, fresh, std::back_inserter(both));
      found = std::move(both);
      frontier = std::move(fresh);
    }
    return found;
  }

  const GraphIndex& data_;
};

}  // namespace

std::vector<TermId> reach(const GraphIndex& data, const Path& path, TermId from) {
  return Walk(data).from(path, {from}, false);
}

}  // namespace graphwright::shacl
