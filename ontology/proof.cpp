#include "graphwright/proof.hpp"

#include <set>
#include <utility>

namespace graphwright {
namespace {

constexpr std::size_t most_lines = 10'000;
constexpr std::uint32_t deepest = 100;

struct Open {
  Premise what;
  std::uint32_t depth;
};

}  // namespace

std::vector<ProofLine> proof_of(const Graph& graph, const Premise& conclusion) {
  std::vector<ProofLine> lines;
  std::set<std::pair<std::uint32_t, std::uint32_t>> shown;
  std::vector<Open> open{{conclusion, 0}};
  while (!open.empty() && lines.size() < most_lines) {
    const Open here = open.back();
    open.pop_back();
    ProofLine line{here.what, here.depth};
    if (const Derivation* derivation = graph.derivation_of(here.what); derivation != nullptr) {
      line.rule = derivation->rule;
      line.is_repeated = !shown.emplace(index(here.what.statement), index(here.what.fact)).second;
      line.is_cut = !line.is_repeated && (here.depth == deepest || lines.size() + 1 == most_lines);
      if (!line.is_repeated && !line.is_cut)
        for (auto at = derivation->premises.rbegin(); at != derivation->premises.rend(); ++at)
          open.push_back({*at, here.depth + 1});
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace graphwright
