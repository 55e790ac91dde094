#include <algorithm>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphwright/exporter.hpp"
#include "graphwright/property_graph.hpp"

#include "random_graph.hpp"
#include "trip.hpp"

namespace graphwright {
namespace {

using ::testing::IsEmpty;

constexpr unsigned seeds = 120;
constexpr std::string_view base = RandomGraph::base;

/// All that a graph says, facts and evidence by their names: one line each, sorted.
std::set<std::string> lines_of(const Graph& graph) {
  StringOutput out;
  ExportOptions options;
  options.view.derived = Derived::all;
  find_exporter("nquads")->open(out, options)->write(graph);
  std::set<std::string> lines;
  std::istringstream stream(out.take());
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

struct Trip {
  std::string text;
  std::vector<Loss> losses;
  std::string fault;
  /// What only one of both graphs says.
  std::vector<std::string> gone;
  std::vector<std::string> added;
};

Trip travel(std::string_view format, const Graph& graph) {
  Trip trip;
  StringOutput out;
  ExportOptions options;
  options.view = whole_view;
  const auto exporter = find_exporter(format)->open(out, options);
  exporter->write(graph);
  trip.losses = exporter->summary().losses;
  trip.text = out.take();
  Graph back;
  trip.fault = read_into(format, trip.text, std::string(base), back);
  const std::set<std::string> before = lines_of(graph);
  const std::set<std::string> after = lines_of(back);
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(trip.gone));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(trip.added));
  return trip;
}

class GraphFiles : public ::testing::TestWithParam<std::string_view> {};

TEST_P(GraphFiles, GiveBackTheGraphThatTheyWereWrittenFrom) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Graph graph;
    RandomGraph random(graph, seed);
    const Trip trip = travel(GetParam(), graph);
    ASSERT_EQ(trip.fault, "") << "seed " << seed << "\n" << trip.text;
    ASSERT_TRUE(trip.losses.empty()) << trip.losses.front().kind;
    ASSERT_THAT(trip.gone, IsEmpty()) << "seed " << seed << "\n" << trip.text;
    ASSERT_THAT(trip.added, IsEmpty()) << "seed " << seed << "\n" << trip.text;
  }
}

/// What a format cannot carry is counted, once for each, and nothing else changes.
TEST_P(GraphFiles, LoseJustWhatTheLossReportSays) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Graph graph;
    RandomGraph random(graph, seed);
    const std::string subject = std::string(base) + "odd";
    const auto say = [&](std::string_view property, const TermView& value, const FactView* fact = nullptr) {
      const std::string iri = std::string(base).append("odd-").append(property);
      random.builder().statement({TermView::iri(subject), TermView::iri(iri), value, {}, {}, fact});
    };
    FactView dated;
    dated.time = "2020";
    say("dated", TermView::literal("x"), &dated);
    FactView exact;
    exact.time = "2020-05-01/2020-06-30";
    say("exact", TermView::literal("7", "http://www.w3.org/2001/XMLSchema#int"), &exact);
    say("directed", TermView::tagged_literal("x", "ar", Direction::rtl));
    say("controlled", TermView::literal("bell \x07 and escape \x1B"));
    FactView named;
    named.edge = TermView::literal("an odd id");
    random.builder().statement(
        {TermView::iri(subject), TermView::iri(subject), TermView::iri(subject), {}, {}, &named});
    constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    const std::string likes = std::string(base) + "odd-like-another";
    for (const char* space : {"urn:a:", "urn:b:"}) {
      const std::string name = std::string(space) + "Bridge";
      random.builder().statement({TermView::iri(likes), TermView::iri(type), TermView::iri(name)});
    }
    const Trip trip = travel(GetParam(), graph);
    ASSERT_EQ(trip.fault, "");
    std::map<std::string_view, std::size_t> counted;
    for (const Loss& one : trip.losses) counted[one.kind] = one.count;
    // GEXF knows from which day to which a value holds.
    const bool is_gexf = GetParam() == "gexf";
    EXPECT_EQ(counted["time, place or evidence of an attribute"], is_gexf ? 1U : 2U);
    EXPECT_EQ(counted["base direction of a text"], 1U);
    EXPECT_EQ(counted["control character, written as a picture such as U+2400"], 2U);
    EXPECT_EQ(counted["id of an edge that is taken or has letters that ids do not, written anew"], 1U);
    EXPECT_EQ(counted["class that has its name in common with another"], 2U);
    EXPECT_EQ(trip.losses.size(), 5U);
    for (const std::vector<std::string>* side : {&trip.gone, &trip.added})
      for (const std::string& line : *side)
        EXPECT_TRUE(line.find("/odd") != std::string::npos || line.find("urn:graphwright:fact") != std::string::npos ||
                    line.find("fact-") != std::string::npos)
            << "seed " << seed << ": " << line;
    const auto speaks_of = [](std::string_view word) {
      return [=](const std::string& line) { return line.find(word) != std::string::npos; };
    };
    EXPECT_EQ(std::any_of(trip.gone.begin(), trip.gone.end(), speaks_of("odd-exact")), !is_gexf);
    // The values of dated statements, the undirected text and the pictures of controls have come back; in GEXF the year
    // as the days from its first to its last.
    const std::size_t of_facts =
        static_cast<std::size_t>(std::count_if(trip.added.begin(), trip.added.end(), speaks_of("/fact-")));
    EXPECT_EQ(trip.added.size() - of_facts, 2U) << fmt::format("{}", fmt::join(trip.added, "\n"));
    EXPECT_EQ(std::any_of(trip.added.begin(), trip.added.end(), speaks_of("2020-01-01/2020-12-31")), is_gexf);
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, GraphFiles, ::testing::Values("graphml", "gexf"),
                         [](const auto& one) { return std::string(one.param); });

