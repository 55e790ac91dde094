#include "graphwright/value_type.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "graphwright/ntriples_text.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

enum class Family : std::uint8_t { boolean, integer, real, other };

constexpr std::array<std::string_view, 13> integer_types{
    "integer",        "int",           "long",         "short",           "byte",        "nonNegativeInteger",
    "unsignedLong",   "unsignedShort", "unsignedByte", "positiveInteger", "unsignedInt", "nonPositiveInteger",
    "negativeInteger"};

Family family(std::string_view datatype) {
  if (!datatype.starts_with(iri::xsd::ns)) return Family::other;
  const std::string_view name = datatype.substr(iri::xsd::ns.size());
  if (name == "boolean") return Family::boolean;
  if (name == "decimal" || name == "double" || name == "float") return Family::real;
  return std::find(integer_types.begin(), integer_types.end(), name) != integer_types.end() ? Family::integer
                                                                                            : Family::other;
}

/// The white space that XSD collapses around numbers and truth values (XML Schema 1.1 Part 2, 4.3.6).
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string_view without_plus(std::string_view text) {
  if (text.size() > 1 && text.front() == '+' && text[1] != '-') text.remove_prefix(1);
  return text;
}

template <typename Number>
bool parse(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && at == end && !text.empty();
}

ValueType integer_type(std::string_view text) {
  std::int64_t number = 0;
  if (!parse(without_plus(text), number)) return ValueType::text;
  const bool fits =
      number >= std::numeric_limits<std::int32_t>::min() && number <= std::numeric_limits<std::int32_t>::max();
  return fits ? ValueType::int32 : ValueType::int64;
}

constexpr std::array<std::array<std::string_view, 2>, 4> special_reals{
    {{"INF", "Infinity"}, {"+INF", "Infinity"}, {"-INF", "-Infinity"}, {"NaN", "NaN"}}};

std::string_view special_real(std::string_view text) {
  for (const auto& [xsd, everywhere] : special_reals)
    if (text == xsd) return everywhere;
  return {};
}

/// Whether it is digits with a point and an exponent, as XSD writes numbers.
bool is_real(std::string_view text) {
  if (!special_real(text).empty()) return true;
  if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return false;
  double number = 0;
  return parse(without_plus(text), number);
}

}  // namespace

ValueType value_type(const TermView& term) {
  if (!term.is_literal() || term.tagged) return ValueType::text;
  const Family kind = family(term.qualifier);
  if (kind == Family::other) return ValueType::text;
  const std::string_view text = trimmed(term.text);
  if (kind == Family::integer) return integer_type(text);
  if (kind == Family::real) return is_real(text) ? ValueType::real : ValueType::text;
  return text == "true" || text == "false" || text == "1" || text == "0" ? ValueType::boolean : ValueType::text;
}

ValueType wider(ValueType a, ValueType b) {
  if (a == b || b == ValueType::none) return a;
  if (a == ValueType::none) return b;
  const bool are_numbers = a != ValueType::boolean && b != ValueType::boolean;
  return are_numbers ? std::max(a, b) : ValueType::text;
}

void append_value(const TermView& term, ValueType type, std::string& out) {
  if (term.is_triple()) return append_ntriples(term, out);
  if (term.is_blank()) out += "_:";
  if (type == ValueType::text || type == ValueType::none) {
    out += term.text;
    return;
  }
  const std::string_view text = trimmed(term.text);
  std::int64_t integer = 0;
  if (type == ValueType::boolean)
    out += text == "1" || text == "true" ? "true" : "false";
  else if (parse(without_plus(text), integer))
    out += std::to_string(integer);
  else if (const std::string_view special = special_real(text); !special.empty())
    out += special;
  else
    out += without_plus(text);
}

}  // namespace graphwright
