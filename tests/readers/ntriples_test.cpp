#include <gtest/gtest.h>

#include "reading.hpp"

namespace graphwright {
namespace {

std::string read(std::string_view text, const HowToRead& how = {}) {
  const Reading reading = read_text("ntriples", text, how);
  return reading.calls + reading.messages;
}

std::string read_quads(std::string_view text, const HowToRead& how = {}) {
  const Reading reading = read_text("nquads", text, how);
  return reading.calls + reading.messages;
}

TEST(NTriples, ReadsEachKindOfTerm) {
  EXPECT_EQ(read("<http://a/s> <http://a/p> <http://a/o> .\n"
                 "_:b0 <http://a/p> _:1.x-y .\n"
                 "<http://a/s> <http://a/p> \"\" .\n"
                 "<http://a/s> <http://a/p> \"chat\"@fr-BE .\n"
                 "<http://a/s> <http://a/p> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"),
            "<http://a/s> <http://a/p> <http://a/o> .\n"
            "_:b0 <http://a/p> _:1.x-y .\n"
            "<http://a/s> <http://a/p> \"\" .\n"
            "<http://a/s> <http://a/p> \"chat\"@fr-be .\n"
            "<http://a/s> <http://a/p> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
}

TEST(NTriples, SkipsAByteOrderMarkBeforeALineLongerThanABlock) {
  const std::string line = "<a:s> <a:p> \"" + std::string(200, 'x') + "\" .\n";
  EXPECT_EQ(read("\xEF\xBB\xBF" + line, {.block_bytes = 64}), line);
  EXPECT_EQ(read("\xEF\xBB\xBF<a:s> <a:p> \"" + std::string(200, 'x') + "\xFF\" .\n", {.block_bytes = 64}),
            "error 1:214 the byte 0xFF is not UTF-8 here [encoding]\n");
}

TEST(NTriples, ReadsTheTermsOfRdf12) {
  EXPECT_EQ(read("VERSION \"1.2\" # announced\n"
                 "<a:s><a:p><<(_:x<a:q><<( <a:s> <a:p> \"o\" )>>)>>.\n"
                 "<a:s> <a:p> \"x\"@he--rtl .\n"),
            "<a:s> <a:p> <<( _:x <a:q> <<( <a:s> <a:p> \"o\" )>> )>> .\n"
            "<a:s> <a:p> \"x\"@he--rtl .\n");
}

TEST(NTriples, UnescapesStringsAndIris) {
  EXPECT_EQ(read(R"(<a:\u00E9\U0001F600> <a:p> "\t\b\n\r\f\"\'\\\u0041\U0001F600" .)"),
            "<a:\xC3\xA9\xF0\x9F\x98\x80> <a:p> \"\\t\\b\\n\\r\\f\\\"'\\\\A\xF0\x9F\x98\x80\" .\n");
}

TEST(NTriples, TakesBlanksCommentsAndEveryLineEnd) {
  EXPECT_EQ(read("\xEF\xBB\xBF# first\r\n\r\n  <a:s>\t<a:p>  \"o\"  ^^  <a:d>  .  # why\r<a:s> <a:p> \"o\" @en .\r\n"
                 "\t\n<a:s> <a:p> _:b.",
                 {.with_locations = true}),
            "3:3 <a:s> <a:p> \"o\"^^<a:d> .\n"
            "4:1 <a:s> <a:p> \"o\"@en .\n"
            "6:1 <a:s> <a:p> _:b .\n");
}

TEST(NTriples, KeepsRawCharactersOfStrings) {
  EXPECT_EQ(read("<a:s> <a:p> \"\t\x01'\x7F\xD5\x80\" ."), "<a:s> <a:p> \"\\t\\u0001'\\u007F\xD5\x80\" .\n");
}

TEST(NTriples, SaysWhatIsWrongWithATerm) {
  EXPECT_EQ(read("\"s\" <a:p> <a:o> ."), "error 1:1 a literal cannot be the subject [syntax]\n");
  EXPECT_EQ(read("s <a:p> <a:o> ."), "error 1:1 expected an IRI or a blank node as subject, found 's' [syntax]\n");
  EXPECT_EQ(read("<a:s> _:p <a:o> ."), "error 1:7 a blank node cannot be the predicate [syntax]\n");
  EXPECT_EQ(read("<a:s> \"p\" <a:o> ."), "error 1:7 a literal cannot be the predicate [syntax]\n");
  EXPECT_EQ(read("<a:s> a <a:o> ."), "error 1:7 expected an IRI as predicate, found 'a' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> 1 ."),
            "error 1:13 expected an IRI, a blank node or a literal as object, found '1' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p>\n"),
            "error 1:12 expected an IRI, a blank node or a literal as object, found a line end [syntax]\n");
  EXPECT_EQ(read("_: <a:p> <a:o> ."), "error 1:1 expected a blank node label behind '_:' [syntax]\n");
  EXPECT_EQ(read("_:-a <a:p> <a:o> ."), "error 1:1 expected a blank node label behind '_:' [syntax]\n");
  EXPECT_EQ(read("_x <a:p> <a:o> ."), "error 1:1 expected ':' behind '_' [syntax]\n");
}

TEST(NTriples, SaysWhatIsWrongWithAnIri) {
  EXPECT_EQ(read("<a:s> <p> <a:o> ."), "error 1:7 <p> has no scheme; only absolute IRIs can stand here [syntax]\n");
  EXPECT_EQ(read("<a:s b> <a:p> <a:o> ."), "error 1:5 an IRI must not contain a space [syntax]\n");
  EXPECT_EQ(read("<a:{s}> <a:p> <a:o> ."), "error 1:4 an IRI must not contain '{' [syntax]\n");
  EXPECT_EQ(read("<a:s\n> <a:p> <a:o> ."),
            "error 1:1 this IRI is not closed by '>' on its line [syntax]\n"
            "error 2:1 expected an IRI or a blank node as subject, found '>' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> <a:o"), "error 1:13 this IRI is not closed by '>' [syntax]\n");
  EXPECT_EQ(read("<a:\\n> <a:p> <a:o> ."), "error 1:4 in an IRI only \\u and \\U may follow a backslash [syntax]\n");
  EXPECT_EQ(read("<a:\\u0020> <a:p> <a:o> ."),
            "error 1:4 this escape stands for a space, which an IRI must not contain [syntax]\n");
}