/// What was said of nodes and does not come back from tables, in the words of the loss report.
std::map<std::string_view, std::size_t> gone_of_nodes(const Trip& trip) {
  std::map<std::string, std::size_t> alike;
  const auto key = [](const std::string& line) { return line.substr(0, line.find("> ", line.find("> ") + 1)); };
  const auto property = [&](const std::string& line) { return key(line).substr(line.find(' ')); };
  std::set<std::string> lists;
  for (const std::string& line : trip.gone)
    if (++alike[key(line)] > 1) lists.insert(property(line));
  std::map<std::string_view, std::size_t> gone;
  for (const std::string& line : trip.gone) {
    const bool is_typed = line.find("\"^^<") != std::string::npos;
    const bool is_tagged = line.find("\"@hy") != std::string::npos;
    const bool is_class = line.find("rdf-syntax-ns#type> ") != std::string::npos;
    const bool looks_listed = line.find("> \"[") != std::string::npos && lists.contains(property(line));
    const bool is_listed = !is_class && !is_tagged && (alike[key(line)] > 1 || looks_listed);
    if (is_typed) ++gone["datatype of an attribute"];
    if (is_tagged) ++gone["value in a language, which only the name of its column tells"];
    if (is_listed) ++gone["value in a list, which is one text"];
    if (!is_typed && !is_tagged && !is_listed) ++gone["class or property that does not follow from its short name"];
  }
  return gone;
}

/// Tables say the ends and the relation of an edge in full, all else by short names, which mean what is near.
TEST(Tables, GiveBackTheGraphButForWhatTheLossReportSays) {
  const auto is_of_edges = [](const std::string& line) {
    return line.find("/fact-") != std::string::npos || line.find("/evidence-") != std::string::npos ||
           (line.find('"') == std::string::npos && line.find("#type> ") == std::string::npos);
  };
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Graph graph;
    RandomGraph random(graph, seed, false);
    for (std::string_view format : {"csv", "tsv"}) {
      const Trip trip = travel(format, graph);
      ASSERT_EQ(trip.fault, "") << "seed " << seed;
      for (const std::vector<std::string>* side : {&trip.gone, &trip.added})
        for (const std::string& line : *side) EXPECT_FALSE(is_of_edges(line)) << "seed " << seed << ": " << line;
      std::map<std::string_view, std::size_t> counted;
      for (const Loss& one : trip.losses) counted[one.kind] = one.count;
      EXPECT_EQ(counted, gone_of_nodes(trip)) << "seed " << seed << "\n"
                                              << fmt::format("{}", fmt::join(trip.gone, "\n"));
    }
  }
}

/// The labels of the nodes of a graph, and the labels of the ends of each edge, in order.
std::multiset<std::string> labels_of(const Graph& graph) {
  PropertyGraphOptions options;
  options.view = whole_view;
  const PropertyGraph view(graph, options);
  std::multiset<std::string> labels;
  const auto label = [&](std::uint32_t node) { return std::string(view.label(view.resource(node))); };
  for (std::uint32_t node = 0; node < view.node_count(); ++node) labels.insert(label(node));
  for (std::uint32_t edge = 0; edge < view.edge_count(); ++edge)
    labels.insert(fmt::format("{} -> {}", label(view.edge(edge).source), label(view.edge(edge).target)));
  return labels;
}

/// A flavour is written for one reader and read as the file of any other program.
TEST(GraphFiles, OfFlavoursHoldAllNodesAndEdgesByTheirLabels) {
  for (const std::string_view flavour : graphml_flavours()) {
    for (unsigned seed = 0; seed < seeds; ++seed) {
      Graph graph;
      RandomGraph random(graph, seed);
      StringOutput out;
      ExportOptions options;
      options.view = whole_view;
      options.flavour = flavour;
      find_exporter("graphml")->open(out, options)->write(graph);
      const std::string text = out.take();
      Graph back;
      ASSERT_EQ(read_into("graphml", text, std::string(base), back), "");
      ASSERT_EQ(labels_of(back), labels_of(graph)) << flavour << ", seed " << seed << "\n" << text;
    }
  }
}

