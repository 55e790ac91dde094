#include "graph_file_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

#include "graphwright/ascii_case.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "white_space.hpp"

namespace graphwright {
namespace {

constexpr std::string_view xsd_int = "http://www.w3.org/2001/XMLSchema#int";
constexpr std::string_view xsd_long = "http://www.w3.org/2001/XMLSchema#long";

TypedValue boolean_value(std::string_view text) {
  const std::string word = ascii_lower(text);
  if (word == "true" || word == "1" || word == "yes") return {"true", iri::xsd::boolean};
  if (word == "false" || word == "0" || word == "no") return {"false", iri::xsd::boolean};
  return {text, {}, false};
}

TypedValue integer_value(std::string_view text, bool is_long) {
  std::int64_t number = 0;
  const std::string_view digits = text.size() > 1 && text.front() == '+' ? text.substr(1) : text;
  const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || at != digits.data() + digits.size()) return {text, {}, false};
  const bool fits =
      number >= std::numeric_limits<std::int32_t>::min() && number <= std::numeric_limits<std::int32_t>::max();
  return {text, is_long || !fits ? xsd_long : xsd_int};
}

struct SpecialNumber {
  std::string_view word;
  std::string_view xsd;
};

constexpr std::array<SpecialNumber, 8> special_numbers{{{"nan", "NaN"},
                                                        {"inf", "INF"},
                                                        {"+inf", "INF"},
                                                        {"-inf", "-INF"},
                                                        {"infinity", "INF"},
                                                        {"+infinity", "INF"},
                                                        {"-infinity", "-INF"},
                                                        {"-nan", "NaN"}}};

TypedValue special_value(std::string_view text, std::string_view datatype) {
  const std::string word = ascii_lower(text);
  const auto at =
      std::find_if(special_numbers.begin(), special_numbers.end(), [&](const auto& one) { return one.word == word; });
  return at == special_numbers.end() ? TypedValue{text, {}, false} : TypedValue{at->xsd, datatype};
}

TypedValue real_value(std::string_view text, std::string_view datatype) {
  if (text.find_first_of("0123456789") == std::string_view::npos) return special_value(text, datatype);
  const std::string_view digits = text.size() > 1 && text.front() == '+' ? text.substr(1) : text;
  double number = 0;
  const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_whole = at == digits.data() + digits.size() && error != std::errc::invalid_argument;
  if (!is_whole) return {text, {}, false};
  return {text, datatype};
}

struct TypeWord {
  std::string_view word;
  std::string_view type;
};

constexpr std::array<TypeWord, 13> type_words{{{"boolean", "boolean"},
                                               {"bool", "boolean"},
                                               {"int", "int"},
                                               {"integer", "long"},
                                               {"short", "int"},
                                               {"byte", "int"},
                                               {"long", "long"},
                                               {"float", "float"},
                                               {"double", "double"},
                                               {"real", "double"},
                                               {"string", "string"},
                                               {"anyuri", "string"},
                                               {"char", "string"}}};

}  // namespace

TypedValue typed_value(std::string_view text, std::string_view type) {
  if (type.empty() || type == "string") return {text, {}};
  const std::string_view inner = trimmed(text);
  if (inner.empty()) return {{}, {}, true, true};
  if (type == "boolean") return boolean_value(inner);
  if (type == "int" || type == "long") return integer_value(inner, type == "long");
  return real_value(inner, type == "float" ? iri::xsd::float_ : iri::xsd::double_);
}

std::string_view known_type(std::string_view word) {
  const std::string wanted = ascii_lower(word);
  const auto at =
      std::find_if(type_words.begin(), type_words.end(), [&](const TypeWord& one) { return one.word == wanted; });
  return at == type_words.end() ? std::string_view{} : at->type;
}

}  // namespace graphwright
