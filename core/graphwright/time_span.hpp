#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace graphwright {

/// A day of the proleptic Gregorian calendar.
struct Date {
  std::int32_t year = 0;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Formats a day as xsd:date without a time zone.
std::string to_string(Date date);

/// The days between which something lies; an absent end is open or unknown.
struct TimeSpan {
  std::optional<Date> earliest;
  std::optional<Date> latest;
  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Why a time could not be read.
struct TimeError {
  enum class Kind : std::uint8_t { syntax, impossible_date, interval_reversed };
  Kind kind;
  std::string message;
};

/// What reading a time gives: a span, or else the error.
struct TimeResult {
  std::optional<TimeSpan> span;
  std::optional<TimeError> error;
};

/// Reads EDTF level 1 (ISO 8601-2:2019, annex A): dates, date-times, intervals with open or unknown
/// ends, seasons, unspecified digits (`199X`, `2022-XX`), qualifiers `? ~ %`, years beyond four digits.
///
/// Seasons are those of the northern half of the globe by whole months; winter ends in February of the
/// next year. A qualifier does not widen the span. The day of a date-time is the one on its own clock.
TimeResult parse_time(std::string_view edtf);

/// The EDTF text of the days from the first to the last, which are texts of days or empty where that end is open.
std::string interval_text(std::string_view first, std::string_view last);

/// Whether two spans share a day.
bool overlap(const TimeSpan& a, const TimeSpan& b);

/// The EDTF text of the time in which both hold, empty where they do not meet.
///
/// An empty input text means "always" and gives the other. A time that lies within the other is given
/// as it was written; of two texts for the same days the qualified one is given, since what follows
/// from an uncertain time is uncertain. The order of the two makes no difference.
std::string meet_times(std::string_view a, std::string_view b);

}  // namespace graphwright
