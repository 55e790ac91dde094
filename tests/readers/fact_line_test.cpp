#include "fact_line.hpp"

#include <gtest/gtest.h>

namespace graphwright {
namespace {

FactLine parse(std::string_view line) {
  FactLine parsed;
  FactLineError error;
  EXPECT_TRUE(parse_fact_line(line, parsed, error)) << line << ": " << error.message;
  return parsed;
}

FactLineError fail(std::string_view line) {
  FactLine parsed;
  FactLineError error;
  EXPECT_FALSE(parse_fact_line(line, parsed, error)) << line;
  return error;
}

TEST(FactLine, TakesThreeWordsApart) {
  const FactLine line = parse("  armenia \t met-with\n azerbaijan ");
  EXPECT_EQ(line.subject.text, "armenia");
  EXPECT_EQ(line.subject.offset, 2U);
  EXPECT_EQ(line.relation.text, "met-with");
  EXPECT_EQ(line.object.text, "azerbaijan");
  EXPECT_EQ(line.object.offset, 22U);
  EXPECT_FALSE(line.literal);
}

TEST(FactLine, TakesLiteralsApart) {
  EXPECT_EQ(parse(R"(a motto "b c")").literal->text, "b c");
  EXPECT_EQ(parse(R"(a motto "say \"x\\y\"\n\t")").literal->text, "say \"x\\y\"\n\t");
  EXPECT_EQ(parse(R"(a motto "")").literal->text, "");
  EXPECT_EQ(parse(R"(a motto "b"@pt-BR )").literal->language, "pt-BR");
  const FactLine typed = parse(R"(a length "7.5"^^xsd:decimal)");
  EXPECT_EQ(typed.literal->datatype.text, "xsd:decimal");
  EXPECT_EQ(typed.literal->datatype.offset, 16U);
  EXPECT_EQ(parse(R"(a length "7"^^<http://www.w3.org/2001/XMLSchema#integer>)").literal->datatype.text,
            "<http://www.w3.org/2001/XMLSchema#integer>");
}

TEST(FactLine, SaysWhatIsMissing) {
  EXPECT_EQ(fail("armenia").message, "a line has three words, subject relation object; here is one");
  EXPECT_EQ(fail("armenia met-with").message, "a line has three words, subject relation object; here are 2");
  EXPECT_EQ(fail(" ").message, "a line has three words, subject relation object; here are 0");
}

TEST(FactLine, SaysWhatIsTooMuch) {
  const FactLineError error = fail("ned price met-with armenia");
  EXPECT_EQ(error.offset, 19U);
  EXPECT_NE(error.message.find("a name has no spaces"), std::string::npos);
}

TEST(FactLine, RefusesBrokenLiterals) {
  EXPECT_EQ(fail(R"(a motto "b)").message, "the double quote is never closed");
  EXPECT_EQ(fail(R"(a motto "b)").offset, 8U);
  EXPECT_EQ(fail(R"(a motto "b\q")").offset, 10U);
  EXPECT_EQ(fail(R"(a motto "b\)").offset, 10U);
  EXPECT_EQ(fail(R"(a motto "b"c)").offset, 11U);
  EXPECT_EQ(fail(R"(a motto "b"@)").offset, 12U);
  EXPECT_EQ(fail(R"(a motto "b"^^)").offset, 13U);
  EXPECT_EQ(fail(R"(a motto "b"@en c)").offset, 15U);
  EXPECT_EQ(fail(R"("a" motto b)").message, "the subject of a line is a name");
  EXPECT_EQ(fail(R"(a "motto" b)").message, "the relation of a line is a name");
}

}  // namespace
}  // namespace graphwright
