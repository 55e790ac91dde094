#include "graphwright/builtin_ontology.hpp"

#include <gtest/gtest.h>

#include "graphwright/graph_builder.hpp"
#include "graphwright/symmetric_order.hpp"

#include "graph_text.hpp"

namespace graphwright {
namespace {

TEST(BuiltinOntology, HoldsTheFilesUnchanged) {
  ASSERT_EQ(builtin_ontology("diplomacy").size(), 2U);
  EXPECT_EQ(builtin_ontology("diplomacy")[1].name, "diplomacy.ttl");
  EXPECT_NE(builtin_ontology("diplomacy")[1].turtle.find("\ndip:hosted-talks a owl:ObjectProperty ;\n"),
            std::string_view::npos);
  EXPECT_EQ(builtin_ontology("diplomacy-shapes").size(), 1U);
  EXPECT_TRUE(builtin_ontology("geology").empty());
}

TEST(SymmetricOrder, PutsTheSmallerIriFirst) {
  const Ontology ontology = test::ontology_of("met a owl:SymmetricProperty\nhosted a owl:ObjectProperty\n");
  Graph graph;
  GraphBuilder builder(graph);
  SymmetricOrder order(ontology, builder);
  const auto add = [&](std::string_view s, std::string_view p, std::string_view o) {
    order.statement({TermView::iri(s), TermView::iri(p), TermView::iri(o), {}, {}});
  };
  add("https://example.org/b", "https://example.org/met", "https://example.org/a");
  add("https://example.org/a", "https://example.org/met", "https://example.org/b");
  add("https://example.org/b", "https://example.org/hosted", "https://example.org/a");
  order.finish();
  EXPECT_EQ(test::statements_of(graph), "a met b\nb hosted a\n");
}

}  // namespace
}  // namespace graphwright
