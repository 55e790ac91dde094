#include "graphwright/lexical_form.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

struct Case {
  std::string datatype;
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"boolean", {"true", "false", "1", "0"}, {"", "yes", "TRUE"}},
      {"integer", {"0", "-12", "+7", "00012", "123456789012345678901234567890"}, {"", "-", "1.0", "1e3", " 1", "one"}},
      {"nonNegativeInteger", {"0", "-0", "17"}, {"-1", ""}},
      {"positiveInteger", {"1", "+1"}, {"0", "-1"}},
      {"negativeInteger", {"-1"}, {"0", "-0", "1"}},
      {"nonPositiveInteger", {"0", "-1"}, {"1"}},
      {"byte", {"-128", "+127"}, {"128"}},
      {"unsignedByte", {"0", "255", "-0"}, {"256", "-1"}},
      {"int", {"2147483647"}, {"2147483648"}},
      {"long", {"-9223372036854775808"}, {"9223372036854775808"}},
      {"decimal", {"7.5", ".5", "5.", "-1"}, {"1e3", ".", "", "1,5", "NaN"}},
      {"double", {"1e3", "-1.5E-7", "INF", "NaN", "7"}, {"", "e3", "1e", "nan"}},
      {"gYear", {"2022", "-0044", "12022", "2022Z"}, {"22", "02022", "2022-11", "MMXXII"}},
      {"gYearMonth", {"2022-11", "2022-11+04:00"}, {"2022-13", "2022"}},
      {"date",
       {"2022-11-07", "2024-02-29", "2022-11-07Z", "-0044-03-15"},
       {"2024-02-30", "2023-02-29", "2022-11-7", "7 November 2022", ""}},
      {"dateTime",
       {"2022-11-07T10:30:00", "2022-11-07T10:30:00.25-05:00"},
       {"2022-11-07", "2022-11-07T10:30", "2022-02-30T10:30:00Z"}},
      {"time", {"10:30:00", "10:30:00Z"}, {"10:30", "25:00:00"}},
      {"language", {"en", "pt-BR", "sl-rozaj-1994"}, {"", "e n", "en_US", "en-", "verylonglanguage", "12"}},
      {"anyURI", {"https://example.org/a?b#c", "a/b"}, {"a b", "<x>"}},
      {"string", {"", "anything"}, {}},
      {"unknownDatatype", {"anything"}, {}},
  };
  return all;
}

TEST(LexicalError, TellsWhatBelongsToADatatype) {
  for (const Case& one : cases()) {
    const std::string datatype = std::string(iri::xsd::ns) + one.datatype;
    for (const std::string& form : one.good)
      EXPECT_EQ(find_lexical_error(form, datatype), std::nullopt) << one.datatype;
    for (const std::string& form : one.bad)
      EXPECT_TRUE(find_lexical_error(form, datatype)) << one.datatype << " " << form;
  }
}

TEST(LexicalError, KnowsEdtf) {
  EXPECT_EQ(find_lexical_error("199X", iri::edtf), std::nullopt);
  EXPECT_TRUE(find_lexical_error("in the nineties", iri::edtf));
}

TEST(LexicalError, SaysWhatWouldBeRight) {
  EXPECT_EQ(find_lexical_error("tall", iri::xsd::decimal), "'tall' is not a number such as 7.5");
  EXPECT_EQ(find_lexical_error("2024-02-30", iri::xsd::date),
            "'2024-02-30' is not a day such as 2022-11-07 that exists");
}

TEST(LexicalError, LeavesOtherDatatypesAlone) {
  EXPECT_EQ(find_lexical_error("x", "https://example.org/length"), std::nullopt);
  EXPECT_EQ(find_lexical_error("x", ""), std::nullopt);
}

}  // namespace
}  // namespace graphwright
