#include "graphwright/xsd_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// A decimal number as its sign and digits, without zeros that mean nothing.
struct Decimal {
  bool is_negative = false;
  std::string_view whole;
  std::string_view fraction;
  bool is_zero() const { return whole.empty() && fraction.empty(); }
};

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal number;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    number.is_negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const std::size_t dot = text.find('.');
  number.whole = text.substr(0, dot);
  if (dot != std::string_view::npos) number.fraction = text.substr(dot + 1);
  if (number.whole.empty() && number.fraction.empty()) return std::nullopt;
  if (!std::all_of(number.whole.begin(), number.whole.end(), is_digit)) return std::nullopt;
  if (!std::all_of(number.fraction.begin(), number.fraction.end(), is_digit)) return std::nullopt;
  while (!number.whole.empty() && number.whole.front() == '0') number.whole.remove_prefix(1);
  while (!number.fraction.empty() && number.fraction.back() == '0') number.fraction.remove_suffix(1);
  return number;
}

std::strong_ordering compare_magnitudes(const Decimal& a, const Decimal& b) {
  if (a.whole.size() != b.whole.size()) return a.whole.size() <=> b.whole.size();
  if (const auto order = a.whole <=> b.whole; order != 0) return order;
  return a.fraction <=> b.fraction;
}

std::strong_ordering compare_decimals(const Decimal& a, const Decimal& b) {
  if (a.is_zero() && b.is_zero()) return std::strong_ordering::equal;
  const bool a_below = a.is_negative && !a.is_zero();
  const bool b_below = b.is_negative && !b.is_zero();
  if (a_below != b_below) return a_below ? std::strong_ordering::less : std::strong_ordering::greater;
  return a_below ? compare_magnitudes(b, a) : compare_magnitudes(a, b);
}

std::optional<double> parse_double(std::string_view text) {
  if (text == "INF" || text == "+INF") return std::numeric_limits<double>::infinity();
  if (text == "-INF") return -std::numeric_limits<double>::infinity();
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  const bool is_signed = text.starts_with('+') || text.starts_with('-');
  const std::string_view number = is_signed ? text.substr(1) : text;
  if (text.starts_with('+')) text = number;
  if (number.empty() || !(is_digit(number.front()) || number.front() == '.')) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) return std::nullopt;
  if (error == std::errc::result_out_of_range) return text.front() == '-' ? -HUGE_VAL : HUGE_VAL;
  return value;
}

struct IntegerType {
  std::string_view name;
  std::string_view least;
  std::string_view greatest;
};

/// xsd:integer and what is derived from it; an empty bound is none.
constexpr std::array<IntegerType, 13> integer_types{{
    {"integer", "", ""},
    {"nonNegativeInteger", "0", ""},
    {"positiveInteger", "1", ""},
    {"nonPositiveInteger", "", "0"},
    {"negativeInteger", "", "-1"},
    {"long", "-9223372036854775808", "9223372036854775807"},
    {"int", "-2147483648", "2147483647"},
    {"short", "-32768", "32767"},
    {"byte", "-128", "127"},
    {"unsignedLong", "0", "18446744073709551615"},
    {"unsignedInt", "0", "4294967295"},
    {"unsignedShort", "0", "65535"},
    {"unsignedByte", "0", "255"},
}};

const IntegerType* find_integer_type(std::string_view local) {
  const auto at = std::find_if(integer_types.begin(), integer_types.end(),
                               [&](const IntegerType& type) { return type.name == local; });
  return at == integer_types.end() ? nullptr : &*at;
}

bool is_integer(const IntegerType& type, std::string_view text) {
  const std::string_view digits = !text.empty() && (text[0] == '-' || text[0] == '+') ? text.substr(1) : text;
  if (!all_digits(digits)) return false;
  const Decimal value = *parse_decimal(text);
  if (!type.least.empty() && compare_decimals(value, *parse_decimal(type.least)) < 0) return false;
  return type.greatest.empty() || compare_decimals(value, *parse_decimal(type.greatest)) <= 0;
}

/// A moment: seconds since 1970 in UTC (or local time where no zone is given) and the fraction's digits.
struct Moment {
  std::int64_t seconds = 0;
  std::string_view fraction;
  bool has_zone = false;
};

