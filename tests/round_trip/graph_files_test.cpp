#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphwright/exporter.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/property_graph.hpp"

#include "trip.hpp"

namespace graphwright {
namespace {

using ::testing::IsEmpty;

constexpr std::string_view base = "https://example.org/g/";
constexpr std::string_view dip = "https://w3id.org/graphwright/diplomacy#";
constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
constexpr unsigned seeds = 120;

/// Texts that careless writers and readers break.
constexpr std::array<std::string_view, 12> texts{"plain",
                                                 "with \"double\" and 'single' quotes",
                                                 "a & b < c > d &amp; ]]> <!-- ?> -->",
                                                 "back\\slash \\n {brace} [bracket]",
                                                 "[\"looks\", \"like a list\"]",
                                                 "line\nbreak\ttab",
                                                 " spaces at both ends ",
                                                 "=1+1",
                                                 "Հայաստան",
                                                 "🕊️ é 漢字",
                                                 "\xE2\x80\xAEright\xE2\x80\xAC",
                                                 "true"};

/// A graph in the making: facts and statements, said once each.
class RandomGraph {
 public:
  /// `has_far` things have names that are neither below the base nor under a prefix.
  RandomGraph(Graph& graph, unsigned seed, bool has_far = true) : builder_(graph), engine_(seed), has_far_(has_far) {
    builder_.base(base);
    builder_.prefix("dip", dip);
    for (int i = 0; i < 3 + static_cast<int>(below(6)); ++i) add_node(i);
    const std::size_t edges = 2 + below(12);
    for (std::size_t i = 0; i < edges; ++i) add_edge(i);
  }

  GraphBuilder& builder() { return builder_; }
  std::string node() { return nodes_[below(nodes_.size())]; }

 private:
  std::size_t below(std::size_t end) { return engine_() % end; }
  std::string_view text() { return texts[below(texts.size())]; }

  void say(const std::string& subject, const std::string& property, const TermView& value) {
    builder_.statement({TermView::iri(subject), TermView::iri(property), value, {}, {}});
  }

