#include "graphwright/property_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

using ::testing::ElementsAre;

/// Builds a graph whose resources lie below https://e.example/.
class Builder {
 public:
  Builder() { graph.set_base("https://e.example/"); }
  TermId name(std::string_view local) { return graph.terms().intern_iri("https://e.example/" + std::string(local)); }
  TermId text(std::string_view text, std::string_view datatype = {}) {
    return graph.terms().intern(TermView::literal(text, datatype));
  }
  void say(std::string_view subject, std::string_view predicate, std::string_view object) {
    graph.add_statement({name(subject), name(predicate), name(object)});
  }
  void give(std::string_view subject, std::string_view property, TermId value) {
    graph.add_statement({name(subject), name(property), value});
  }
  void label(std::string_view subject, const TermView& label) {
    graph.add_statement({name(subject), graph.terms().intern_iri(iri::rdfs::label), graph.terms().intern(label)});
  }

  Graph graph;
};

std::vector<std::string> ids(const PropertyGraph& graph) {
  std::vector<std::string> all;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) all.emplace_back(graph.id(node));
  return all;
}

std::vector<std::string> edges(const PropertyGraph& graph) {
  std::vector<std::string> all;
  for (std::uint32_t edge = 0; edge < graph.edge_count(); ++edge) {
    const RelationGraph::Edge ends = graph.edge(edge);
    all.push_back(std::string(graph.id(ends.source)) + " " + graph.id_of(graph.predicate(edge)) + " " +
                  std::string(graph.id(ends.target)));
  }
  return all;
}

TEST(PropertyGraph, MakesNodesOfResourcesAndEdgesOfTheirRelations) {
  Builder b;
  b.say("armenia", "borders", "georgia");
  b.give("baku", "population", b.text("2300000", iri::xsd::integer));
  b.graph.add_node(b.name("alone"));
  const PropertyGraph graph(b.graph, {});
  EXPECT_THAT(ids(graph), ElementsAre("alone", "armenia", "baku", "georgia"));
  EXPECT_THAT(edges(graph), ElementsAre("armenia borders georgia"));
}

TEST(PropertyGraph, PrefersLabelsWithoutLanguageThenEnglishThenByTag) {
  Builder b;
  b.label("a", TermView::tagged_literal("Հայաստան", "hy"));
  b.label("a", TermView::tagged_literal("Armenia", "en"));
  b.label("b", TermView::tagged_literal("Грузия", "ru"));
  b.label("b", TermView::tagged_literal("Géorgie", "fr"));
  b.label("c", TermView::literal("plain"));
  b.label("c", TermView::tagged_literal("an English one", "en"));
  b.label("d", TermView::literal("   "));
  const PropertyGraph graph(b.graph, {});
  EXPECT_EQ(graph.label(b.name("a")), "Armenia");
  EXPECT_EQ(graph.label(b.name("b")), "Géorgie");
  EXPECT_EQ(graph.label(b.name("c")), "plain");
  EXPECT_EQ(graph.label(b.name("d")), "d");
}

TEST(PropertyGraph, TypesAColumnByAllItsValues) {
  Builder b;
  b.give("a", "small", b.text("7", iri::xsd::integer));
  b.give("b", "small", b.text("-2147483648", iri::xsd::integer));
  b.give("a", "large", b.text("7", iri::xsd::integer));
  b.give("b", "large", b.text("2147483648", iri::xsd::integer));
  b.give("a", "huge", b.text("9223372036854775808", iri::xsd::integer));
  b.give("a", "real", b.text("7", iri::xsd::integer));
  b.give("b", "real", b.text("1.5", iri::xsd::decimal));
  b.give("a", "truth", b.text("1", iri::xsd::boolean));
  b.give("a", "mixed", b.text("true", iri::xsd::boolean));
  b.give("b", "mixed", b.text("7", iri::xsd::integer));
  b.give("a", "wrong", b.text("seven", iri::xsd::integer));
  b.give("a", "several", b.text("1", iri::xsd::integer));
  b.give("a", "several", b.text("2", iri::xsd::integer));
  const PropertyGraph graph(b.graph, {});
  std::map<std::string, ValueType> types;
  for (const NodeColumn& column : graph.columns()) types[column.name] = column.type;
  EXPECT_THAT(types, ElementsAre(std::pair("huge", ValueType::text), std::pair("large", ValueType::int64),
                                 std::pair("mixed", ValueType::text), std::pair("real", ValueType::real),
                                 std::pair("several", ValueType::text), std::pair("small", ValueType::int32),
                                 std::pair("truth", ValueType::boolean), std::pair("wrong", ValueType::text)));
}

TEST(PropertyGraph, NamesColumnsApartAndKeepsReservedWordsFree) {
  Builder b;
  b.graph.prefixes().add("x", "https://x.example/");
  b.give("a", "size", b.text("1"));
  b.give("a", "Note", b.text("2"));
  b.graph.add_statement({b.name("a"), b.graph.terms().intern_iri("https://x.example/note"), b.text("3")});
  b.graph.add_statement(
      {b.name("a"), b.name("remark"), b.graph.terms().intern(TermView::tagged_literal("4", "zh-Hant"))});
  const PropertyGraph graph(b.graph, {});
  std::vector<std::string> names;
  for (const NodeColumn& column : graph.columns()) names.push_back(column.name);
  EXPECT_THAT(names, ElementsAre(":Note", "remark_zh-hant", ":size", "x:note"));
}

