#include "graphwright/iri.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

struct Reference {
  std::string_view reference;
  std::string_view target;
};

void expect_targets(std::string_view base, const std::vector<Reference>& references) {
  const BaseIri iri(base);
  for (const Reference& one : references) EXPECT_EQ(iri.resolve(one.reference), one.target) << one.reference;
}

TEST(BaseIri, ResolvesTheNormalExamplesOfRfc3986) {
  expect_targets("http://a/b/c/d;p?q", {{"g:h", "g:h"},
                                        {"g", "http://a/b/c/g"},
                                        {"./g", "http://a/b/c/g"},
                                        {"g/", "http://a/b/c/g/"},
                                        {"/g", "http://a/g"},
                                        {"//g", "http://g"},
                                        {"?y", "http://a/b/c/d;p?y"},
                                        {"g?y", "http://a/b/c/g?y"},
                                        {"#s", "http://a/b/c/d;p?q#s"},
                                        {"g#s", "http://a/b/c/g#s"},
                                        {"g?y#s", "http://a/b/c/g?y#s"},
                                        {";x", "http://a/b/c/;x"},
                                        {"g;x", "http://a/b/c/g;x"},
                                        {"g;x?y#s", "http://a/b/c/g;x?y#s"},
                                        {"", "http://a/b/c/d;p?q"},
                                        {".", "http://a/b/c/"},
                                        {"./", "http://a/b/c/"},
                                        {"..", "http://a/b/"},
                                        {"../", "http://a/b/"},
                                        {"../g", "http://a/b/g"},
                                        {"../..", "http://a/"},
                                        {"../../", "http://a/"},
                                        {"../../g", "http://a/g"}});
}

TEST(BaseIri, ResolvesTheAbnormalExamplesOfRfc3986) {
  expect_targets("http://a/b/c/d;p?q", {{"../../../g", "http://a/g"},
                                        {"../../../../g", "http://a/g"},
                                        {"/./g", "http://a/g"},
                                        {"/../g", "http://a/g"},
                                        {"g.", "http://a/b/c/g."},
                                        {".g", "http://a/b/c/.g"},
                                        {"g..", "http://a/b/c/g.."},
                                        {"..g", "http://a/b/c/..g"},
                                        {"./../g", "http://a/b/g"},
                                        {"./g/.", "http://a/b/c/g/"},
                                        {"g/./h", "http://a/b/c/g/h"},
                                        {"g/../h", "http://a/b/c/h"},
                                        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
                                        {"g;x=1/../y", "http://a/b/c/y"},
                                        {"g?y/./x", "http://a/b/c/g?y/./x"},
                                        {"g?y/../x", "http://a/b/c/g?y/../x"},
                                        {"g#s/./x", "http://a/b/c/g#s/./x"},
                                        {"g#s/../x", "http://a/b/c/g#s/../x"},
                                        {"http:g", "http:g"}});
}

TEST(BaseIri, KeepsTheDotsOfTheBaseWhereItsPathIsTakenWhole) {
  expect_targets("http://a/b/../d;p?q", {{"", "http://a/b/../d;p?q"},
                                         {"#s", "http://a/b/../d;p?q#s"},
                                         {"?y", "http://a/b/../d;p?y"},
                                         {"g", "http://a/g"},
                                         {"./g", "http://a/g"},
                                         {"../g", "http://a/g"}});
}

TEST(BaseIri, KeepsTheDotsOfAnIri) {
  expect_targets("http://a/b", {{"http://c/d/../e", "http://c/d/../e"}, {"urn:x:./y", "urn:x:./y"}});
}

TEST(BaseIri, KeepsEmptySegments) {
  expect_targets("http://ab//de//ghi",
                 {{"xyz", "http://ab//de//xyz"}, {"./xyz", "http://ab//de//xyz"}, {"../xyz", "http://ab//de/xyz"}});
}

TEST(BaseIri, TellsAbsentFromEmpty) {
  expect_targets("http://a/b?q", {{"?", "http://a/b?"}, {"#", "http://a/b?q#"}, {"c?#", "http://a/c?#"}});
  expect_targets("http://a", {{"b", "http://a/b"}, {"?y", "http://a?y"}, {"", "http://a"}, {"../b", "http://a/b"}});
}