  void add_node(int number) {
    const bool is_near = below(3) != 0 || !has_far_;
    const std::string iri = is_near ? fmt::format("{}n{}", base, number) : fmt::format("urn:far:{}:x", number);
    nodes_.push_back(iri);
    say(iri, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        TermView::iri(below(2) == 0 ? std::string(dip) + "Person" : std::string(base) + "River"));
    if (below(3) == 0)
      say(iri, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", TermView::iri(std::string(dip) + "Polity"));
    if (below(2) == 0)
      say(iri, "http://www.w3.org/2000/01/rdf-schema#label",
          TermView::literal(fmt::format("label {} {}", number, text())));
    if (below(3) == 0) say(iri, "http://www.w3.org/2000/01/rdf-schema#label", TermView::tagged_literal(text(), "hy"));
    for (std::size_t i = below(3); i > 0; --i) say(iri, std::string(base) + "note", TermView::literal(text()));
    if (below(2) == 0) say(iri, std::string(dip) + "remark", TermView::literal(text()));
    if (below(2) == 0)
      say(iri, std::string(base) + "count",
          TermView::literal(std::to_string(below(100000)), fmt::format("{}integer", xsd)));
    if (below(3) == 0)
      say(iri, std::string(base) + "is-old",
          TermView::literal(below(2) == 0 ? "true" : "false", fmt::format("{}boolean", xsd)));
    if (below(3) == 0)
      say(iri, std::string(base) + "share",
          TermView::literal(fmt::format("0.{}", 1 + below(9)), fmt::format("{}decimal", xsd)));
  }

  void add_edge(std::size_t number) {
    constexpr std::array<std::string_view, 5> times{"2022-11-07", "199X", "1992/..", "../2022", "2020~"};
    const std::string source = node();
    const std::string target = node();
    const std::string relation = below(2) == 0 ? std::string(dip) + "backs" : std::string(base) + "flows-into";
    FactView fact;
    std::string place = node();
    std::string speaker = node();
    std::string graph = fmt::format("{}graph-{}", base, below(2));
    const bool has_graph = below(6) == 0;
    if (below(3) != 0) fact.time = times[below(times.size())];
    if (below(4) == 0) fact.place = TermView::iri(place);
    if (below(4) == 0) fact.edge_id = ids_.emplace_back(fmt::format("edge-{}", number));
    if (below(3) == 0) fact.modality = static_cast<Modality>(below(4));
    if (fact.modality != Modality::asserted) fact.speaker = TermView::iri(speaker);
    std::vector<EvidenceView> evidence(below(4));
    for (EvidenceView& one : evidence) {
      one.source = TermView::iri(sources_[has_far_ ? below(sources_.size()) : 0]);
      one.quote = text();
      if (below(3) != 0) {
        one.begin = static_cast<std::uint32_t>(below(1000));
        one.end = one.begin + static_cast<std::uint32_t>(1 + below(50));
      }
      if (below(2) == 0) one.confidence = 0.25 * static_cast<double>(below(5));
    }
    fact.evidence = evidence;
    const bool is_bare = fact.time.empty() && fact.place.is_absent() && fact.edge_id.empty() &&
                         fact.modality == Modality::asserted && evidence.empty();
    builder_.statement({TermView::iri(source),
                        TermView::iri(relation),
                        TermView::iri(target),
                        has_graph ? TermView::iri(graph) : TermView{},
                        {},
                        is_bare ? nullptr : &fact});
  }

  GraphBuilder builder_;
  std::mt19937 engine_;
  bool has_far_;
  std::vector<std::string> nodes_;
  std::vector<std::string> ids_ = reserved();
  std::array<std::string, 3> sources_{std::string(base) + "brief", "https://news.example/a?b=c&d#e", "urn:far:report"};

  static std::vector<std::string> reserved() {
    std::vector<std::string> ids;
    ids.reserve(64);
    return ids;
  }
};

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
  options.view.claims = true;
  options.view.derived = Derived::all;
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
    say("directed", TermView::tagged_literal("x", "ar", Direction::rtl));
    say("controlled", TermView::literal("bell \x07 and escape \x1B"));
    FactView named;
    named.edge_id = "an odd id";
    random.builder().statement(
        {TermView::iri(subject), TermView::iri(subject), TermView::iri(subject), {}, {}, &named});
    const Trip trip = travel(GetParam(), graph);
    ASSERT_EQ(trip.fault, "");
    std::map<std::string_view, std::size_t> counted;
    for (const Loss& one : trip.losses) counted[one.kind] = one.count;
    EXPECT_EQ(counted["time, place or evidence of an attribute"], 1U);
    EXPECT_EQ(counted["base direction of a text"], 1U);
    EXPECT_EQ(counted["control character, written as a picture such as U+2400"], 2U);
    EXPECT_EQ(counted["id of an edge that is taken or has letters that ids do not, written anew"], 1U);
    EXPECT_EQ(trip.losses.size(), 4U);
    for (const std::vector<std::string>* side : {&trip.gone, &trip.added})
      for (const std::string& line : *side)
        EXPECT_TRUE(line.find("/odd") != std::string::npos || line.find("urn:graphwright:fact") != std::string::npos ||
                    line.find("fact-") != std::string::npos)
            << "seed " << seed << ": " << line;
    // The value of the dated statement, the undirected text and the pictures of controls have come back.
    EXPECT_EQ(trip.added.size(), 2U) << fmt::format("{}", fmt::join(trip.added, "\n"));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, GraphFiles, ::testing::Values("graphml", "gexf"),
                         [](const auto& one) { return std::string(one.param); });

/// Tables say the ends and the relation of an edge in full, all else by short names, which mean what is near.
TEST(Tables, GiveBackEdgesWithTheirFactsAndEvidence) {
  const auto is_of_edges = [](const std::string& line) {
    return line.find("/fact-") != std::string::npos || line.find("/evidence-") != std::string::npos ||
           line.find("/flows-into> ") != std::string::npos || line.find("#backs> ") != std::string::npos;
  };
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Graph graph;
    RandomGraph random(graph, seed, false);
    for (std::string_view format : {"csv", "tsv"}) {
      const Trip trip = travel(format, graph);
      ASSERT_EQ(trip.fault, "") << "seed " << seed;
      for (const std::vector<std::string>* side : {&trip.gone, &trip.added})
        for (const std::string& line : *side) EXPECT_FALSE(is_of_edges(line)) << "seed " << seed << ": " << line;
    }
  }
}

/// The labels of the nodes of a graph, and the labels of the ends of each edge, in order.
std::multiset<std::string> labels_of(const Graph& graph) {
  PropertyGraphOptions options;
  options.view.claims = true;
  options.view.derived = Derived::all;
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
      options.view.claims = true;
      options.view.derived = Derived::all;
      options.flavour = flavour;
      find_exporter("graphml")->open(out, options)->write(graph);
      const std::string text = out.take();
      Graph back;
      ASSERT_EQ(read_into("graphml", text, std::string(base), back), "");
      ASSERT_EQ(labels_of(back), labels_of(graph)) << flavour << ", seed " << seed << "\n" << text;
    }
  }
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