/// The statements, and those that describe facts and evidence, in each way that RDF has to describe them.
TEST(FactsInRdf, ComeBackFromEverySyntaxButForWhatItReports) {
  std::map<std::string, std::size_t, std::less<>> all;
  for (const StatementMode mode : {StatementMode::rdf11, StatementMode::rdf12, StatementMode::named_graph}) {
    for (unsigned seed = 0; seed < seeds; ++seed) {
      Graph graph;
      RandomGraph random(graph, seed);
      for (const std::string_view syntax : rdf_syntaxes) {
        LossCounts losses;
        EXPECT_EQ(make_trip(syntax, graph, losses, mode), "") << "seed " << seed << " as " << syntax;
        for (const auto& [kind, count] : losses) all[kind] += count;
      }
    }
  }
  for (const char* kind : {"graph name", "triple term", "predicate that is no XML name"}) EXPECT_GT(all[kind], 0U);
}

TEST(GraphFiles, OfOthersAreNotTakenForOurs) {
  Graph graph;
  RandomGraph random(graph, 1);
  std::string text = travel("graphml", graph).text;
  text.replace(text.find("<?graphwright file 1?>"), 22, "");
  Graph back;
  ASSERT_EQ(read_into("graphml", text, std::string(base), back), "");
  EXPECT_NE(back.terms().find_iri("https://w3id.org/graphwright/vocabulary#GraphFile"), TermId::none);
}

TEST(GraphFiles, OfOursThatWereDamagedAreReported) {
  Graph graph;
  const std::string text =
      "<graphml><?graphwright file 1?><?graphwright key no-iri n_x?><?graphwright?><graph>\n"
      "<node id='a'/><node id='a'/><hyperedge/><port name='p'/>\n"
      "<edge id='e' source='a' target='b'/>\n"
      "<edge id='f' source='a' target='a'><data key='e_modality'>attributed</data></edge>\n"
      "<edge id='g' source='a' target='a'><data key='e_offsets'>5-x</data></edge>\n"
      "<edge id='h' source='a' target='a'><data key='e_time'>soon</data></edge>\n"
      "</graph></graphml>";
  const std::string said = read_into("graphml", text, std::string(base), graph);
  for (const char* line :
       {"2:15: error: the node 'a' stands a second time [duplicate-id]",
        "3:1: error: the edge 'e' ends at the node 'b', which the file does not have [dangling-edge]",
        "4:1: error: an attributed fact needs a speaker [table-value]",
        "5:1: error: the evidence of this edge is not as it was written [table-value]", "6:1: error: 'soon' is"})
    EXPECT_THAT(said, ::testing::HasSubstr(line));
}

/// Edges are looked up many at once: each keeps its statement, and its line where an end is missing.
TEST(GraphFiles, OfOursWithManyEdgesLoseNoneOfThem) {
  std::string text =
      "<graphml><?graphwright file 1?><graph><node id='n0'/><node id='n1'/><node id='n2'/>\n"
      "<node id='n3'/><node id='n4'/>\n";
  std::vector<std::string> wanted;
  std::string messages;
  for (int i = 0; i < 300; ++i) {
    const std::string target = i % 37 == 5 ? "nowhere" : fmt::format("n{}", i % 5);
    const std::string fact = i % 50 == 7 ? "<data key='e_modality'>denied</data>" : "";
    text += fmt::format("<edge id='e{:016x}' source='n{}' target='{}'>{}<data key='e_iri'>https://e.example/p{}</data>",
                        i, i / 40 % 5, target, fact, i) +
            "</edge>\n";
    if (target == "nowhere")
      messages += fmt::format(
          ":{}:1: error: the edge 'e{:016x}' ends at the node 'nowhere', which the file does not have "
          "[dangling-edge]\n",
          i + 3, i);
    else if (fact.empty())
      wanted.push_back(fmt::format("<{0}n{1}> <https://e.example/p{2}> <{0}n{3}> .", base, i / 40 % 5, i, i % 5));
  }
  Graph graph;
  const std::string said = read_into("graphml", text + "</graph></graphml>", std::string(base), graph);
  EXPECT_EQ(said, messages);
  EXPECT_THAT(lines_of(graph), ::testing::IsSupersetOf(wanted));
  EXPECT_EQ(graph.facts().size(), 6U);
}

/// What would break the syntax that the graph is written in next is passed over.
TEST(GraphFiles, OfOursTakeNoNamesThatAreNone) {
  Graph graph;
  const std::string text =
      "<graphml><?graphwright file 1?><?graphwright prefix https://e.example/ a: <x> .?>"
      "<?graphwright key https://e.example/p n_p @en.x> <x?><?graphwright key https://e.example/q n_q iri?><graph>\n"
      "<node id='a'><data key='n_p'>text</data><data key='n_q'>_:b &lt;c</data><data key='n_q'>no iri</data></node>\n"
      "</graph></graphml>";
  ASSERT_EQ(read_into("graphml", text, std::string(base), graph), "");
  EXPECT_THAT(lines_of(graph), ::testing::ElementsAre("<https://example.org/g/a> <https://e.example/p> \"text\" ."));
  EXPECT_EQ(graph.prefixes().by_name().count("a: <x> ."), 0U);
}

}  // namespace
}  // namespace graphwright
