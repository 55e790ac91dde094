#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "random.hpp"
#include "trip.hpp"

namespace graphwright {
namespace {

constexpr unsigned seeds = 150;

/// Terms that writers get wrong: lists, nesting, numbers in odd forms, JSON, white space, names like keywords.
constexpr std::array subjects{"<http://e.example/a>",   "<urn:x:y>",     "_:b1", "_:b2", "_:b3", "_:b4",
                              "<http://e.example/@id>", "<schema:thing>"};
constexpr std::array predicates{"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
                                "<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>",
                                "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>",
                                "<http://schema.org/name>",
                                "<http://e.example/p>",
                                "<http://e.example/ns#1st>",
                                "<http://e.example/>",
                                "<http://www.w3.org/1999/02/22-rdf-syntax-ns#li>",
                                "<urn:x:id>",
                                "<http://e.example/%3Ca>",
                                "<http://e.example/a%3E>"};
constexpr std::array values{"<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>",
                            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#List>",
                            "\"\"",
                            "\" \\t\\r\\n \"",
                            "\"@id\"",
                            "\"x\"@en-GB",
                            "\"x\"@ar--rtl",
                            "\"007\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                            "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                            "\"-0\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                            "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                            "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                            "\"1e0\"^^<http://www.w3.org/2001/XMLSchema#double>",
                            "\"{ }\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>",
                            "\"{\\\"a\\\":[1,null]}\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>",
                            "\"no json\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>",
                            "\"<a>&amp;]]></a>\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>",
                            "\"\\u0001\"",
                            "\"\xF0\x9F\x98\x80 \xD5\x80\"@hy"};
constexpr std::array graphs{"", "", "", "<http://e.example/g>", "_:b2"};

std::string value(Random& random, int depth = 0) {
  if (random.below(8) == 0 && depth < 3)
    return fmt::format("<<( {} {} {} )>>", random.pick(subjects), random.pick(predicates), value(random, depth + 1));
  return random.below(2) == 0 ? random.pick(subjects) : random.pick(values);
}

std::string nasty_graph(unsigned seed) {
  Random random(seed);
  std::string text;
  const std::size_t count = 2 + random.below(14);
  const bool has_graphs = random.below(3) == 0;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_cell = random.below(2) == 0;
    const std::string subject = is_cell ? fmt::format("_:b{}", 1 + random.below(4)) : random.pick(subjects);
    const std::string predicate = is_cell ? predicates[1 + random.below(2)] : random.pick(predicates);
    const std::string object = value(random);
    text += fmt::format("{} {} {} {} .\n", subject, predicate, object, has_graphs ? random.pick(graphs) : "");
  }
  return text;
}

/// What comes back differs exactly by what the loss report says, and each loss that there can be was met.
TEST(NastyGraphs, ComeBackFromEverySyntaxButForWhatItReports) {
  LossCounts all;
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const std::string text = nasty_graph(seed);
    Graph graph;
    ASSERT_EQ(read_into("nquads", text, {}, graph), "") << text;
    for (std::string_view syntax : rdf_syntaxes) {
      LossCounts losses;
      EXPECT_EQ(make_trip(syntax, graph, losses), "") << "seed " << seed << " as " << syntax << "\n" << text;
      for (const auto& [kind, count] : losses) all[kind] += count;
    }
  }
  for (const char* kind :
       {"graph name", "triple term", "predicate that is no XML name", "text with a character that XML does not have"})
    EXPECT_GT(all[kind], seeds / 10) << kind;
}

/// Lists in lists, deeper than any syntax nests them.
TEST(NastyGraphs, DeepListsComeBack) {
  std::string text = "<urn:s:s> <urn:p:p> _:c0 .\n";
  for (int i = 0; i < 1000; ++i)
    text += fmt::format(
        "_:c{0} <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> _:c{1} .\n"
        "_:c{0} <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .\n",
        i, i + 1);
  Graph graph;
  ASSERT_EQ(read_into("nquads", text, {}, graph), "");
  for (std::string_view syntax : rdf_syntaxes) {
    LossCounts losses;
    EXPECT_EQ(make_trip(syntax, graph, losses), "") << syntax;
  }
}

}  // namespace
}  // namespace graphwright
