#include "graphwright/term_table.hpp"

#include <string>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

TEST(TermTable, GivesEqualTermsOneId) {
  TermTable terms;
  const TermId a = terms.intern(TermView::iri("http://a.example/"));
  EXPECT_EQ(terms.intern(TermView::iri("http://a.example/")), a);
  EXPECT_NE(terms.intern(TermView::literal("http://a.example/")), a);
  EXPECT_NE(terms.intern(TermView::blank("http://a.example/")), a);
}

TEST(TermTable, KeepsTheSpellingOfALanguageTagAndComparesWithoutCase) {
  TermTable terms;
  const TermId first = terms.intern(TermView::tagged_literal("colour", "en-GB"));
  EXPECT_EQ(terms.intern(TermView::tagged_literal("colour", "EN-gb")), first);
  EXPECT_EQ(terms.find(TermView::tagged_literal("colour", "en-gb")), first);
  EXPECT_EQ(terms.view(first).language(), "en-GB");
  const TermId other = terms.intern(TermView::tagged_literal("other", "EN-GB"));
  EXPECT_EQ(terms.view(other).language(), "EN-GB");
}

TEST(TermTable, TakesXsdStringAsSaid) {
  TermTable terms;
  EXPECT_EQ(terms.intern(TermView::literal("x", "http://www.w3.org/2001/XMLSchema#string")),
            terms.intern(TermView::literal("x")));
}

TEST(TermTable, InternsTripleTermsWithinTripleTerms) {
  TermTable terms;
  const TripleView inner{TermView::iri("s:"), TermView::iri("p:"), TermView::literal("o")};
  const TripleView outer{TermView::iri("s:"), TermView::iri("p:"), TermView::triple_term(inner)};
  const TermId id = terms.intern(TermView::triple_term(outer));
  EXPECT_EQ(terms.intern(TermView::triple_term(outer)), id);
  EXPECT_EQ(terms.view(id), TermView::triple_term(outer));
}

TEST(TermTable, InternsATextThatPointsNowhere) {
  TermTable terms;
  EXPECT_EQ(terms.text(terms.intern(TermView::literal({}))), "");
}

TEST(TermTable, KeepsViewsValidWhileItGrows) {
  TermTable terms;
  const TermView first = terms.view(terms.intern(TermView::literal("first")));
  for (int i = 0; i < 100000; ++i) terms.intern(TermView::literal(std::to_string(i)));
  EXPECT_EQ(first.text, "first");
  EXPECT_EQ(terms.size(), 100001U);
  EXPECT_EQ(terms.text(terms.find(TermView::literal("77777"))), "77777");
}

}  // namespace
}  // namespace graphwright