TEST(BaseIri, ResolvesAgainstABaseWithoutAuthority) {
  expect_targets("urn:ex:s", {{"#f", "urn:ex:s#f"}, {"g", "urn:g"}, {"//h/i", "urn://h/i"}});
  expect_targets("file:///a/b", {{"c", "file:///a/c"}, {"/c", "file:///c"}, {"../../c", "file:///c"}});
}

TEST(BaseIri, LeavesReferencesAloneWhereThereIsNoBase) {
  const BaseIri none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.resolve("a/../b"), "a/../b");
}

TEST(SplitIri, TakesAnyStringApart) {
  const IriParts parts = split_iri("http://u@h:1/p/q?a?b#c#d");
  EXPECT_EQ(parts.scheme, "http");
  EXPECT_EQ(parts.authority, "u@h:1");
  EXPECT_EQ(parts.path, "/p/q");
  EXPECT_EQ(parts.query, "a?b");
  EXPECT_EQ(parts.fragment, "c#d");
  const IriParts bare = split_iri("1a:b");
  EXPECT_FALSE(bare.scheme);
  EXPECT_EQ(bare.path, "1a:b");
}

TEST(HasScheme, AsksForALetterFirst) {
  for (const std::string_view iri : {"a:", "http://x", "urn:a", "x+y-z.1:"}) EXPECT_TRUE(has_scheme(iri)) << iri;
  for (const std::string_view iri : {"", ":", "1a:", "//a:b", "a/b:c", "a", "-a:", "\xC3\xA9:"})
    EXPECT_FALSE(has_scheme(iri)) << iri;
}

TEST(FindIriError, AcceptsWellFormedReferences) {
  for (const std::string_view iri :
       {"http://example.org/", "urn:isbn:0451450523", "mailto:a@b.example", "http://[2001:db8::7]:80/c=GB?o#f",
        "http://u:p@h.example:8042/over/there?name=ferret#nose", "http://ex\xC3\xA4mple/\xD5\x80\xD5\xA1\xD5\xB5",
        "../a;b=c", "", "#f", "?q=\xEE\x80\x80", "tel:+1-816-555-1212", "http://a/%7Eb", "x:a:b", "./a:b"})
    EXPECT_EQ(find_iri_error(iri), std::nullopt) << iri;
}

TEST(FindIriError, SaysWhatIsWrong) {
  const auto error = [](std::string_view iri) { return find_iri_error(iri).value_or("nothing"); };
  EXPECT_EQ(error("http://a/b c"), "the path must not contain U+0020");
  EXPECT_EQ(error("http://a/<b>"), "the path must not contain '<'");
  EXPECT_EQ(error("http://a/%zz"), "'%' must be followed by two hexadecimal digits, but the path has '%zz'");
  EXPECT_EQ(error("http://a/%4"), "'%' must be followed by two hexadecimal digits, but the path has '%4'");
  EXPECT_EQ(error("http://a/?q=[1]"), "the query must not contain '['");
  EXPECT_EQ(error("http://a/#b#c"), "the fragment must not contain '#'");
  EXPECT_EQ(error("http://a:b/"), "the port must be a number, but is 'b'");
  EXPECT_EQ(error("http://a^b/"), "the host must not contain '^'");
  EXPECT_EQ(error("http://[::g]/"), "'[::g]' is not an IP address");
  EXPECT_EQ(error("1a:b"), "'1a' is not a scheme");
  EXPECT_EQ(error("http://a/\xFF"), "it is not well-formed UTF-8");
  EXPECT_EQ(error("http://a/\xEE\x80\x80"), "the path must not contain U+E000");
}

TEST(FileIri, IsAbsoluteAndEncoded) {
  EXPECT_EQ(file_iri("/a/b c#d\xC3\xA9.ttl"), "file:///a/b%20c%23d%C3%A9.ttl");
  EXPECT_EQ(file_iri("/a/./b/../c"), "file:///a/c");
  EXPECT_TRUE(file_iri("x.ttl").starts_with("file:///"));
}

}  // namespace
}  // namespace graphwright
