#include "json_numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr double first_without_integer_form = 1e21;

/// Whether a number that no double can hold is too large rather than too small.
bool is_large(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  const std::size_t point = std::min(text.find('.'), e);
  const bool is_negative_exponent = e + 1 < text.size() && text[e + 1] == '-';
  const std::size_t first = text.find_first_of("123456789");
  if (first < point) return !is_negative_exponent || point - first > 308;
  return e < text.size() && !is_negative_exponent && first - point < 300;
}

/// The shortest digits that give a number back, and the power of ten of the first.
struct Digits {
  std::string digits;
  int exponent = 0;
};

Digits shortest_digits(double number) {
  std::array<char, 32> text{};
  const char* const end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::scientific).ptr;
  const std::string_view written(text.data(), static_cast<std::size_t>(end - text.data()));
  const std::size_t e = written.find('e');
  Digits result;
  for (char c : written.substr(0, e))
    if (c != '.') result.digits += c;
  const std::string_view exponent = written.substr(e + (written[e + 1] == '+' ? 2 : 1));
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), result.exponent);
  return result;
}

}  // namespace

std::optional<double> json_number(std::string_view text) {
  double number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec == std::errc{}) return number;
  if (is_large(text)) return std::nullopt;
  return text.starts_with('-') ? -0.0 : 0.0;
}

void append_ecmascript(double number, std::string& out) {
  if (number == 0) {
    out += '0';
    return;
  }
  if (number < 0) out += '-';
  const Digits shortest = shortest_digits(std::fabs(number));
  const int count = static_cast<int>(shortest.digits.size());
  const int point = shortest.exponent + 1;  // how many digits stand before the decimal point
  if (point >= count && point <= 21) {
    out.append(shortest.digits).append(static_cast<std::size_t>(point - count), '0');
  } else if (point > 0 && point <= 21) {
    out.append(shortest.digits, 0, static_cast<std::size_t>(point)).append(".");
    out.append(shortest.digits, static_cast<std::size_t>(point), std::string::npos);
  } else if (point > -6 && point <= 0) {
    out.append("0.").append(static_cast<std::size_t>(-point), '0').append(shortest.digits);
  } else {
    out += shortest.digits.front();
    if (count > 1) out.append(".").append(shortest.digits, 1, std::string::npos);
    out.append(shortest.exponent < 0 ? "e" : "e+").append(std::to_string(shortest.exponent));
  }
}

std::string double_lexical_form(double number) {
  if (number == 0) return std::signbit(number) ? "-0.0E0" : "0.0E0";
  std::string text = fmt::format("{:.15e}", number);
  const std::size_t e = text.find('e');
  int exponent = 0;
  const std::size_t sign = text[e + 1] == '+' ? 1 : 0;
  std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), exponent);
  std::string mantissa = text.substr(0, e);
  mantissa.erase(std::max(mantissa.find_last_not_of('0') + 1, mantissa.find('.') + 2));
  return mantissa + "E" + std::to_string(exponent);
}

std::string integer_lexical_form(std::string_view text, double number) {
  if (std::trunc(number) != number || std::fabs(number) >= first_without_integer_form) return {};
  if (number == 0) return "0";
  if (text.find_first_of(".eE") == std::string_view::npos) return std::string(text);
  return fmt::format("{:.0f}", number);
}

}  // namespace graphwright
