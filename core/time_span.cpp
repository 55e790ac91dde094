#include "graphwright/time_span.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::string_view examples = "such as 2022-11-07, 2022-11, 2022, 199X, 2022~ or 2020-09-27/2020-11-10";

/// One end of an interval, or a date that is both ends; `text` is the date as it was written.
struct TimeEnd {
  enum class Kind : std::uint8_t { date, open, unknown };
  Kind kind = Kind::date;
  std::string_view text;
  TimeSpan span;
};

/// A time taken apart.
struct ParsedTime {
  TimeEnd start;
  TimeEnd end;

  TimeSpan span() const { return {start.span.earliest, end.span.latest}; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_qualifier(char c) { return c == '?' || c == '~' || c == '%'; }
bool is_qualified(std::string_view text) { return std::any_of(text.begin(), text.end(), is_qualifier); }

std::int32_t number(std::string_view digits) {
  std::int32_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_leap(std::int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::int32_t days_in(std::int32_t year, std::int32_t month) {
  constexpr std::array<std::int32_t, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

Date date(std::int32_t year, std::int32_t month, std::int32_t day) {
  return {year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

TimeSpan months(std::int32_t first_year, std::int32_t first_month, std::int32_t last_year, std::int32_t last_month) {
  return {date(first_year, first_month, 1), date(last_year, last_month, days_in(last_year, last_month))};
}

/// The input as a message shows it: short and on one line.
std::string shown(std::string_view text) {
  std::size_t most = std::min<std::size_t>(text.size(), 60);
  while (most < text.size() && most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  std::string out(text.substr(0, most));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text.size() > most ? out + "..." : out;
}

/// The text with `d` for each digit, so that a table can tell the forms of dates.
std::string shape_of(std::string_view text) {
  std::string shape(text);
  std::replace_if(shape.begin(), shape.end(), is_digit, 'd');
  return shape;
}

/// Why a text of a certain shape is refused although its writer meant a date.
struct Hint {
  std::string_view shape;
  std::string_view advice;
};

constexpr std::string_view two_digits = "month and day take two digits, as in 2022-03-07";
constexpr std::string_view year_first = "the year comes first, then month and day, as in 2022-03-07";
constexpr std::string_view dashes = "year, month and day are divided by hyphens, as in 2022-03-07";
constexpr std::string_view capital = "an unspecified digit is a capital X";
constexpr std::string_view year_digits = "a year takes four digits, or the letter Y before more than four";
constexpr std::string_view level_2 = "this belongs to level 2 of EDTF, and only level 1 is read";

constexpr std::array<Hint, 27> hints{{
    {"dddd-d", two_digits},     {"dddd-d-d", two_digits},  {"dddd-d-dd", two_digits}, {"dddd-dd-d", two_digits},
    {"dd.dd.dddd", year_first}, {"d.d.dddd", year_first},  {"d.dd.dddd", year_first}, {"dd.d.dddd", year_first},
    {"dd-dd-dddd", year_first}, {"dd-d-dddd", year_first}, {"d-dd-dddd", year_first}, {"dddddddd", dashes},
    {"dddd.dd.dd", dashes},     {"dddd dd dd", dashes},    {"dddx", capital},         {"ddxx", capital},
    {"dddd-xx", capital},       {"dddd-dd-xx", capital},   {"dddd-xx-xx", capital},   {"d", year_digits},
    {"dd", year_digits},        {"ddd", year_digits},      {"ddddd", year_digits},    {"XXXX", level_2},
    {"dXXX", level_2},          {"dddd-XX-dd", level_2},   {"XXXX-dd-dd", level_2},
}};

std::string advice(std::string_view text) {
  const std::string shape = shape_of(text);
  const auto* known = std::find_if(hints.begin(), hints.end(), [&](const Hint& one) { return one.shape == shape; });
  if (known != hints.end()) return std::string(known->advice);
  if (text.find_first_of("[]{}^|") != std::string_view::npos || shape.find("dE") != std::string::npos ||
      shape.find("dS") != std::string::npos)
    return std::string(level_2);
  return fmt::format("a time is written {}", examples);
}

/// Reads one text; the first error is kept.
class TimeParser {
 public:
  std::optional<ParsedTime> parse(std::string_view text) {
    subject_ = text;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return parse_single(text);
    if (text.find('/', slash + 1) != std::string_view::npos)
      return fail("a slash divides the two ends of an interval, hyphens divide year, month and day");
    return parse_interval(text, text.substr(0, slash), text.substr(slash + 1));
  }

  TimeError error() const { return *error_; }

 private:
  std::nullopt_t fail(std::string_view why, TimeError::Kind kind = TimeError::Kind::syntax) {
    if (error_) return std::nullopt;
    const std::string_view what = kind == TimeError::Kind::impossible_date     ? "does not exist"
                                  : kind == TimeError::Kind::interval_reversed ? "ends before it begins"
                                                                               : "is not a time";
    const std::string_view colon = why.empty() ? "" : ": ";
    error_ = TimeError{kind, fmt::format("'{}' {}{}{}", shown(subject_), what, colon, why)};
    return std::nullopt;
  }
  std::nullopt_t impossible(std::string_view why) { return fail(why, TimeError::Kind::impossible_date); }

  std::optional<ParsedTime> parse_single(std::string_view text) {
    const std::size_t t = text.find('T');
    const auto span = t == std::string_view::npos ? parse_date(text) : parse_date_time(text, t);
    if (!span) return std::nullopt;
    const TimeEnd end{TimeEnd::Kind::date, text.substr(0, t), *span};
    return ParsedTime{end, end};
  }

  std::optional<ParsedTime> parse_interval(std::string_view text, std::string_view left, std::string_view right) {
    if (left.empty() && right.empty()) return fail("an interval needs at least one end");
    const auto start = parse_end(left);
    const auto end = parse_end(right);
    if (!start || !end) return std::nullopt;
    subject_ = text;
    if (start->span.earliest && end->span.latest && *start->span.earliest > *end->span.latest)
      return fail({}, TimeError::Kind::interval_reversed);
    return ParsedTime{*start, *end};
  }

  std::optional<TimeEnd> parse_end(std::string_view text) {
    subject_ = text;
    if (text == "..") return TimeEnd{TimeEnd::Kind::open, text, {}};
    if (text.empty()) return TimeEnd{TimeEnd::Kind::unknown, text, {}};
    if (text.find('T') != std::string_view::npos) return fail("the ends of an interval have no time of day");
    const auto span = parse_date(text);
    if (!span) return std::nullopt;
    return TimeEnd{TimeEnd::Kind::date, text, *span};
  }

  std::optional<TimeSpan> parse_date(std::string_view text) {
    std::string_view rest = text;
    if (!rest.empty() && is_qualifier(rest.back())) rest.remove_suffix(1);
    if (is_qualified(rest))
      return fail("one of ? ~ % may follow the whole date (% stands for uncertain and approximate)");
    if (rest.starts_with('Y')) return parse_long_year(rest.substr(1));
    const bool negative = rest.starts_with('-');
    if (negative) rest.remove_prefix(1);
    if (rest.starts_with("0000") && negative) return fail("the year before 0001 is 0000, not -0000");
    return parse_calendar_date(rest, negative ? -1 : 1);
  }

  /// EDTF level 1, letter-prefixed calendar year.
  std::optional<TimeSpan> parse_long_year(std::string_view digits) {
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return fail(advice(digits));
    if (digits.size() < 5 || digits.front() == '0')
      return fail("the letter Y stands before years of more than four digits only");
    if (digits.size() > 9) return fail("years of more than nine digits are not read");
    const std::int32_t year = negative ? -number(digits) : number(digits);
    return months(year, 1, year, 12);
  }

  std::optional<TimeSpan> parse_calendar_date(std::string_view rest, std::int32_t sign) {
    const std::string shape = shape_of(rest);
    if (shape == "dddX" || shape == "ddXX") return unspecified_years(rest, sign);
    if (!shape.starts_with("dddd")) return fail(advice(rest));
    const std::int32_t year = sign * number(rest.substr(0, 4));
    const std::string_view tail = std::string_view(shape).substr(4);
    if (tail.empty() || tail == "-XX" || tail == "-XX-XX") return months(year, 1, year, 12);
    if (tail == "-dd") return parse_month(year, number(rest.substr(5, 2)));
    if (tail == "-dd-XX") return whole_month(year, number(rest.substr(5, 2)));
    if (tail == "-dd-dd") return parse_day(year, number(rest.substr(5, 2)), number(rest.substr(8, 2)));
    return fail(advice(rest));
  }

  static TimeSpan unspecified_years(std::string_view digits, std::int32_t sign) {
    std::string first(digits), last(digits);
    std::replace(first.begin(), first.end(), 'X', '0');
    std::replace(last.begin(), last.end(), 'X', '9');
    std::int32_t low = sign * number(first), high = sign * number(last);
    if (low > high) std::swap(low, high);
    return months(low, 1, high, 12);
  }

  /// A month, or a season of the northern half of the globe, whose winter ends in the next year.
  std::optional<TimeSpan> parse_month(std::int32_t year, std::int32_t month) {
    if (month == 24) return months(year, 12, year + 1, 2);
    if (month >= 21 && month <= 23) return months(year, (month - 20) * 3, year, (month - 20) * 3 + 2);
    if (month >= 25 && month <= 41) return fail(level_2);
    return whole_month(year, month);
  }

  std::optional<TimeSpan> whole_month(std::int32_t year, std::int32_t month) {
    if (month < 1 || month > 12) return impossible(fmt::format("there is no month {:02}", month));
    return months(year, month, year, month);
  }

  std::optional<TimeSpan> parse_day(std::int32_t year, std::int32_t month, std::int32_t day) {
    if (!whole_month(year, month)) return std::nullopt;
    if (day == 0) return impossible("days are counted from 1");
    if (const std::int32_t last = days_in(year, month); day > last)
      return impossible(fmt::format("that month has {} days", last));
    return TimeSpan{date(year, month, day), date(year, month, day)};
  }

  /// EDTF level 0, date and time; the day is the one on the writer's clock.
  std::optional<TimeSpan> parse_date_time(std::string_view text, std::size_t t) {
    const auto span = parse_date(text.substr(0, t));
    if (!span) return std::nullopt;
    if (span->earliest != span->latest || is_qualified(text)) return fail("a time of day needs a whole date");
    const std::string_view clock = text.substr(t + 1);
    const std::string shape = shape_of(clock);
    if (!shape.starts_with("dd:dd:dd")) return fail("a time of day is written hh:mm:ss");
    if (number(clock.substr(0, 2)) > 23 || number(clock.substr(3, 2)) > 59 || number(clock.substr(6, 2)) > 59)
      return impossible("a day ends at 23:59:59");
    if (!check_zone(clock.substr(8), shape.substr(8))) return std::nullopt;
    return span;
  }

  bool check_zone(std::string_view zone, std::string_view shape) {
    if (shape.empty() || shape == "Z") return true;
    if (shape != "+dd" && shape != "-dd" && shape != "+dd:dd" && shape != "-dd:dd") {
      fail("a time zone is written Z, +04 or +04:30, and seconds have no fraction");
      return false;
    }
    const std::int32_t minutes = number(zone.substr(1, 2)) * 60 + (zone.size() > 3 ? number(zone.substr(4, 2)) : 0);
    const bool exists = minutes <= 14 * 60 && (zone.size() == 3 || number(zone.substr(4, 2)) < 60);
    if (!exists) impossible("time zones lie within 14 hours of UTC");
    return exists;
  }

  std::string_view subject_;  // what messages speak of: the time, or one end of an interval
  std::optional<TimeError> error_;
};

/// One end of the time in which two hold, and which of the two it is an end of.
struct Choice {
  std::string_view text;
  bool from_left = true;
  bool from_right = true;
};

/// Chooses between two ends on the same day: the qualified, then the shorter, then the smaller.
Choice choose_text(std::string_view a, std::string_view b) {
  if (a == b) return {a};
  const auto key = [](std::string_view text) { return std::tuple(!is_qualified(text), text.size(), text); };
  return key(a) < key(b) ? Choice{a, true, false} : Choice{b, false, true};
}

/// An end that neither dates: unknown if either is, since open says more.
Choice choose_open(const TimeEnd& a, const TimeEnd& b) {
  if (a.kind == b.kind) return {a.text};
  return a.kind == TimeEnd::Kind::unknown ? Choice{a.text, true, false} : Choice{b.text, false, true};
}

Choice later_start(const TimeEnd& a, const TimeEnd& b) {
  const auto& left = a.span.earliest;
  const auto& right = b.span.earliest;
  if (!left && !right) return choose_open(a, b);
  if (left == right) return choose_text(a.text, b.text);
  return left > right ? Choice{a.text, true, false} : Choice{b.text, false, true};
}

Choice earlier_end(const TimeEnd& a, const TimeEnd& b) {
  const auto& left = a.span.latest;
  const auto& right = b.span.latest;
  if (!left && !right) return choose_open(a, b);
  if (left == right) return choose_text(a.text, b.text);
  return !right || (left && *left < *right) ? Choice{a.text, true, false} : Choice{b.text, false, true};
}

/// Two ways to write the same ends: one with a time of day, then the shorter, then the smaller.
std::string_view choose_whole(std::string_view a, std::string_view b) {
  const auto key = [](std::string_view text) {
    return std::tuple(text.find('T') == std::string_view::npos, text.size(), text);
  };
  return key(a) < key(b) ? a : b;
}

/// The end of an interval without unspecified digits: `199X` becomes its first or last year.
std::string specified(std::string_view end, bool is_start) {
  std::string text(end);
  for (std::size_t at = text.find("-XX"); at != std::string::npos; at = text.find("-XX")) text.erase(at, 3);
  const bool low = is_start != text.starts_with('-');
  std::replace(text.begin(), text.end(), 'X', low ? '0' : '9');
  return text;
}

}  // namespace

std::string to_string(Date date) {
  const std::int64_t year = date.year;
  return fmt::format("{}{:04}-{:02}-{:02}", year < 0 ? "-" : "", year < 0 ? -year : year, date.month, date.day);
}

TimeResult parse_time(std::string_view edtf) {
  TimeParser parser;
  const auto parsed = parser.parse(edtf);
  if (!parsed) return {std::nullopt, parser.error()};
  return {parsed->span(), std::nullopt};
}

std::string interval_text(std::string_view first, std::string_view last) {
  if (first == last) return std::string(first);
  std::string interval(first.empty() ? ".." : first);
  return interval.append("/").append(last.empty() ? ".." : last);
}

bool overlap(const TimeSpan& a, const TimeSpan& b) {
  const auto begins_in_time = [](const TimeSpan& one, const TimeSpan& other) {
    return !one.earliest || !other.latest || *one.earliest <= *other.latest;
  };
  return begins_in_time(a, b) && begins_in_time(b, a);
}

std::string meet_times(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return std::string(a.empty() ? b : a);
  TimeParser parser;
  const auto left = parser.parse(a);
  const auto right = parser.parse(b);
  if (!left || !right || !overlap(left->span(), right->span())) return {};
  const Choice start = later_start(left->start, right->start);
  const Choice end = earlier_end(left->end, right->end);
  const bool is_left = start.from_left && end.from_left;
  const bool is_right = start.from_right && end.from_right;
  if (is_left && is_right) return std::string(choose_whole(a, b));
  if (is_left || is_right) return std::string(is_left ? a : b);
  const std::string first = specified(start.text, true);
  const std::string last = specified(end.text, false);
  return first == last ? first : first + "/" + last;
}

}  // namespace graphwright
