#include "graphwright/blank_node_names.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "graphwright/digest.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "blank_quads.hpp"
#include "disjoint_sets.hpp"
#include "graph_copy.hpp"
#include "rdfc10.hpp"

namespace graphwright {
namespace {

constexpr std::size_t hex_digits = 32;

/// Blank nodes that quads join, each group in ascending order.
std::vector<std::vector<std::uint32_t>> groups_of(const BlankQuads& quads) {
  DisjointSets sets(quads.blank_count());
  for (const BlankQuads::Quad& quad : quads.quads()) {
    const std::vector<std::uint32_t> blanks = blanks_of(quad);
    for (std::uint32_t blank : blanks) sets.join(blanks.front(), blank);
  }
  return sets.groups();
}

/// The canonical N-Quads of one group, its blank nodes labelled in the order given.
std::string canonical_text(const BlankQuads& quads, const std::vector<std::uint32_t>& order,
                           std::vector<std::uint32_t>& labels) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    labels[order[number]] = number;
    const auto mentions = quads.mentions(order[number]);
    rows.insert(rows.end(), mentions.begin(), mentions.end());
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::vector<std::string> lines;
  for (std::uint32_t row : rows) {
    const auto label = [&](std::uint32_t blank, std::string& out) { out += fmt::format("c14n{}", labels[blank]); };
    append_nquad(quads.quads()[row], label, lines.emplace_back());
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::string name_of(std::string_view content, std::size_t label) {
  return sha256_hex(fmt::format("{}_:c14n{}\n", content, label)).substr(0, hex_digits);
}

/// Blank nodes that exist although nothing is said of them are counted.
void add_lone_nodes(const Graph& graph, const BlankQuads& quads, BlankNodeNames& result) {
  std::size_t count = 0;
  for (TermId node : graph.nodes())
    if (graph.terms().kind(node) == TermKind::blank && quads.number(node) == BlankQuads::none)
      result.names.emplace_back(node, name_of({}, count++));
}

std::string genid_prefix(std::string_view base) {
  const IriParts parts = split_iri(base);
  if (!parts.scheme || !parts.authority || parts.authority->empty()) return std::string(iri::gw::id_ns) + "blank-";
  return BaseIri(base).resolve("/.well-known/genid/");
}

bool has_blank_nodes(const Graph& graph) {
  for (std::uint32_t row = 0; row < graph.terms().size(); ++row)
    if (graph.terms().kind(static_cast<TermId>(row)) == TermKind::blank) return true;
  return false;
}

}  // namespace

BlankNodeNames blank_node_names(const Graph& graph, const CanonicalizeOptions& options) {
  const BlankQuads quads(graph, BlankQuads::Scope::everything);
  WorkLimit limit = work_limit(options, quads.blank_count());
  Rdfc10 rdfc10(quads, options.hash, limit);
  std::vector<std::uint32_t> labels(quads.blank_count());
  std::map<std::string, std::size_t> seen;
  BlankNodeNames result;
  for (const std::vector<std::uint32_t>& group : groups_of(quads)) {
    const auto order = rdfc10.label(group);
    if (!order) return {.names = {}, .refusal = work_limit_refusal(options.work_limit, quads.blank_count())};
    std::string content = canonical_text(quads, *order, labels);
    if (const std::size_t equal_before = seen[sha256_hex(content)]++; equal_before != 0)
      content += fmt::format("{}\n", equal_before);
    for (std::uint32_t blank : *order)
      if (quads.node(blank) != TermId::none)
        result.names.emplace_back(quads.node(blank), name_of(content, labels[blank]));
  }
  add_lone_nodes(graph, quads, result);
  std::sort(result.names.begin(), result.names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return result;
}

std::optional<Refusal> name_blank_nodes(Graph& graph, std::string_view base, const CanonicalizeOptions& options) {
  if (!has_blank_nodes(graph)) return std::nullopt;
  const BlankNodeNames names = blank_node_names(graph, options);
  if (names.refusal) return names.refusal;
  const std::string prefix = genid_prefix(base);
  Graph named;
  GraphCopy copy(graph, named);
  for (const auto& [node, name] : names.names) copy.replace(node, named.terms().intern_iri(prefix + name));
  copy.copy_all();
  graph = std::move(named);
  return std::nullopt;
}

}  // namespace graphwright
