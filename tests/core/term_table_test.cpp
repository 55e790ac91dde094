#include "graphwright/term_table.hpp"

#include <algorithm>
#include <deque>
#include <random>
#include <string>
#include <vector>

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

/// Terms whose texts share beginnings, end within each other and hold zeros.
std::vector<TermView> alike_terms(std::deque<std::string>& texts) {
  std::mt19937 random(7);
  std::vector<TermView> terms;
  for (int i = 0; i < 4000; ++i) {
    std::string& text = texts.emplace_back(i % 3 == 0 ? "" : "http://example.org/shared/");
    for (auto left = random() % 20; left != 0; --left) text += "ab\0\xC3"[random() % 4];
    switch (random() % 5) {
      case 0:
        terms.push_back(TermView::blank(text));
        break;
      case 1:
        terms.push_back(TermView::literal(text, random() % 2 == 0 ? "http://t.example/" : ""));
        break;
      case 2:
        terms.push_back(TermView::tagged_literal(text, random() % 2 == 0 ? "EN" : "en"));
        break;
      default:
        terms.push_back(TermView::iri(text));
    }
  }
  return terms;
}

TEST(TermTable, InternsManyAtOnceAsOneByOne) {
  std::deque<std::string> texts;
  const std::vector<TermView> terms = alike_terms(texts);
  std::vector<const TermView*> places{nullptr};
  const TermView absent;
  places[0] = &absent;
  for (const TermView& term : terms) places.push_back(&term);
  std::vector<TermId> ids(places.size());
  TermTable at_once;
  at_once.intern(places, ids.data());
  TermTable one_by_one;
  EXPECT_EQ(ids[0], TermId::none);
  for (std::size_t i = 0; i < terms.size(); ++i) EXPECT_EQ(ids[i + 1], one_by_one.intern(terms[i])) << i;
  EXPECT_EQ(at_once.size(), one_by_one.size());
}

TEST(TermTable, FindsManyAtOnceAsOneByOneAndAddsNone) {
  std::deque<std::string> texts;
  const std::vector<TermView> terms = alike_terms(texts);
  const TermView absent;
  std::vector<const TermView*> places{&absent};
  TermTable table;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i % 3 != 0) table.intern(terms[i]);
    places.push_back(&terms[i]);
  }
  const std::size_t size = table.size();
  std::vector<TermId> ids(places.size());
  table.find(places, ids.data());
  EXPECT_EQ(ids[0], TermId::none);
  for (std::size_t i = 0; i < terms.size(); ++i) EXPECT_EQ(ids[i + 1], table.find(terms[i])) << i;
  EXPECT_GT(std::count(ids.begin(), ids.end(), TermId::none), 1);
  EXPECT_EQ(table.size(), size);
}

TEST(TermTable, OrdersTermsAsComparingThemDoes) {
  std::deque<std::string> texts;
  TermTable terms;
  for (const TermView& term : alike_terms(texts)) terms.intern(term);
  const std::vector<TermId> order = terms.in_order();
  ASSERT_EQ(order.size(), terms.size());
  for (std::size_t place = 1; place < order.size(); ++place)
    EXPECT_LT(compare(terms.view(order[place - 1]), terms.view(order[place])), 0) << place;
}

}  // namespace
}  // namespace graphwright
