#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/graph.hpp"

namespace graphwright {

/// The quads of a graph that mention blank nodes, blank nodes as numbers and all else as canonical text.
///
/// It is what labelling and matching work on: ground statements tell them nothing and are left out.
/// Numbers follow the order of the labels, so that no result depends on term ids. The graph must
/// outlive it unchanged.
class BlankQuads {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// What part of a graph counts.
  enum class Scope : std::uint8_t {
    /// The plain statements, as RDF 1.1 sees them.
    statements,
    /// Facts, evidence and triple terms too, each that mentions a blank node as one more blank node.
    everything,
  };

  /// One place of a quad: a blank node's number, or canonical text, which is empty for the default graph.
  struct Component {
    std::uint32_t blank = none;
    std::string_view text{};
    bool is_blank() const { return blank != none; }
  };

  struct Quad {
    Component subject;
    std::string_view predicate;
    Component object;
    Component graph;
  };

  /// @complexity linear in statements, facts and evidence; memory linear in those that mention blank nodes
  BlankQuads(const Graph& graph, Scope scope);

  std::uint32_t blank_count() const { return static_cast<std::uint32_t>(nodes_.size()); }
  /// The term of a number; none where it stands for a fact, a piece of evidence or a triple term.
  TermId node(std::uint32_t blank) const { return nodes_[blank]; }
  /// The number of a blank node, `none` where no quad mentions it.
  std::uint32_t number(TermId node) const;
  std::span<const Quad> quads() const { return quads_; }
  /// The indices of the quads that mention a blank node, each once.
  std::span<const std::uint32_t> mentions(std::uint32_t blank) const {
    return std::span(mentions_).subspan(first_mention_[blank], first_mention_[blank + 1] - first_mention_[blank]);
  }

 private:
  friend class BlankQuadsBuilder;

  std::vector<TermId> nodes_;
  std::unordered_map<TermId, std::uint32_t> numbers_;
  std::vector<Quad> quads_;
  std::vector<std::uint32_t> first_mention_;
  std::vector<std::uint32_t> mentions_;
  std::deque<std::string> texts_;
};

/// The blank nodes of a quad, each once.
std::vector<std::uint32_t> blanks_of(const BlankQuads::Quad& quad);

/// Appends a quad in canonical N-Quads, blank nodes named by `label`.
template <typename Label>
void append_nquad(const BlankQuads::Quad& quad, const Label& label, std::string& out) {
  const auto append = [&](const BlankQuads::Component& component) {
    if (component.is_blank())
      label(component.blank, out.append("_:"));
    else
      out.append(component.text);
    out += ' ';
  };
  append(quad.subject);
  out.append(quad.predicate).append(" ");
  append(quad.object);
  if (quad.graph.is_blank() || !quad.graph.text.empty()) append(quad.graph);
  out.append(".\n");
}

}  // namespace graphwright
