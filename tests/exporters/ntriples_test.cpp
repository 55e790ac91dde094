#include <random>

#include <gtest/gtest.h>

#include "graphwright/ntriples_text.hpp"
#include "graphwright/utf8.hpp"

#include "exporting.hpp"

namespace graphwright {
namespace {

const TermView s = TermView::iri("http://a/s");
const TermView p = TermView::iri("http://a/p");

std::string write_object(const TermView& object) { return export_text("ntriples", {{s, p, object, {}, {}}}); }

TEST(NTriplesExporter, WritesTheCanonicalForm) {
  EXPECT_EQ(write_object(TermView::iri("http://a/o")), "<http://a/s> <http://a/p> <http://a/o> .\n");
  EXPECT_EQ(write_object(TermView::blank("b0")), "<http://a/s> <http://a/p> _:b0 .\n");
  EXPECT_EQ(write_object(TermView::literal("")), "<http://a/s> <http://a/p> \"\" .\n");
  EXPECT_EQ(write_object(TermView::literal("o", "http://www.w3.org/2001/XMLSchema#string")),
            "<http://a/s> <http://a/p> \"o\" .\n");
  EXPECT_EQ(write_object(TermView::literal("o", "http://a/d")), "<http://a/s> <http://a/p> \"o\"^^<http://a/d> .\n");
  EXPECT_EQ(write_object(TermView::tagged_literal("o", "en-GB")), "<http://a/s> <http://a/p> \"o\"@en-gb .\n");
  EXPECT_EQ(write_object(TermView::tagged_literal("o", "he", Direction::rtl)),
            "<http://a/s> <http://a/p> \"o\"@he--rtl .\n");
  const TripleView triple{s, p, TermView::blank("x")};
  EXPECT_EQ(write_object(TermView::triple_term(triple)),
            "<http://a/s> <http://a/p> <<( <http://a/s> <http://a/p> _:x )>> .\n");
}

TEST(NTriplesExporter, EscapesWhatItMustAndNothingElse) {
  std::string all;
  for (char32_t c = 0; c < 0x100; ++c) append_utf8(c, all);
  all += "\xEF\xBF\xBD\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBC\x8C\xF0\x9F\x98\x80";
  std::string expected = "<http://a/s> <http://a/p> ";
  append_ntriples(TermView::literal(all), expected);
  EXPECT_EQ(write_object(TermView::literal(all)), expected + " .\n");
  EXPECT_EQ(write_object(TermView::iri("http://a/b c{d}\\~!")),
            "<http://a/s> <http://a/p> <http://a/b\\u0020c\\u007Bd\\u007D\\u005C~!> .\n");
}

TEST(NTriplesExporter, WritesLongTextsInPieces) {
  std::mt19937 random(3);
  std::string text;
  while (text.size() < 200000) append_utf8(U"ab\u00E9\u20AC\U0001F600\uFFFE\n\uFF0C"[random() % 8], text);
  std::string expected = "<http://a/s> <http://a/p> ";
  append_ntriples(TermView::literal(text), expected);
  EXPECT_EQ(write_object(TermView::literal(text)), expected + " .\n");
  const std::string iri = "http://a/" + std::string(100000, 'x');
  EXPECT_EQ(write_object(TermView::iri(iri)), "<http://a/s> <http://a/p> <" + iri + "> .\n");
}

TEST(NTriplesExporter, CountsTheGraphNamesThatItLoses) {
  StringOutput out;
  const auto exporter = find_exporter("ntriples")->open(out, {});
  exporter->statement({s, p, s, TermView::iri("http://a/g"), {}});
  exporter->statement({s, p, s, {}, {}});
  exporter->node(s, {});
  exporter->finish();
  EXPECT_EQ(out.take(), "<http://a/s> <http://a/p> <http://a/s> .\n<http://a/s> <http://a/p> <http://a/s> .\n");
  ASSERT_EQ(exporter->summary().losses.size(), 2U);
  EXPECT_EQ(exporter->summary().statements, 2U);
  EXPECT_EQ(exporter->summary().losses[0].kind, "graph name");
  EXPECT_EQ(exporter->summary().losses[0].count, 1U);
  EXPECT_EQ(exporter->summary().losses[1].kind, "resource without statements");
}

TEST(NQuadsExporter, WritesGraphNames) {
  EXPECT_EQ(export_text("nquads", {{s, p, s, TermView::blank("g"), {}}, {s, p, s, {}, {}}}),
            "<http://a/s> <http://a/p> <http://a/s> _:g .\n<http://a/s> <http://a/p> <http://a/s> .\n");
}

}  // namespace
}  // namespace graphwright
