#include "value_form.hpp"

#include <algorithm>
#include <array>

#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"
#include "graphwright/xsd_value.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 16> numbers{"integer",
                                                   "nonNegativeInteger",
                                                   "positiveInteger",
                                                   "nonPositiveInteger",
                                                   "negativeInteger",
                                                   "long",
                                                   "int",
                                                   "short",
                                                   "byte",
                                                   "unsignedLong",
                                                   "unsignedInt",
                                                   "unsignedShort",
                                                   "unsignedByte",
                                                   "decimal",
                                                   "double",
                                                   "float"};

ValueForm form_of(const TimeResult& time) {
  if (!time.error) return ValueForm::valid;
  switch (time.error->kind) {
    case TimeError::Kind::impossible_date:
      return ValueForm::impossible_date;
    case TimeError::Kind::interval_reversed:
      return ValueForm::interval_reversed;
    case TimeError::Kind::syntax:
      break;
  }
  return ValueForm::malformed;
}

/// Why a date of XSD is none: its day may be well written and yet not exist.
ValueForm date_form(std::string_view text) {
  constexpr std::size_t day_length = 10;
  return form_of(parse_time(text.substr(0, std::min(text.size(), day_length)))) == ValueForm::impossible_date
             ? ValueForm::impossible_date
             : ValueForm::malformed;
}

}  // namespace

ValueForm value_form(std::string_view lexical_form, std::string_view datatype) {
  if (datatype == iri::edtf) return form_of(parse_time(lexical_form));
  if (is_valid_lexical_form(datatype, lexical_form)) return ValueForm::valid;
  const bool is_date = datatype == iri::xsd::date || datatype == iri::xsd::date_time;
  return is_date ? date_form(lexical_form) : ValueForm::malformed;
}

bool is_numeric(std::string_view datatype) {
  return datatype.starts_with(iri::xsd::ns) &&
         std::find(numbers.begin(), numbers.end(), datatype.substr(iri::xsd::ns.size())) != numbers.end();
}

}  // namespace graphwright
