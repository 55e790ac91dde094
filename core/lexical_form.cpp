#include "graphwright/lexical_form.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/iri.hpp"
#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"
#include "graphwright/xsd_value.hpp"

namespace graphwright {
namespace {

/// A datatype of XSD by its local name, and how its values look.
struct Datatype {
  std::string_view name;
  std::string_view look;
};

constexpr std::array<Datatype, 25> datatypes{{
    {"anyURI", "an IRI"},
    {"boolean", "true or false"},
    {"byte", "a whole number from -128 to 127"},
    {"date", "a day such as 2022-11-07 that exists"},
    {"dateTime", "a date and time such as 2022-11-07T10:30:00Z that exists"},
    {"dateTimeStamp", "a date and time with its zone such as 2022-11-07T10:30:00Z"},
    {"decimal", "a number such as 7.5"},
    {"double", "a number such as 7.5 or 1e6"},
    {"float", "a number such as 7.5 or 1e6"},
    {"gYear", "a year such as 2022"},
    {"gYearMonth", "a month such as 2022-11"},
    {"int", "a whole number of 32 bits"},
    {"integer", "a whole number"},
    {"language", "a language tag such as en or pt-BR"},
    {"long", "a whole number of 64 bits"},
    {"negativeInteger", "a whole number below 0"},
    {"nonNegativeInteger", "a whole number, 0 or more"},
    {"nonPositiveInteger", "a whole number, 0 or less"},
    {"positiveInteger", "a whole number above 0"},
    {"short", "a whole number from -32768 to 32767"},
    {"time", "a time such as 10:30:00"},
    {"unsignedByte", "a whole number from 0 to 255"},
    {"unsignedInt", "a whole number of 32 bits, 0 or more"},
    {"unsignedLong", "a whole number of 64 bits, 0 or more"},
    {"unsignedShort", "a whole number from 0 to 65535"},
}};

constexpr std::string_view edtf_look = "a date or interval such as 2022-11 or 1998/2000";
constexpr std::string_view other_look = "in the form that its datatype asks for";

std::string_view look_of(std::string_view datatype) {
  if (datatype == iri::edtf) return edtf_look;
  const std::string_view local = datatype.substr(std::min(iri::xsd::ns.size(), datatype.size()));
  const auto at =
      std::find_if(datatypes.begin(), datatypes.end(), [&](const Datatype& one) { return one.name == local; });
  return at == datatypes.end() ? other_look : at->look;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// RFC 5646, 2.1, as far as XSD 1.1 part 2, 3.4.3 asks for it.
bool is_language(std::string_view text) {
  constexpr std::size_t longest = 8;
  std::size_t length = 0;
  bool is_first = true;
  for (char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (c == '-' && length > 0) {
      is_first = false;
      length = 0;
    } else if (!(is_letter(c) || (is_digit && !is_first)) || ++length > longest) {
      return false;
    }
  }
  return length > 0;
}

bool belongs(std::string_view lexical_form, std::string_view datatype) {
  if (datatype == iri::edtf) return !parse_time(lexical_form).error;
  if (datatype == iri::xsd::language) return is_language(lexical_form);
  if (datatype == iri::xsd::any_uri) return !find_iri_error(lexical_form);
  return is_valid_lexical_form(datatype, lexical_form);
}

}  // namespace

std::optional<std::string> find_lexical_error(std::string_view lexical_form, std::string_view datatype) {
  if (belongs(lexical_form, datatype)) return std::nullopt;
  return fmt::format("'{}' is not {}", lexical_form, look_of(datatype));
}

}  // namespace graphwright