TEST(NTriples, SaysWhatIsWrongWithAString) {
  EXPECT_EQ(read("<a:s> <a:p> \"o\n"), "error 1:13 this string is not closed on its line [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o"), "error 1:13 this string is not closed [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"\xC3\xA9\\z\" ."),
            "error 1:15 'z' is no escape that the grammar knows after a backslash [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"\\u12g4\" ."), "error 1:14 \\u must be followed by four hexadecimal digits [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"\\U0001F6\" ."),
            "error 1:14 \\U must be followed by eight hexadecimal digits [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"\\uD83D\\uDE00\" ."),
            "error 1:14 \\uD83D is half a surrogate pair, not a character [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"\\U00110000\" ."), "error 1:14 this escape is beyond U+10FFFF [syntax]\n");
}

TEST(NTriples, SaysWhatIsWrongBehindAString) {
  EXPECT_EQ(read("<a:s> <a:p> \"o\"@1 ."), "error 1:16 expected a language tag behind '@' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o\"@en- ."), "error 1:16 a language tag must not end in '-' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o\"@en--up ."), "error 1:21 the base direction must be 'ltr' or 'rtl' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o\"@en--LTR ."), "error 1:21 the base direction must be 'ltr' or 'rtl' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o\"^<a:d> ."), "error 1:16 expected '^^' and the IRI of a datatype [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o\"^^_:d ."), "error 1:16 expected '^^' and the IRI of a datatype [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> ."),
            "error 1:18 a literal of this datatype needs a language tag in place of it [syntax]\n");
}

