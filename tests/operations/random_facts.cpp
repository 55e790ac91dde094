#include "random_facts.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "graphwright/replay.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

const std::array<std::string, 9> texts{"plain",
                                       "",
                                       "two\nlines\tand \\backslashes\\",
                                       "\"quoted\" 'twice' \"\"\"",
                                       "<<( a b c )>> {| x |} @en ^^y",
                                       std::string("nul\0and\x01\x7F controls", 18),
                                       "\u202Eright to left \u05D0\u05D1",
                                       "\U0001F600 \uFFFE \u00E9e\u0301",
                                       "# comment . ; , $ `"};
constexpr std::array<std::string_view, 6> times{"2022-11-07", "199X",  "2020/2021",
                                                "../2020",    "2020~", "no time at all"};

class Generator {
 public:
  explicit Generator(std::mt19937& random) : random_(random) {}

  Graph run() {
    for (std::uint32_t count = 1 + below(6); count != 0; --count)
      premises_.push_back({graph_.add_statement(statement()), FactId::none});
    for (std::uint32_t count = 1 + below(12); count != 0; --count) add_facts();
    for (std::uint32_t count = below(5); count != 0; --count) add_derivation();
    return std::move(graph_);
  }

 private:
  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  bool chance(std::uint32_t one_in) { return below(one_in) == 0; }

  TermId iri() { return graph_.terms().intern_iri(fmt::format("http://example.org/\u00E9/{}", below(5))); }
  TermId resource() {
    if (!chance(5)) return iri();
    return graph_.terms().intern(TermView::blank(fmt::format("b{}", below(3))));
  }
  TermId literal() {
    const std::string& text = texts[below(texts.size())];
    if (chance(3)) return graph_.terms().intern(TermView::tagged_literal(text, "ar-EG", Direction::rtl));
    if (chance(3)) return graph_.terms().intern(TermView::literal(text, "http://example.org/type"));
    return graph_.terms().intern(TermView::literal(text));
  }
  TermId object() {
    if (chance(3)) return literal();
    if (!chance(8)) return resource();
    const TripleView triple{graph_.view(resource()), graph_.view(iri()), graph_.view(resource())};
    return graph_.terms().intern(TermView::triple_term(triple));
  }
  Statement statement() { return {resource(), iri(), object(), chance(4) ? resource() : TermId::none}; }

  Fact fact() {
    Fact one;
    if (chance(2)) one.time = graph_.terms().intern(TermView::literal(times[below(times.size())], iri::edtf));
    if (chance(3)) one.place = resource();
    if (chance(3)) one.speaker = resource();
    one.modality = static_cast<Modality>(below(4));
    return one;
  }

  bool has_edges(const Statement& of) const {
    const StatementId known = graph_.find(of);
    if (known == StatementId::none) return false;
    const std::vector<FactId> facts = graph_.facts_of(known);
    return std::any_of(facts.begin(), facts.end(), [&](FactId id) { return graph_.fact(id).edge != TermId::none; });
  }

  /// One fact, or the parallel edges of a foreign file.
  void add_facts() {
    const Statement of = chance(3) ? graph_.statement(premises_[below(premises_.size())].statement) : statement();
    const Fact one = fact();
    const std::uint32_t edges = chance(4) ? 1 + below(3) : 0;
    if (edges != 0 && graph_.find(of) != StatementId::none) return;
    if (has_edges(of)) return;
    for (std::uint32_t edge = 0; edge < std::max(1U, edges); ++edge) {
      Fact parallel = one;
      if (edges != 0) parallel.edge = graph_.terms().intern(TermView::literal(fmt::format("e{}", ++last_edge_)));
      const FactId id = graph_.add_fact(of, parallel);
      premises_.push_back({graph_.fact(id).statement, id});
      for (std::uint32_t count = below(3); count != 0; --count) add_evidence(id, edges != 0);
    }
  }

  void add_evidence(FactId id, bool is_own) {
    Evidence one{.fact = id};
    if (!chance(6)) one.source = resource();
    if (!chance(6) || is_own) {
      const std::string quote = texts[below(texts.size())] + (is_own ? fmt::format("{}", ++last_quote_) : "");
      one.quote = graph_.terms().intern(TermView::literal(quote));
    }
    if (chance(2)) one.begin = below(1000), one.end = one.begin + below(100);
    if (chance(2)) one.confidence = static_cast<float>(random_()) / static_cast<float>(std::mt19937::max());
    if (chance(20)) one.confidence = 1e-20F;
    graph_.add_evidence(one);
  }

  void add_derivation() {
    const Premise conclusion = premises_[below(premises_.size())];
    if (conclusion.fact != FactId::none && graph_.fact(conclusion.fact).edge != TermId::none) return;
    // A bare statement and the asserted fact of which no more is known share their name, and so one rule.
    if (!concluded_.insert(premise_iri(graph_, conclusion)).second) return;
    Derivation one{conclusion, iri(), {}, chance(2)};
    for (std::uint32_t count = below(4); count != 0; --count) {
      const Premise premise = premises_[below(premises_.size())];
      if (premise.fact == FactId::none || graph_.fact(premise.fact).edge == TermId::none)
        one.premises.push_back(premise);
    }
    graph_.add_derivation(std::move(one));
  }

  std::mt19937& random_;
  Graph graph_;
  std::vector<Premise> premises_;
  std::set<std::string> concluded_;
  std::uint32_t last_edge_ = 0;
  std::uint32_t last_quote_ = 0;
};

}  // namespace

Graph random_facts(std::mt19937& random) { return Generator(random).run(); }

}  // namespace graphwright