std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const auto of_era = static_cast<unsigned>(year - era * 400);
  const unsigned of_year = (153 * (month + (month > 2 ? -3U : 9U)) + 2) / 5 + day - 1;
  const unsigned day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

unsigned days_in_month(std::int64_t year, unsigned month) {
  constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && is_leap ? 29 : days[month - 1];
}

/// Takes characters off the front of a date or time.
class MomentReader {
 public:
  explicit MomentReader(std::string_view text) : left_(text) {}

  bool date(Moment& moment) {
    const bool is_negative = take('-');
    std::size_t count = 0;
    while (count < left_.size() && is_digit(left_[count])) ++count;
    if (count < 4 || count > 12 || (count > 4 && left_[0] == '0')) return false;
    std::int64_t year = 0;
    std::from_chars(left_.data(), left_.data() + count, year);
    left_.remove_prefix(count);
    unsigned month = 0;
    unsigned day = 0;
    if (!take('-') || !two_digits(month, 12) || !take('-') || !two_digits(day, 31)) return false;
    year = is_negative ? -year : year;
    if (month == 0 || day == 0 || day > days_in_month(year, month)) return false;
    moment.seconds += days_from_civil(year, month, day) * 86400;
    return true;
  }

  bool time(Moment& moment) {
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    if (!two_digits(hour, 24) || !take(':') || !two_digits(minute, 59) || !take(':') || !two_digits(second, 59))
      return false;
    if (take('.')) {
      std::size_t count = 0;
      while (count < left_.size() && is_digit(left_[count])) ++count;
      if (count == 0) return false;
      moment.fraction = left_.substr(0, count);
      left_.remove_prefix(count);
      while (!moment.fraction.empty() && moment.fraction.back() == '0') moment.fraction.remove_suffix(1);
    }
    if (hour == 24 && (minute != 0 || second != 0 || !moment.fraction.empty())) return false;
    moment.seconds += hour * 3600 + minute * 60 + second;
    return true;
  }

  bool zone(Moment& moment) {
    if (left_.empty()) return true;
    moment.has_zone = true;
    if (left_ == "Z") return true;
    const char sign = left_[0];
    left_.remove_prefix(1);
    unsigned hour = 0;
    unsigned minute = 0;
    if ((sign != '+' && sign != '-') || !two_digits(hour, 14) || !take(':') || !two_digits(minute, 59)) return false;
    if (!left_.empty() || (hour == 14 && minute != 0)) return false;
    const std::int64_t offset = hour * 3600 + minute * 60;
    moment.seconds += sign == '+' ? -offset : offset;
    return true;
  }

  bool take(char c) {
    if (left_.empty() || left_.front() != c) return false;
    left_.remove_prefix(1);
    return true;
  }

 private:
  bool two_digits(unsigned& value, unsigned greatest) {
    if (left_.size() < 2 || !is_digit(left_[0]) || !is_digit(left_[1])) return false;
    value = static_cast<unsigned>(left_[0] - '0') * 10 + static_cast<unsigned>(left_[1] - '0');
    left_.remove_prefix(2);
    return value <= greatest;
  }

  std::string_view left_;
};

std::optional<Moment> parse_moment(std::string_view local, std::string_view text) {
  Moment moment;
  MomentReader reader(text);
  if (local == "date" && reader.date(moment) && reader.zone(moment)) return moment;
  if (local == "time" && reader.time(moment) && reader.zone(moment)) return moment;
  if ((local == "dateTime" || local == "dateTimeStamp") && reader.date(moment) && reader.take('T') &&
      reader.time(moment) && reader.zone(moment) && (moment.has_zone || local == "dateTime"))
    return moment;
  return std::nullopt;
}

std::partial_ordering compare_moments(const Moment& a, const Moment& b) {
  constexpr std::int64_t widest_zone = std::int64_t{14} * 3600;
  if (a.has_zone != b.has_zone && std::abs(a.seconds - b.seconds) <= widest_zone)
    return std::partial_ordering::unordered;
  if (a.seconds != b.seconds) return a.seconds <=> b.seconds;
  return a.fraction <=> b.fraction;
}