TEST(NTriples, SaysWhatIsWrongWithAStatement) {
  EXPECT_EQ(read("<a:s> <a:p> <a:o>\n"), "error 1:18 expected '.', found a line end [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> <a:o> <a:g> .\n"),
            "error 1:19 expected '.', found a fourth term: is this N-Quads? [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> <a:o> . <a:s> <a:p> <a:o> ."),
            "error 1:21 expected the end of the line behind '.' [syntax]\n");
  EXPECT_EQ(read("Version \"1.2\"\n"), "error 1:1 expected a statement [syntax]\n");
  EXPECT_EQ(read("VERSION 1.2\n"), "error 1:9 expected a version in double quotes behind VERSION [syntax]\n");
  EXPECT_EQ(read("VERSION \"1.2\" .\n"), "error 1:15 expected the end of the line behind the version [syntax]\n");
}

TEST(NTriples, RefusesTripleTermsElsewhereThanAsObject) {
  EXPECT_EQ(read("<<( <a:s> <a:p> <a:o> )>> <a:p> <a:o> ."),
            "error 1:1 a triple term cannot be the subject [syntax]\n");
  EXPECT_EQ(read("<a:s> <<( <a:s> <a:p> <a:o> )>> <a:o> ."),
            "error 1:7 a triple term cannot be the predicate [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> << <a:s> <a:p> <a:o> >> ."),
            "error 1:13 expected an object; a triple term begins with '<<(' [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> <<( <a:s> <a:p> <a:o> ."),
            "error 1:35 expected ')>>' at the end of the triple term [syntax]\n");
  EXPECT_EQ(read("<a:s> <a:p> <<( <a:s> <a:p> <<( <a:s> <a:p> 1 )>> )>> .", {.max_depth = 1}),
            "error 1:29 triple terms are nested deeper than 1 [syntax]\n");
}

TEST(NTriples, GoesOnAtTheNextLine) {
  EXPECT_EQ(read("<a:s> <a:p> <a:1> .\n<a:s> <a:p> <b> .\n<a:s> <a:p> <a:2> .\nrubbish\n<a:s> <a:p> <a:3> .\n"),
            "<a:s> <a:p> <a:1> .\n<a:s> <a:p> <a:2> .\n<a:s> <a:p> <a:3> .\n"
            "error 2:13 <b> has no scheme; only absolute IRIs can stand here [syntax]\n"
            "error 4:1 expected an IRI or a blank node as subject, found 'r' [syntax]\n");
}

TEST(NTriples, RefusesWhatIsNotUtf8) {
  EXPECT_EQ(read("<a:s> <a:p> \"caf\xE9\" .\n# \xC0\x80\n<a:s> <a:p> \"\xD5\x80\" .\n"),
            "<a:s> <a:p> \"\xD5\x80\" .\n"
            "error 1:17 the byte 0xE9 is not UTF-8 here [encoding]\n"
            "error 2:3 the byte 0xC0 is not UTF-8 here [encoding]\n");
}

TEST(NTriples, RefusesLinesBeyondTheLimit) {
  const std::string long_line = "<a:s> <a:p> \"" + std::string(5000, 'x') + "\" .";
  EXPECT_EQ(read("<a:s> <a:p> <a:1> .\n" + long_line + "\n<a:s> <a:p> <a:2> .\n",
                 {.with_locations = true, .block_bytes = 64, .max_token_bytes = 1000}),
            "1:1 <a:s> <a:p> <a:1> .\n3:1 <a:s> <a:p> <a:2> .\n"
            "error 2:1 this line is longer than 1000 bytes [limit]\n");
  EXPECT_EQ(read(long_line, {.block_bytes = 64, .max_token_bytes = 1000}),
            "error 1:1 this line is longer than 1000 bytes [limit]\n");
}

