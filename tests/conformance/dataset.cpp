#include "dataset.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "graphwright/ntriples_text.hpp"

namespace graphwright {
namespace {

using Quads = std::set<Dataset::Quad>;
using Colours = std::map<std::string, std::size_t>;

void append_tokens(const TermView& term, Dataset::Quad& quad) {
  if (term.is_triple()) {
    quad.emplace_back("<<(");
    for (const TermView* part : {&term.triple->subject, &term.triple->predicate, &term.triple->object})
      append_tokens(*part, quad);
    return;
  }
  append_ntriples(term, quad.emplace_back());
}

bool is_blank(const std::string& token) { return token.starts_with("_:"); }

Colours uncoloured(const Quads& quads) {
  Colours colours;
  for (const auto& quad : quads)
    for (const std::string& token : quad)
      if (is_blank(token)) colours[token] = 0;
  return colours;
}

/// What one blank node sees of a quad: itself, the colours of the others, the other terms.
std::string seen(const Dataset::Quad& quad, const std::string& self, const Colours& colours) {
  std::string text;
  for (const std::string& token : quad) {
    if (token == self)
      text += "self";
    else
      text += is_blank(token) ? std::to_string(colours.at(token)) : token;
    text += '\n';
  }
  return text;
}

Colours refine(const Quads& quads, Colours colours) {
  for (std::size_t round = 0; round <= colours.size(); ++round) {
    std::map<std::string, std::multiset<std::string>> views;
    for (const auto& quad : quads)
      for (const std::string& token : std::set<std::string>(quad.begin(), quad.end()))
        if (is_blank(token)) views[token].insert(seen(quad, token, colours));
    Colours next;
    for (const auto& [node, view] : views) {
      std::string text = std::to_string(colours[node]);
      for (const std::string& one : view) text += one + '\0';
      next[node] = std::hash<std::string>{}(text);
    }
    colours = std::move(next);
  }
  return colours;
}

std::map<std::size_t, std::vector<std::string>> classes(const Colours& colours) {
  std::map<std::size_t, std::vector<std::string>> nodes;
  for (const auto& [node, colour] : colours) nodes[colour].push_back(node);
  return nodes;
}

Quads renamed(const Quads& quads, const std::map<std::string, std::string>& names) {
  Quads result;
  for (Dataset::Quad quad : quads) {
    for (std::string& token : quad)
      if (is_blank(token)) token = names.at(token);
    result.insert(std::move(quad));
  }
  return result;
}

/// Pairs the nodes off; where several look alike one is set apart on both sides, each choice in turn.
bool match(const Quads& a, Colours colours_a, const Quads& b, Colours colours_b, std::size_t depth) {
  colours_a = refine(a, std::move(colours_a));
  colours_b = refine(b, std::move(colours_b));
  const auto classes_a = classes(colours_a);
  const auto classes_b = classes(colours_b);
  std::map<std::string, std::string> names;
  for (const auto& [colour, nodes] : classes_a) {
    const auto other = classes_b.find(colour);
    if (other == classes_b.end() || other->second.size() != nodes.size()) return false;
    if (nodes.size() == 1) {
      names[nodes.front()] = other->second.front();
      continue;
    }
    for (const std::string& candidate : other->second) {
      Colours next_a = colours_a;
      Colours next_b = colours_b;
      next_a[nodes.front()] = next_b[candidate] = depth + 1;
      if (match(a, next_a, b, next_b, depth + 1)) return true;
    }
    return false;
  }
  return renamed(a, names) == b;
}

}  // namespace

void Dataset::statements(std::span<const StatementView> batch) {
  for (const StatementView& one : batch) {
    Quad quad;
    for (const TermView* term : {&one.subject, &one.predicate, &one.object, &one.graph}) append_tokens(*term, quad);
    quads_.insert(std::move(quad));
  }
}

bool is_isomorphic(const Dataset& a, const Dataset& b) {
  return a.quads().size() == b.quads().size() &&
         match(a.quads(), uncoloured(a.quads()), b.quads(), uncoloured(b.quads()), 0);
}

}  // namespace graphwright
