#include "graphwright/query_text.hpp"

#include <gtest/gtest.h>

namespace graphwright {
namespace {

TEST(QueryText, KnowsTheForm) {
  EXPECT_EQ(look_at_query("PREFIX select: <x#> # ASK\nselect ?ask WHERE {}").form, QueryForm::select);
  EXPECT_EQ(look_at_query("BASE <http://ASK/> ASK {}").form, QueryForm::ask);
  EXPECT_EQ(look_at_query("CONSTRUCT WHERE { ?s ?p ?o }").form, QueryForm::construct);
  EXPECT_EQ(look_at_query("describe <x>").form, QueryForm::describe);
  EXPECT_EQ(look_at_query("DROP ALL").form, QueryForm::unknown);
}

TEST(QueryText, KnowsWhatLeaves) {
  EXPECT_TRUE(look_at_query("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }").leaves);
  EXPECT_TRUE(look_at_query("SELECT * { {} service silent ?x {} }").leaves);
  EXPECT_TRUE(look_at_query("SELECT * FROM <http://x/> {}").leaves);
  EXPECT_TRUE(look_at_query("SELECT * { ?a ?b 1 FILTER(?a<3)SERVICE <http://x/> {} }").leaves);
  EXPECT_TRUE(look_at_query("SELECT * { \\u0053ERVICE <http://x/> {} }").leaves);
}

TEST(QueryText, IsNotMisledByNamesAndStrings) {
  EXPECT_FALSE(look_at_query("SELECT ?service { ?service :service 'it''s' ; a service:x # SERVICE\n }").leaves);
  EXPECT_FALSE(
      look_at_query("SELECT * { <http://SERVICE> ?p \"\"\"a \" SERVICE \\\"\"\" , 'FROM', \"x\"@from }").leaves);
  EXPECT_FALSE(look_at_query("SELECT * { ?s ?p \"unfinished").leaves);
}

}  // namespace
}  // namespace graphwright