TEST(PropertyGraph, MakesOneEdgeOfASymmetricRelationSaidInBothDirections) {
  Builder b;
  PropertyGraphOptions options;
  options.profile.symmetric_properties = {"https://e.example/met"};
  b.say("b", "met", "a");
  b.say("a", "met", "b");
  b.say("c", "met", "a");
  b.say("b", "saw", "a");
  b.say("a", "saw", "b");
  const PropertyGraph graph(b.graph, options);
  EXPECT_THAT(edges(graph), ElementsAre("a met b", "a saw b", "a met c", "b saw a"));
}

TEST(PropertyGraph, JoinsTheEvidenceOfBothDirections) {
  Builder b;
  PropertyGraphOptions options;
  options.profile.symmetric_properties = {"https://e.example/met"};
  const FactId there = b.graph.add_fact({b.name("a"), b.name("met"), b.name("b")}, {});
  const FactId back = b.graph.add_fact({b.name("b"), b.name("met"), b.name("a")}, {});
  b.graph.add_evidence({.fact = there, .source = b.name("s"), .quote = b.text("they met")});
  b.graph.add_evidence({.fact = back, .source = b.name("s"), .quote = b.text("they met")});
  b.graph.add_evidence({.fact = back, .source = b.name("t"), .quote = b.text("both met")});
  b.say("b", "met", "a");
  const PropertyGraph graph(b.graph, options);
  ASSERT_EQ(graph.edge_count(), 1U);
  EXPECT_EQ(graph.evidence(0).size(), 2U);
}

TEST(PropertyGraph, HidesDocumentsThatAreEvidenceOnly) {
  Builder b;
  const FactId fact = b.graph.add_fact({b.name("a"), b.name("met"), b.name("b")}, {});
  b.graph.add_evidence({.fact = fact, .source = b.name("report"), .quote = TermId::none});
  b.graph.add_evidence({.fact = fact, .source = b.name("treaty"), .quote = TermId::none});
  b.give("report", "title", b.text("A report"));
  b.say("a", "signed", "treaty");
  const PropertyGraph graph(b.graph, {});
  EXPECT_THAT(ids(graph), ElementsAre("a", "b", "treaty"));
}

TEST(PropertyGraph, NamesEdgesByWhatTheySay) {
  const auto edge_id = [](std::string_view further) {
    Builder b;
    if (!further.empty()) b.say(further, "knows", "a");
    b.say("a", "knows", "b");
    const PropertyGraph graph(b.graph, {});
    std::string id;
    graph.append_edge_id(0, id);
    return id;
  };
  EXPECT_EQ(edge_id(""), edge_id("z"));
  EXPECT_EQ(edge_id("").size(), 17U);
}

TEST(PropertyGraph, KeepsForeignEdgeIdsThatAreDistinct) {
  Builder b;
  const auto add = [&](std::string_view target, std::string_view id) {
    Fact fact;
    fact.edge = b.text(id);
    b.graph.add_fact({b.name("a"), b.name("knows"), b.name(target)}, fact);
  };
  add("b", "e1");
  add("c", "e2");
  add("d", "e2");
  const PropertyGraph graph(b.graph, {});
  std::vector<std::string> found(3);
  for (std::uint32_t edge = 0; edge < 3; ++edge) graph.append_edge_id(edge, found[edge]);
  EXPECT_EQ(found[0], "e1");
  EXPECT_THAT(found[1], ::testing::MatchesRegex("e[0-9a-f]+"));
  EXPECT_NE(found[1], found[2]);
}

TEST(ResourceIds, AreShortAndDistinct) {
  PrefixMap prefixes;
  prefixes.add("x", "https://x.example/ns#");
  const ResourceIds id(prefixes, "https://e.example/");
  EXPECT_EQ(id(TermView::iri("https://e.example/armenia")), "armenia");
  EXPECT_EQ(id(TermView::iri("https://x.example/ns#armenia")), "x:armenia");
  EXPECT_EQ(id(TermView::blank("armenia")), "_:armenia");
  EXPECT_EQ(id(TermView::iri("https://e.example/a/armenia")).substr(0, 8), "armenia.");
  EXPECT_NE(id(TermView::iri("https://e.example/a/armenia")), id(TermView::iri("https://e.example/b/armenia")));
  EXPECT_EQ(id(TermView::iri("https://e.example/a/armenia")).size(), 24U);
}

TEST(ShortName, IsTheLastPartOfAnIri) {
  EXPECT_EQ(short_name("https://e.example/a#b"), "b");
  EXPECT_EQ(short_name("https://e.example/a/"), "a");
  EXPECT_EQ(short_name("urn:isbn:123"), "123");
  EXPECT_EQ(short_name("https://"), "https://");
  EXPECT_EQ(short_name(""), "");
}

TEST(ReadableName, DecodesWhatEncodesToTheSame) {
  EXPECT_EQ(readable_name("https://e.example/a#Armed%20Group"), "Armed Group");
  EXPECT_EQ(readable_name("https://e.example/S%C3%A3o_Paulo"), "São_Paulo");
  EXPECT_EQ(readable_name("https://e.example/São%20Paulo"), "São Paulo");
  EXPECT_EQ(readable_name("https://e.example/a%2Fb"), "a/b");
  EXPECT_EQ(readable_name("https://e.example/100%25"), "100%");
}

TEST(ReadableName, LeavesWhatWouldNotComeBack) {
  for (const char* name : {"%41bc",              // A needs no encoding
                           "a%2fb",              // small digits
                           "S%C3%A3o_São",       // as a URI and as an IRI
                           "%C3",                // no UTF-8
                           "a%2", "a%zz",        // no encoding
                           "a%0Ab", "a%C2%85b",  // no line of text
                           "%20a", "a%20", "a%20%20b"})
    EXPECT_EQ(readable_name(std::string("https://e.example/") + name), name);
}

}  // namespace
}  // namespace graphwright
