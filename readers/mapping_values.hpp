#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphwright {

/// Letters and digits, those of ASCII in lower case, with hyphens for all that stands between them.
std::string slug(std::string_view text);

/// The order of the numbers of a date that is written in numbers only.
enum class DateOrder : unsigned char { year_first, day_first, month_first };

/// A day in EDTF: `2023-01-05`, `20230105`, `5 January 2023`, `5/1/2023` by the order, with or without a
/// time of day; also `2023-01` and `2023`. Nothing where it is none that exists.
std::optional<std::string> read_day(std::string_view text, DateOrder order);

}  // namespace graphwright