TEST(NTriples, MendsWhatRealFilesDoIfAsked) {
  const HowToRead lenient{.base = "http://base/x", .lenient = true};
  EXPECT_EQ(read("<y z> <a:p> \"\\z\\uD83D\\uDE00\\uD83D\"@en_us . <a:s> <a:p> \"x\\u00e9\" .", lenient),
            "<http://base/y%20z> <a:p> \"\\\\z\xF0\x9F\x98\x80\xEF\xBF\xBD\"@en-us .\n"
            "<a:s> <a:p> \"x\xC3\xA9\" .\n"
            "warning 1:3 a space in an IRI is percent-encoded [mended]\n"
            "warning 1:1 <y%20z> has no scheme and is read as relative to the base [mended]\n"
            "warning 1:14 a backslash that begins no escape is kept as it is [mended]\n"
            "warning 1:16 a surrogate pair is read as the character that it stands for [mended]\n"
            "warning 1:28 half a surrogate pair is replaced by U+FFFD [mended]\n"
            "warning 1:35 '_' in a language tag is read as '-' [mended]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"o\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .", lenient),
            "<a:s> <a:p> \"o\" .\n"
            "warning 1:18 a literal without a language tag cannot be of this datatype: read as a string [mended]\n");
  EXPECT_EQ(read("<a:s> <a:p> \"a\" .\n<a:s> <a:p> \"\xE9\xD5\x80\xFF\" .\n", lenient),
            "<a:s> <a:p> \"a\" .\n<a:s> <a:p> \"\xEF\xBF\xBD\xD5\x80\xEF\xBF\xBD\" .\n"
            "warning 2:0 2 bytes from this line on are not UTF-8 and are read as U+FFFD [mended]\n");
}

TEST(NQuads, ReadsGraphNames) {
  EXPECT_EQ(read_quads("<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> \"o\"@en _:g .\n<a:s> <a:p> \"o\".\n"),
            "<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> \"o\"@en _:g .\n<a:s> <a:p> \"o\" .\n");
  EXPECT_EQ(read_quads("<a:s> <a:p> <a:o> \"g\" ."),
            "error 1:19 expected '.' or the name of a graph, found '\"' [syntax]\n");
  EXPECT_EQ(read_quads("<a:s> <a:p> <a:o> <a:g> <a:h> ."), "error 1:25 expected '.', found '<' [syntax]\n");
}

/// Statements, errors and their places must not depend on how the bytes arrive.
TEST(NTriples, GivesTheSameForAnyChunkAndBlock) {
  const std::string text =
      "\xEF\xBB\xBF<http://a/s> <http://a/p> \"\xD5\x80\\u00e9\xE2\x82\xAC\"@en-GB .\r\n"
      "# comment \xF0\x9F\x98\x80\r"
      "_:b.c <http://a/p> _:d\xC3\xA9.\n"
      "<http://a/s> <http://a/p> <<( _:a <http://a/p> \"x\"^^<http://a/d> )>> <http://a/g> .\n"
      "<http://a/s> <http://a/p> \"bad \xFF byte\" .\n"
      "<http://a/s> <http://a/p> \"open\n"
      "\n"
      "<http://a/s> <http://a/p> \"x\"@e--ltr .\r\n"
      "VERSION \"1.2\"\n"
      "  _:z <http://a/" +
      std::string(200, 'p') + "> \"last\" .";
  const auto run = [&](std::size_t chunk, std::size_t block) {
    return read_quads(text, {.with_locations = true, .chunk = chunk, .block_bytes = block});
  };
  const std::string expected = run(0, 1 << 17);
  EXPECT_NE(expected.find("10:3 _:z"), std::string::npos) << expected;
  for (const std::size_t chunk : {1, 2, 3, 7, 64})
    for (const std::size_t block : {1, 64, 128, 192, 1024})
      EXPECT_EQ(run(chunk, block), expected) << chunk << ' ' << block;
}

}  // namespace
}  // namespace graphwright
