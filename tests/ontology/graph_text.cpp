#include "graph_text.hpp"

#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/builtin_ontology.hpp"
#include "graphwright/byte_source.hpp"
#include "graphwright/canonical_order.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/reader.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright::test {
namespace {

constexpr std::string_view base = "https://example.org/";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> prefixes{{
    {"dip", "https://w3id.org/graphwright/diplomacy#"},
    {"gw", iri::gw::ns},
    {"owl", iri::owl::ns},
    {"swrl", "http://www.w3.org/2003/11/swrl#"},
    {"rdf", iri::rdf::ns},
    {"rdfs", iri::rdfs::ns},
    {"xsd", iri::xsd::ns},
}};

std::string expand(std::string_view word) {
  if (word == "a") return std::string(iri::rdf::type);
  const std::size_t colon = word.find(':');
  if (colon != std::string_view::npos)
    for (const auto& [prefix, ns] : prefixes)
      if (word.substr(0, colon) == prefix) return std::string(ns) + std::string(word.substr(colon + 1));
  return std::string(base) + std::string(word);
}

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool is_quoted = false;
  for (char c : line) {
    if (c == '"') is_quoted = !is_quoted;
    if (c != ' ' || is_quoted) {
      word += c;
      continue;
    }
    if (!word.empty()) words.push_back(word);
    word.clear();
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

class GraphText {
 public:
  explicit GraphText(FileId file) : file_(file) { graph_.set_base(std::string(base)); }

  void add(std::string_view line, std::uint32_t number) {
    location_ = {file_, number, 1};
    const std::size_t bar = line.find(" | ");
    const std::vector<std::string> words = words_of(line.substr(0, bar));
    if (words.empty()) return;
    if (words.front() == "node") {
      graph_.add_node(graph_.terms().intern_iri(expand(words[1])), location_);
      return;
    }
    std::size_t at = 2;
    const Statement one{term(words[0]), term(words[1]), term(words, at)};
    if (bar == std::string_view::npos)
      graph_.add_statement(one, location_);
    else
      add_fact(one, words_of(line.substr(bar + 3)));
  }

  Graph take() { return std::move(graph_); }

 private:
  TermId iri(std::string_view name) { return graph_.terms().intern_iri(expand(name)); }
  TermId blank() { return graph_.terms().intern(TermView::blank(fmt::format("b{}", ++blanks_))); }

  TermId literal(std::string_view word) {
    const std::size_t close = word.rfind('"');
    const std::string_view text = word.substr(1, close - 1);
    const std::string_view rest = word.substr(close + 1);
    if (rest.starts_with('@')) return graph_.terms().intern(TermView::tagged_literal(text, rest.substr(1)));
    const std::string datatype = rest.starts_with("^^") ? expand(rest.substr(2)) : std::string{};
    return graph_.terms().intern(TermView::literal(text, datatype));
  }

  TermId term(std::string_view word) {
    if (word.starts_with('"')) return literal(word);
    if (word.starts_with("_:")) return graph_.terms().intern(TermView::blank(word.substr(2)));
    if (!word.starts_with('^')) return iri(word);
    const TermId inverse = blank();
    graph_.add_statement({inverse, iri("owl:inverseOf"), iri(word.substr(1))}, location_);
    return inverse;
  }

  /// The term at a word; a list takes all words up to its bracket.
  TermId term(const std::vector<std::string>& words, std::size_t& at) {
    if (words[at] != "(") return term(words[at++]);
    ++at;
    return list(words, at);
  }

  TermId list(const std::vector<std::string>& words, std::size_t& at) {
    std::vector<TermId> members;
    while (words[at] != ")") members.push_back(term(words, at));
    ++at;
    TermId head = iri("rdf:nil");
    for (std::size_t i = members.size(); i-- > 0;) {
      const TermId cell = blank();
      graph_.add_statement({cell, iri("rdf:first"), members[i]}, location_);
      graph_.add_statement({cell, iri("rdf:rest"), head}, location_);
      head = cell;
    }
    return head;
  }

  void add_fact(const Statement& one, const std::vector<std::string>& details) {
    Fact fact;
    Evidence evidence;
    for (const std::string& detail : details) {
      const std::size_t sign = detail.find('=');
      const std::string_view key = std::string_view(detail).substr(0, sign);
      const std::string_view value = std::string_view(detail).substr(sign + 1);
      if (key == "time") fact.time = graph_.terms().intern(TermView::literal(value, iri::edtf));
      if (key == "place") fact.place = iri(value);
      if (key == "speaker") fact.speaker = iri(value);
      if (key == "source") evidence.source = iri(value);
      if (key == "quote") evidence.quote = graph_.terms().intern(TermView::literal(value));
      for (std::size_t i = 0; i < modality_names.size(); ++i)
        if (key == "modality" && value == modality_names[i]) fact.modality = static_cast<Modality>(i);
    }
    evidence.fact = graph_.add_fact(one, fact, location_);
    if (evidence.source != TermId::none) graph_.add_evidence(evidence, location_);
  }

  Graph graph_;
  FileId file_;
  Location location_;
  int blanks_ = 0;
};

std::string shown(const TermView& term) {
  if (term.is_literal()) return fmt::format("\"{}\"", term.text);
  if (term.is_blank()) return fmt::format("_:{}", term.text);
  if (term.text == iri::rdf::type) return "a";
  if (term.text.starts_with(base)) return std::string(term.text.substr(base.size()));
  for (const auto& [prefix, ns] : prefixes)
    if (term.text.starts_with(ns)) return fmt::format("{}:{}", prefix, term.text.substr(ns.size()));
  return std::string(term.text);
}

std::string shown(const Graph& graph, const Statement& one) {
  return fmt::format("{} {} {}", shown(graph.view(one.subject)), shown(graph.view(one.predicate)),
                     shown(graph.view(one.object)));
}

std::string derivation_text(const Graph& graph, const Premise& premise) {
  const Derivation* derivation = graph.derivation_of(premise);
  if (derivation == nullptr) return {};
  return fmt::format(" <- {}{}", shown(graph.view(derivation->rule)), derivation->is_relation ? " (relation)" : "");
}

}  // namespace

Graph graph_of(std::string_view lines, FileId file) {
  GraphText text(file);
  std::uint32_t number = 1;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    text.add(lines.substr(0, end), number++);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return text.take();
}

std::string statements_of(const Graph& graph) {
  std::string text;
  for (StatementId id : canonical_statements(graph))
    if (graph.is_stated(id)) text += shown(graph, graph.statement(id)) + derivation_text(graph, {id}) + "\n";
  return text;
}

std::string facts_of(const Graph& graph) {
  std::string text;
  for (FactId id : canonical_facts(graph)) {
    const Fact& fact = graph.fact(id);
    text += shown(graph, graph.statement(fact.statement)) + " |";
    if (fact.time != TermId::none) text += fmt::format(" {}", graph.view(fact.time).text);
    if (fact.place != TermId::none) text += fmt::format(" in {}", shown(graph.view(fact.place)));
    if (fact.modality != Modality::asserted) text += fmt::format(" {}", name(fact.modality));
    if (fact.speaker != TermId::none) text += fmt::format(" by {}", shown(graph.view(fact.speaker)));
    for (std::uint32_t row : canonical_evidence(graph, id))
      text += fmt::format(" \"{}\"", graph.view(graph.evidence()[row].quote).text);
    text += derivation_text(graph, {fact.statement, id}) + "\n";
  }
  return text;
}

std::string messages_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) {
    text += fmt::format("{}:{}: {} [{}]\n", one.location.line, name(one.severity), one.message, one.code);
    for (const Note& note : one.notes)
      text += note.location.line == 0 ? fmt::format("  {}\n", note.message)
                                      : fmt::format("  {}: {}\n", note.location.line, note.message);
  }
  return text;
}

Ontology ontology_of(std::string_view lines) {
  Diagnostics diagnostics;
  const Ontology ontology(graph_of(lines), diagnostics);
  EXPECT_EQ(messages_of(diagnostics), "");
  return ontology;
}

const Ontology* diplomacy() {
  const ReaderFormat* turtle = find_reader("turtle");
  if (turtle == nullptr) return nullptr;
  static const Ontology ontology = [&] {
    Graph axioms;
    GraphBuilder builder(axioms);
    Diagnostics diagnostics;
    for (const BuiltinFile& file : builtin_ontology(default_ontology))
      turtle->read(*memory_source(file.turtle), {}, builder, diagnostics);
    Ontology read(axioms, diagnostics);
    EXPECT_EQ(messages_of(diagnostics), "");
    return read;
  }();
  return &ontology;
}

}  // namespace graphwright::test
