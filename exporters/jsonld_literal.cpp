#include "jsonld_literal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::size_t deepest_literal = 100;
/// Integers of so many digits are exact in every JSON reader.
constexpr std::size_t exact_digits = 15;

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// An integer without superfluous signs and zeros; none where the text is none.
std::optional<std::string> plain_integer(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative || text.starts_with('+')) text.remove_prefix(1);
  if (!is_digits(text)) return std::nullopt;
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
  return (is_negative && text != "0" ? "-" : "") + std::string(text);
}

std::optional<std::string> plain_double(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;  // INF and NaN
  double number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || !std::isfinite(number))
    return std::nullopt;
  return fmt::format("{}", number);
}

bool is_shallow(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (char c : text) {
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if ((c == ']' || c == '}') && depth > 0) --depth;
  }
  return deepest <= deepest_literal;
}

/// Whether keys are ASCII, whose order is the same in UTF-8 and UTF-16, and numbers are short integers.
bool has_plain_parts(const nlohmann::json& value) {
  constexpr std::int64_t largest_exact = std::int64_t{1} << 53;
  if (value.is_number_float()) return false;
  if (value.is_number()) return value >= -largest_exact && value <= largest_exact;
  if (value.is_array()) return std::all_of(value.begin(), value.end(), has_plain_parts);
  if (!value.is_object()) return true;
  const auto is_plain = [](const auto& entry) {
    return std::all_of(entry.first.begin(), entry.first.end(),
                       [](char c) { return static_cast<signed char>(c) >= 0; }) &&
           has_plain_parts(entry.second);
  };
  const auto& members = value.get_ref<const nlohmann::json::object_t&>();
  return std::all_of(members.begin(), members.end(), is_plain);
}

}  // namespace

std::optional<std::string> native_json_of(const TermView& literal) {
  if (literal.qualifier == iri::xsd::integer) return plain_integer(literal.text);
  if (literal.qualifier == iri::xsd::double_) return plain_double(literal.text);
  if (literal.qualifier != iri::xsd::boolean) return std::nullopt;
  if (literal.text == "true" || literal.text == "1") return "true";
  if (literal.text == "false" || literal.text == "0") return "false";
  return std::nullopt;
}

std::optional<std::string> exact_json_of(const TermView& literal) {
  const bool is_boolean = literal.qualifier == iri::xsd::boolean && (literal.text == "true" || literal.text == "false");
  if (is_boolean) return std::string(literal.text);
  const bool is_integer = literal.qualifier == iri::xsd::integer && literal.text.size() <= exact_digits &&
                          plain_integer(literal.text) == literal.text;
  return is_integer ? std::optional(std::string(literal.text)) : std::nullopt;
}

bool is_json(std::string_view text) { return is_shallow(text) && nlohmann::json::accept(text); }

bool is_canonical_json(std::string_view text) {
  if (!is_json(text)) return false;
  const nlohmann::json value = nlohmann::json::parse(text);
  return has_plain_parts(value) && value.dump() == text;
}

std::optional<I18nDatatype> i18n_datatype(std::string_view datatype) {
  constexpr std::string_view ns = "https://www.w3.org/ns/i18n#";
  if (!datatype.starts_with(ns)) return std::nullopt;
  datatype.remove_prefix(ns.size());
  const std::size_t at = datatype.find('_');
  if (at == std::string_view::npos) return std::nullopt;
  const I18nDatatype result{datatype.substr(0, at), datatype.substr(at + 1)};
  return result.direction == "ltr" || result.direction == "rtl" ? std::optional(result) : std::nullopt;
}

}  // namespace graphwright
