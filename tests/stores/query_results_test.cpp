#include "graphwright/query_results.hpp"

#include <gtest/gtest.h>

#include "graphwright/store.hpp"

namespace graphwright {
namespace {

constexpr std::string_view answer = R"({"head": {"vars": ["a", "b"]}, "results": {"bindings": [
  {"a": {"type": "uri", "value": "http://x/a"}, "b": {"type": "literal", "value": "q\"\n,", "xml:lang": "en"}},
  {"a": {"type": "bnode", "value": "n1"}},
  {"b": {"type": "typed-literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}]}})";

std::string written(std::string_view json, ResultsFormat format) {
  StringOutput output;
  write_results(parse_results(json), format, output);
  return output.take();
}

TEST(QueryResults, AreWrittenAsCsv) {
  EXPECT_EQ(written(answer, ResultsFormat::csv), "a,b\r\nhttp://x/a,\"q\"\"\n,\"\r\n_:n1,\r\n,1\r\n");
}

TEST(QueryResults, AreWrittenAsTsv) {
  EXPECT_EQ(written(answer, ResultsFormat::tsv),
            "?a\t?b\n<http://x/a>\t\"q\\\"\\n,\"@en\n_:n1\t\n\t\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>\n");
}

TEST(QueryResults, AreWrittenAsTable) {
  EXPECT_EQ(written(answer, ResultsFormat::table),
            "a           b\n----------  ----\nhttp://x/a  q\" ,\n_:n1        \n            1\n");
}

TEST(QueryResults, KeepAllInJson) {
  const QueryResults once = parse_results(written(answer, ResultsFormat::json));
  EXPECT_EQ(once.variables, parse_results(answer).variables);
  EXPECT_EQ(once.rows, parse_results(answer).rows);
}

TEST(QueryResults, SayTrueOrFalse) {
  constexpr std::string_view no = R"({"head": {}, "boolean": false})";
  EXPECT_EQ(written(no, ResultsFormat::table), "false\n");
  EXPECT_EQ(written(no, ResultsFormat::csv), "boolean\r\nfalse\r\n");
}

TEST(QueryResults, KnowHowVirtuosoSaysTrueOrFalse) {
  constexpr std::string_view yes = R"({"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": [
    {"__ASK_RETVAL": {"type": "typed-literal", "value": "1"}}]}})";
  EXPECT_EQ(written(yes, ResultsFormat::table), "true\n");
}

TEST(QueryResults, RefuseWhatTheyAreNot) {
  for (const std::string_view json :
       {"", "[]", "{\"head\": {}}", "{\"head\": {\"vars\": [1]}, \"results\": {}}", "<html>"})
    EXPECT_THROW(parse_results(json), StoreError) << json;
  EXPECT_THROW(parse_results(answer.substr(0, answer.size() - 2)), StoreError);
}

}  // namespace
}  // namespace graphwright
