#include "gexf_time.hpp"

#include <algorithm>

#include "graphwright/time_span.hpp"

namespace graphwright {
namespace {

/// The day of a date or time; empty where it is neither.
std::string_view day_of(std::string_view time) {
  const std::string_view day = time.substr(0, time.find('T'));
  const bool looks_like_date = day.size() >= 10 && std::count(day.begin() + 1, day.end(), '-') == 2;
  return looks_like_date && parse_time(day).span ? day : std::string_view{};
}

}  // namespace

std::string gexf_interval(std::string_view start, std::string_view end) {
  const std::string_view first = day_of(start);
  const std::string_view last = day_of(end);
  if ((!start.empty() && first.empty()) || (!end.empty() && last.empty()) || (first.empty() && last.empty())) return {};
  std::string interval = interval_text(first, last);
  return parse_time(interval).span ? interval : std::string{};
}

}  // namespace graphwright
