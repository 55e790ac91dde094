#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/exporter.hpp"
#include "graphwright/isomorphism.hpp"

#include "random.hpp"
#include "trip.hpp"

namespace graphwright {
namespace {

constexpr unsigned seeds = 16;

/// Facts and evidence come behind the rest; rdf:type is neither the first nor the last of the predicates.
constexpr std::array names{"<http://e.example/a>",
                           "<http://e.example/b/c>",
                           "<urn:x:y>",
                           "<https://w3id.org/graphwright/id/fact-1>",
                           "<https://w3id.org/graphwright/id/evidence-2>",
                           "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
                           "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"};
constexpr std::array predicates{"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://e.example/p>",
                                "<http://schema.org/name>", "<https://schema.org/name>"};
constexpr std::array values{"\"\"",
                            "\"one\\ntwo\"",
                            "\"x\"@en-GB",
                            "\"x\"@ar--rtl",
                            "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                            "\"07x\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                            "\"2020\"^^<http://www.w3.org/2001/XMLSchema#gYear>",
                            "<<( <urn:x:y> <http://e.example/p> \"x\"@en )>>"};
constexpr std::array blanks{"_:b1", "_:b2", "_:b3"};

/// Lines of N-Quads over few names, so that subjects, predicates and whole lines meet again in other runs.
std::string random_quads(Random& random, bool has_blanks) {
  const bool has_graphs = random.below(2) == 0;
  const auto node = [&](std::size_t others) {
    if (has_blanks && random.below(2) == 0) return random.pick(blanks);
    return others == 0 ? random.pick(names) : fmt::format("<http://e.example/n{}>", random.below(others));
  };
  std::string text;
  for (std::size_t count = 1 + random.below(120); count != 0; --count) {
    const std::string object = random.below(2) == 0 ? random.pick(values) : node(random.below(2) * 9);
    const std::string graph = has_graphs && random.below(2) == 0 ? node(3) : "";
    text += fmt::format("{} {} {} {} .\n", node(random.below(2) * 9), random.pick(predicates), object, graph);
  }
  return text;
}

/// Statements in any order, some of them twice.
std::vector<StatementView> statements_of(const Graph& graph, Random& random) {
  std::vector<StatementView> statements;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const Statement one = graph.statement(static_cast<StatementId>(row));
    StatementView view{graph.view(one.subject), graph.view(one.predicate), graph.view(one.object)};
    view.graph = graph.view(one.graph);
    for (std::size_t times = random.below(3) == 0 ? 2 : 1; times != 0; --times) statements.push_back(view);
  }
  random.shuffle(statements);
  return statements;
}

struct Document {
  std::string text;
  std::size_t statements = 0;
};

/// Writes statements a few at a time, with prefixes declared before some of them.
Document document(std::string_view format, std::vector<StatementView> statements, std::size_t memory,
                  std::size_t at_once) {
  StringOutput out;
  ExportOptions options;
  options.memory = memory;
  const auto exporter = find_exporter(format)->open(out, options);
  std::size_t batch = 0;
  for (std::size_t begin = 0; begin < statements.size(); begin += at_once, ++batch) {
    if (batch == 2) exporter->prefix("ex", "http://e.example/");
    if (batch == 5) exporter->prefix("deep", "http://e.example/b/");
    exporter->statements(std::span(statements).subspan(begin, std::min(at_once, statements.size() - begin)));
  }
  exporter->finish();
  return {out.take(), exporter->summary().statements};
}

/// Compares what is written with a limit with what is written without; `are_same` compares the two.
void compare_documents(bool has_blanks, auto&& are_same) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Random random(seed);
    const std::string quads = random_quads(random, has_blanks);
    Graph graph;
    ASSERT_EQ(read_into("nquads", quads, {}, graph), "");
    const std::vector<StatementView> statements = statements_of(graph, random);
    // One statement a run takes several levels of runs; 20,000 bytes hold some dozen statements.
    const std::size_t memory = seed % 2 == 0 ? 1 : 20'000;
    const std::size_t at_once = 1 + random.below(3);
    for (const std::string_view format : {"turtle", "trig"}) {
      const Document whole = document(format, statements, 0, at_once);
      const Document parts = document(format, statements, memory, at_once);
      EXPECT_EQ(parts.statements, whole.statements) << "seed " << seed;
      are_same(format, whole.text, parts.text);
      if (::testing::Test::HasFailure()) FAIL() << format << ", seed " << seed << ", from\n" << quads;
    }
  }
}

TEST(BoundedMemory, GivesTheSameBytesWithoutBlankNodes) {
  compare_documents(
      false, [](std::string_view, const std::string& whole, const std::string& parts) { EXPECT_EQ(parts, whole); });
}

TEST(BoundedMemory, GivesTheSameGraphWithBlankNodes) {
  compare_documents(true, [](std::string_view format, const std::string& whole, const std::string& parts) {
    Graph left;
    Graph right;
    ASSERT_EQ(read_into(format, whole, {}, left), "");
    ASSERT_EQ(read_into(format, parts, {}, right), "");
    EXPECT_TRUE(is_isomorphic(left, right)) << parts;
  });
}

TEST(BoundedMemory, WritesReifiersAsTriples) {
  Graph graph;
  ASSERT_EQ(read_into("nquads",
                      "<a:s> <a:p> <a:o> .\n"
                      "<a:r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <a:s> <a:p> <a:o> )>> .\n"
                      "_:x <a:p> _:y .\n",
                      {}, graph),
            "");
  Random random(0);
  EXPECT_EQ(document("turtle", statements_of(graph, random), 1, 1).text,
            "VERSION \"1.2\"\n"
            "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n\n"
            "<a:r> rdf:reifies <<( <a:s> <a:p> <a:o> )>> .\n\n"
            "<a:s> <a:p> <a:o> .\n\n"
            "_:x <a:p> _:y .\n");
}

TEST(BoundedMemory, HoldsASubjectThatIsLargerThanTheLimit) {
  Graph graph;
  std::string text;
  for (int number = 0; number < 5000; ++number)
    text += fmt::format("<a:s> <{}> \"{}\" .\n", number % 3 == 0 ? "http://www.w3.org/2000/01/rdf-schema#label" : "a:p",
                        number);
  ASSERT_EQ(read_into("nquads", text, {}, graph), "");
  Random random(0);
  const std::vector<StatementView> statements = statements_of(graph, random);
  EXPECT_EQ(document("turtle", statements, 50'000, 100).text, document("turtle", statements, 0, 100).text);
}

}  // namespace
}  // namespace graphwright
