#include <gtest/gtest.h>

#include "reading.hpp"

namespace graphwright {
namespace {

constexpr std::string_view root = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"a:\">";

/// Lines enough for the parser to drop some of them before it has read the last.
std::string many_lines() {
  std::string text;
  for (int line = 0; line < 60; ++line)
    text += "a line of seventy bytes or so, with an \xC3\xA9 and other letters in it ..\n";
  return text;
}

std::string errors_in(const std::string& text, std::size_t chunk = 0) {
  return read_text("rdfxml", text, {.base = "a:", .chunk = chunk}).messages;
}

/// UTF-8 as UTF-16, for text of the basic plane below U+0800.
std::string utf16(std::string_view text) {
  std::string wide = "\xFF\xFE";
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto c = static_cast<unsigned char>(text[at]);
    unsigned point = c;
    if (c >= 0xC0) point = (c & 0x1FU) << 6U | (static_cast<unsigned char>(text[++at]) & 0x3FU);
    wide += static_cast<char>(point & 0xFFU);
    wide += static_cast<char>(point >> 8U);
  }
  return wide;
}

TEST(XmlEvents, KnowWhereATagStandsBehindALongComment) {
  const std::string text = "<!--\n" + many_lines() + "-->\n" + std::string(root) + "\n  <rdf:ID/>\n</rdf:RDF>\n";
  const std::string expected = "error 64:3 rdf:ID may not be a node element [syntax]\n";
  EXPECT_EQ(errors_in(text), expected);
  EXPECT_EQ(errors_in(text, 1), expected);
  EXPECT_EQ(errors_in(text, 100), expected);
  EXPECT_EQ(errors_in("\xEF\xBB\xBF" + text), expected);
}

TEST(XmlEvents, KnowWhereATagStandsInTextThatIsConverted) {
  const std::string text = "<!--\n" + many_lines() + "-->\n" + std::string(root) + "\n  <rdf:ID/>\n</rdf:RDF>\n";
  EXPECT_EQ(errors_in(utf16(text)), "error 64:3 rdf:ID may not be a node element [syntax]\n");
}

std::string declared(std::string_view encoding, std::string_view letters) {
  return "<?xml version='1.0' encoding='" + std::string(encoding) + "'?>\n" + std::string(root) +
         "\n  <rdf:Description><e:p>" + std::string(letters) + "</e:p></rdf:Description>\n</rdf:RDF>\n";
}

TEST(XmlEvents, ReadTheEncodingThatIsDeclared) {
  const std::string expected =
      "prefix rdf http://www.w3.org/1999/02/22-rdf-syntax-ns#\n"
      "prefix e a:\n"
      "_:anon1 <a:p> \"caf\xC3\xA9 \xE2\x82\xAC\" .\n";
  for (const std::size_t chunk : {0, 1}) {
    EXPECT_EQ(read_text("rdfxml", declared("windows-1252", "caf\xE9 \x80"), {.base = "a:", .chunk = chunk}).calls,
              expected);
    EXPECT_EQ(read_text("rdfxml", declared("utf-8", "caf\xC3\xA9 \xE2\x82\xAC"), {.base = "a:", .chunk = chunk}).calls,
              expected);
  }
}

TEST(XmlEvents, RefuseBytesThatAreNotOfTheEncoding) {
  for (const std::size_t chunk : {0, 1, 5}) {
    EXPECT_EQ(errors_in(declared("US-ASCII", "ab\xE9"), chunk), "error 3:27 these bytes are not US-ASCII [xml]\n");
    EXPECT_EQ(errors_in(declared("Shift_JIS", "a\x81\x82\xFD"), chunk),
              "error 3:27 these bytes are not Shift_JIS [xml]\n");
  }
  EXPECT_EQ(errors_in(declared("x-unheard-of", "a")), "error 1:1 the encoding 'x-unheard-of' is not known [xml]\n");
  EXPECT_EQ(errors_in(declared("UTF-16", "a")),
            "error 1:1 the document is declared to be UTF-16, which its first bytes are not [xml]\n");
  EXPECT_EQ(errors_in(utf16(declared("UTF-16", "a")) + "\xD8"), "error 5:1 these bytes are not UTF-16LE [xml]\n");
}

TEST(XmlEvents, KnowWhereALongTagBegins) {
  std::string text = std::string(root) + "\n  <rdf:ID\n";
  for (int attribute = 0; attribute < 200; ++attribute)
    text += "    e:attribute" + std::to_string(attribute) + "=\"some value that takes its place\"\n";
  text += "  />\n <rdf:li/>\n</rdf:RDF>\n";
  const std::string expected =
      "error 2:3 rdf:ID may not be a node element [syntax]\n"
      "error 204:2 rdf:li may not be a node element [syntax]\n";
  EXPECT_EQ(errors_in(text), expected);
  EXPECT_EQ(errors_in(text, 7), expected);
}

TEST(XmlEvents, KnowWhereATagStandsBehindADoctype) {
  const std::string text = "<!DOCTYPE rdf:RDF [\n<!-- " + many_lines() + "-->\n<!ENTITY e \"x\">\n]>\n" +
                           std::string(root) + "\n  <e:a e:b=\"&e;\"/>\n  <rdf:ID/>\n</rdf:RDF>\n";
  EXPECT_EQ(errors_in(text), "error 67:3 rdf:ID may not be a node element [syntax]\n");
  EXPECT_EQ(errors_in(text, 1), "error 67:3 rdf:ID may not be a node element [syntax]\n");
}

}  // namespace
}  // namespace graphwright