std::string_view xsd_local(std::string_view datatype) {
  return datatype.starts_with(iri::xsd::ns) ? datatype.substr(iri::xsd::ns.size()) : std::string_view{};
}

bool is_boolean(std::string_view text) { return text == "true" || text == "false" || text == "1" || text == "0"; }

bool is_binary_float(std::string_view local) { return local == "double" || local == "float"; }

bool is_numeric(std::string_view local) {
  return local == "decimal" || is_binary_float(local) || find_integer_type(local) != nullptr;
}

std::partial_ordering compare_numbers(const TermView& a, const TermView& b, bool is_exact) {
  if (is_exact) {
    const auto left = parse_decimal(a.text);
    const auto right = parse_decimal(b.text);
    if (!left || !right) return std::partial_ordering::unordered;
    return compare_decimals(*left, *right);
  }
  const auto left = parse_double(a.text);
  const auto right = parse_double(b.text);
  return left && right ? *left <=> *right : std::partial_ordering::unordered;
}

/// gYear, gYearMonth and their like, by completing them to a date.
bool is_partial_date(std::string_view local, std::string_view text) {
  std::string_view zone;
  const std::size_t from = text.find_first_of("Z+", 1);
  std::size_t cut = from;
  if (cut == std::string_view::npos && text.size() > 6 && text[text.size() - 3] == ':') cut = text.size() - 6;
  if (cut != std::string_view::npos) {
    zone = text.substr(cut);
    text = text.substr(0, cut);
  }
  std::string date(text);
  if (local == "gYear")
    date += "-01-01";
  else if (local == "gYearMonth")
    date += "-01";
  else if (local == "gMonthDay" && text.starts_with("--"))
    date = "2000" + date.substr(1);
  else if (local == "gMonth" && text.starts_with("--"))
    date = "2000" + date.substr(1) + "-01";
  else if (local == "gDay" && text.starts_with("---"))
    date = "2000-01" + date.substr(2);
  else
    return false;
  return parse_moment("date", date.append(zone)).has_value();
}

bool is_partial_date_type(std::string_view local) {
  return local == "gYear" || local == "gYearMonth" || local == "gMonthDay" || local == "gMonth" || local == "gDay";
}

bool is_hexadecimal(std::string_view text) {
  return text.size() % 2 == 0 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

}  // namespace

bool is_valid_lexical_form(std::string_view datatype, std::string_view text) {
  const std::string_view local = xsd_local(datatype);
  if (local.empty()) return true;
  if (const IntegerType* type = find_integer_type(local)) return is_integer(*type, text);
  if (local == "decimal") return parse_decimal(text).has_value();
  if (is_binary_float(local)) return parse_double(text).has_value();
  if (local == "boolean") return is_boolean(text);
  if (local == "date" || local == "time" || local == "dateTime" || local == "dateTimeStamp")
    return parse_moment(local, text).has_value();
  if (is_partial_date_type(local)) return is_partial_date(local, text);
  if (local == "hexBinary") return is_hexadecimal(text);
  return true;
}

std::partial_ordering compare_values(const TermView& a, const TermView& b) {
  constexpr auto unordered = std::partial_ordering::unordered;
  if (!a.is_literal() || !b.is_literal() || a.tagged || b.tagged) return unordered;
  const std::string_view left = xsd_local(a.datatype());
  const std::string_view right = xsd_local(b.datatype());
  if (is_numeric(left) && is_numeric(right))
    return compare_numbers(a, b, !is_binary_float(left) && !is_binary_float(right));
  if (left != right) return unordered;
  if (left == "string") return a.text <=> b.text;
  if (left == "boolean" && is_boolean(a.text) && is_boolean(b.text))
    return (a.text == "true" || a.text == "1") <=> (b.text == "true" || b.text == "1");
  const auto first = parse_moment(left, a.text);
  const auto second = parse_moment(right, b.text);
  return first && second ? compare_moments(*first, *second) : unordered;
}

bool is_finite_number(std::string_view text) {
  return is_valid_lexical_form(iri::xsd::double_, text) && text.find_first_of("IN") == std::string_view::npos;
}

bool is_day_or_moment(std::string_view text) {
  return is_valid_lexical_form(iri::xsd::date, text) || is_valid_lexical_form(iri::xsd::date_time, text);
}

}  // namespace graphwright
