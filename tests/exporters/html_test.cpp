#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixture.hpp"
#include "page_text.hpp"
#include "source_passages.hpp"
#include "updates_golden.hpp"

namespace graphwright {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

const fs::path golden = fs::path(GRAPHWRIGHT_SOURCE_DIR) / "tests" / "golden" / "exporters";

std::string page_of(const std::string& name, unsigned order = 0) {
  return exported(read_fixture_file((golden / name / "graph.txt").string(), order), "html");
}

/// What stands between two marks of a page.
std::string between(const std::string& page, const std::string& begin, const std::string& end) {
  const std::size_t at = page.find(begin);
  if (at == std::string::npos) return "(no " + begin + ")";
  const std::size_t from = at + begin.size();
  return page.substr(from, page.find(end, from) - from);
}

std::string data_of(const std::string& page) {
  return between(page, "<script type=\"application/json\" id=\"data\">\n", "</script>");
}

std::size_t count(const std::string& text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

class Page : public ::testing::TestWithParam<const char*> {};

TEST_P(Page, TellsItsScriptWhatTheGoldenFileSays) {
  const fs::path expected = golden / GetParam() / "graph.page.json";
  const std::string written = data_of(page_of(GetParam()));
  if (updates_golden()) std::ofstream(expected, std::ios::binary) << written;
  std::ifstream file(expected, std::ios::binary);
  EXPECT_EQ(written, std::string(std::istreambuf_iterator<char>(file), {})) << expected;
}

TEST_P(Page, HasTheSameBytesWhateverTheOrderOfTheInput) {
  const std::string first = page_of(GetParam());
  for (unsigned order = 1; order <= 3; ++order) EXPECT_EQ(page_of(GetParam(), order), first) << "order " << order;
}

TEST_P(Page, HoldsNoMarkupButItsOwn) {
  const std::string page = page_of(GetParam());
  EXPECT_EQ(count(page, "<script"), 2U);
  EXPECT_EQ(count(page, "</script"), 2U);
  EXPECT_EQ(count(page, "<style"), 1U);
  const std::string data = data_of(page);
  EXPECT_EQ(data.find_first_of("<>&"), std::string::npos);
  EXPECT_THAT(data, Not(HasSubstr("\xE2\x80\xA8")));
}

INSTANTIATE_TEST_SUITE_P(Golden, Page, ::testing::Values("claims", "hostile", "talks", "values", "vocabulary"),
                         [](const auto& one) { return std::string(one.param); });

TEST(Html, LetsNoNameBecomeMarkupOrAnAddressARun) {
  Fixture fixture = read_fixture(
      "evil rdfs:label \"</script><script>alert(1)</script><img src=x onerror=alert(2)>\"\n"
      "evil note \"\\u2028 \\u2029 ]]> <!-- \\\" onload='x'\"\n"
      "<javascript:alert(3)> knows evil\n");
  fixture.options.title = "</title><script>alert(4)</script>";
  const std::string page = exported(fixture, "html");
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, HasSubstr("<title>&lt;/title&gt;"));
  EXPECT_THAT(page, HasSubstr("\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"));
  EXPECT_THAT(page, HasSubstr("\\u2028 \\u2029"));
  EXPECT_THAT(page, Not(HasSubstr("\"link\":\"javascript")));
}

TEST(Html, FetchesNothing) {
  const std::string page = page_of("talks");
  EXPECT_THAT(page, HasSubstr("default-src 'none'; base-uri 'none'; form-action 'none';"));
  for (const char* loader : {" src=", "@import", "url(", "<link", "fetch(", "XMLHttpRequest", "import("})
    EXPECT_THAT(page, Not(HasSubstr(loader))) << loader;
}

TEST(Html, NamesItsStyleSheetAndScriptInThePolicy) {
  const std::string page = page_of("talks");
  EXPECT_THAT(page, HasSubstr("style-src " + policy_hash(between(page, "<style>", "</style>"))));
  EXPECT_THAT(page, HasSubstr("script-src " + policy_hash(between(page, "</script>\n<script>", "</script>"))));
}

TEST(Html, HashesAsPoliciesDo) {
  // The digest of the empty text, as FIPS 180-4 tests give it, in base64.
  EXPECT_EQ(policy_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

TEST(Html, ShowsQuotesInTheirParagraph) {
  const std::string text = "Far above.\n\nOn Monday Ada met Bo in Rome, and Ada praised him. Then they left.\n\nBelow.";
  Fixture fixture = read_fixture(
      "fact ada met bo\nevidence brief \"Ada met Bo\" 22 32 0.9\nevidence brief \"Ada praised him\" 46 61 0.9\n");
  fixture.options.sources = {{"https://example.org/brief", text}};
  EXPECT_THAT(
      data_of(exported(fixture, "html")),
      HasSubstr(
          "\"text\":[\"On Monday \",\"Ada met Bo\",\" in Rome, and \",\"Ada praised him\",\". Then they left.\"]"));
}

TEST(Html, ShowsAQuoteAloneWhereSomethingElseStandsInItsPlace) {
  Fixture fixture = read_fixture("fact ada met bo\nevidence brief \"Ada met Bo\" 3 13\n");
  fixture.options.sources = {{"https://example.org/brief", "Ada met Bo in Rome."}};
  EXPECT_THAT(data_of(exported(fixture, "html")), HasSubstr("\"text\":[\"\",\"Ada met Bo\",\"\"]"));
}

TEST(Html, SaysThatItDoesNotDrawTooMuch) {
  std::string chain;
  for (int i = 0; i < 5001; ++i) chain += "n" + std::to_string(i) + " next n" + std::to_string(i + 1) + "\n";
  ExportSummary summary;
  const std::string page = exported(read_fixture(chain), "html", &summary);
  EXPECT_THAT(page, HasSubstr("5002 nodes and 5001 edges are too many for a page."));
  EXPECT_THAT(page, HasSubstr("graphwright select"));
  ASSERT_EQ(summary.losses.size(), 1U);
  EXPECT_EQ(summary.losses[0].count, 5002U);
}

TEST(Html, ShowsAnEmptyGraph) { EXPECT_THAT(exported(read_fixture(""), "html"), HasSubstr("0 nodes, 0 facts")); }

TEST(SourcePassages, CutsAtWordsAndSaysSo) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "wörd ";
  text += "quote";
  for (int i = 0; i < 200; ++i) text += " wörd";
  const std::vector<SourceView> sources{{"s", text}};
  const auto context = SourcePassages(sources).around("s", 1000, 1005, "quote");
  ASSERT_TRUE(context);
  EXPECT_TRUE(context->before.starts_with("… wörd ")) << context->before;
  EXPECT_TRUE(context->after.ends_with("wörd …")) << context->after;
  EXPECT_LT(context->before.size(), 400U);
}

TEST(SourcePassages, CutsBetweenCodePointsWhereThereAreNoWords) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "語";
  const std::vector<SourceView> sources{{"s", text}};
  const auto context = SourcePassages(sources).around("s", 350, 351, "語");
  ASSERT_TRUE(context);
  EXPECT_TRUE(context->before.starts_with("…語")) << context->before;
  EXPECT_TRUE(context->after.ends_with("語")) << context->after;
}

TEST(SourcePassages, KnowsNothingBeyondTheText) {
  const std::vector<SourceView> sources{{"s", "short"}};
  const SourcePassages passages(sources);
  EXPECT_FALSE(passages.around("s", 5, 9, "more"));
  EXPECT_FALSE(passages.around("s", 4000, 4001, "x"));
  EXPECT_FALSE(passages.around("t", 0, 5, "short"));
  EXPECT_FALSE(passages.around("s", 3, 3, ""));
}

}  // namespace
}  // namespace graphwright
