#include "dates.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace graphwright::extraction {
namespace {

using namespace std::chrono;

constexpr auto weekdays =
    std::to_array<std::string_view>({"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});
constexpr auto months = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

std::string iso(int year, int month = 0, int day = 0) {
  std::array<char, 32> buffer{};
  const int length = month == 0 ? std::snprintf(buffer.data(), buffer.size(), "%04d", year)
                     : day == 0 ? std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, month)
                                : std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string iso(sys_days day) {
  const year_month_day date(day);
  return iso(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
             static_cast<int>(static_cast<unsigned>(date.day())));
}

bool is_full(const Dateline& dateline) { return dateline.day != 0; }
sys_days day_of(const Dateline& dateline) {
  return sys_days(year{dateline.year} / month{static_cast<unsigned>(dateline.month)} /
                  day{static_cast<unsigned>(dateline.day)});
}

int index_of(const auto& table, std::string_view key) {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i] == key) return static_cast<int>(i);
  return -1;
}

std::string last_weekday(int weekday_index, const Dateline& dateline) {
  if (!is_full(dateline)) return {};
  const sys_days today = day_of(dateline);
  const weekday wanted{static_cast<unsigned>(weekday_index)};
  return iso(today - (weekday{today} - wanted));
}

/// One sentence's dates.
class DateFinder {
 public:
  DateFinder(const Lexicon& lexicon, const Dateline& dateline, SentenceChunks& sentence)
      : dateline_(dateline), sentence_(sentence), month_(lexicon.find_class("month")) {}

  void run() {
    std::vector<Chunk>& out = out_;
    out.reserve(sentence_.chunks.size());
    while (at_ < sentence_.chunks.size()) {
      time_.clear();
      const std::size_t length = match();
      if (length == 0) {
        out.push_back(std::move(sentence_.chunks[at_++]));
        continue;
      }
      Chunk one;
      one.kind = ChunkKind::date;
      one.first = sentence_.chunks[at_].first;
      one.last = sentence_.chunks[at_ + length - 1].last;
      one.key = weekday_;
      one.time = time_;
      out.push_back(std::move(one));
      at_ += length;
    }
    sentence_.chunks = std::move(out_);
  }

 private:
  const std::string& key(std::size_t ahead) const {
    static const std::string none;
    const std::size_t at = at_ + ahead;
    if (at >= sentence_.chunks.size()) return none;
    const Chunk& one = sentence_.chunks[at];
    return one.kind == ChunkKind::name && !one.is_guess ? none : one.key;
  }
  /// The word before the place that is looked at.
  std::string_view before() const { return out_.empty() ? std::string_view{} : out_.back().key; }
  int day_number(std::size_t ahead) const {
    std::string_view text = key(ahead);
    if (text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd") || text.ends_with("th"))
      text.remove_suffix(2);
    const int value = number(text);
    return value >= 1 && value <= 31 ? value : -1;
  }
  int year_number(std::size_t ahead) const {
    const std::string& text = key(ahead);
    const int value = text.size() == 4 ? number(text) : -1;
    return value >= 1400 && value <= 2100 ? value : -1;
  }
  int month_number(std::size_t ahead) const {
    const std::size_t at = at_ + ahead;
    if (at >= sentence_.chunks.size()) return -1;
    const Chunk& one = sentence_.chunks[at];
    if (one.word == nullptr || !one.word->is(month_)) return -1;
    if (sentence_.tokens[one.first].shape == Shape::lower) return -1;
    return index_of(months, std::string_view(one.key).substr(0, 3)) + 1;
  }

  /// The year of a month and day that stand without one: the last such day before the dateline.
  int implied_year(int month_value, int day_value) const {
    if (dateline_.year == 0) return 0;
    if (dateline_.month == 0) return dateline_.year;
    const bool is_later =
        month_value > dateline_.month + 1 || (month_value == dateline_.month + 1 && day_value > dateline_.day);
    return is_later && month_value - dateline_.month > 2 ? dateline_.year - 1 : dateline_.year;
  }

  void set(int year_value, int month_value = 0, int day_value = 0) {
    if (year_value > 0) time_ = iso(year_value, month_value, day_value);
  }

  std::size_t match_month(std::size_t at) {
    const int month_value = month_number(at);
    if (month_value < 1) return 0;
    const int day_value = day_number(at + 1);
    if (day_value > 0) {
      std::size_t length = at + 2;
      int year_value = year_number(length);
      if (year_value > 0) {
        ++length;
      } else if (key(length) == "," && year_number(length + 1) > 0) {
        year_value = year_number(length + 1);
        length += 2;
        if (key(length) == ",") ++length;
      } else {
        year_value = implied_year(month_value, day_value);
      }
      set(year_value, month_value, day_value);
      return length;
    }
    if (const int year_value = year_number(at + 1); year_value > 0) {
      set(year_value, month_value);
      return at + 2;
    }
    if (key(at) == "may" || key(at) == "march") {
      if (before() != "in" && before() != "since" && before() != "last") return 0;
    }
    int year_value = dateline_.year;
    if (dateline_.month != 0 && month_value > dateline_.month) --year_value;
    set(year_value, month_value);
    return at + 1;
  }

  std::size_t match_day_month() {
    const int day_value = day_number(0);
    const int month_value = month_number(1);
    if (day_value < 1 || month_value < 1) return 0;
    int year_value = year_number(2);
    const std::size_t length = year_value > 0 ? 3 : 2;
    if (year_value < 0) year_value = implied_year(month_value, day_value);
    set(year_value, month_value, day_value);
    return length;
  }

  std::size_t match_weekday() {
    const int which = index_of(weekdays, key(0));
    if (which < 0) return 0;
    weekday_ = key(0);
    std::size_t length = key(1) == "," ? 2 : 1;
    if (const std::size_t more = match_month(length); more != 0 && day_number(length + 1) > 0) return more;
    time_ = last_weekday(which, dateline_);
    return 1;
  }

  std::size_t match_year() {
    const std::string& text = key(0);
    if (text.size() == 5 && text.back() == 's' && number(std::string_view(text).substr(0, 4)) > 1400) {
      time_ = text.substr(0, 3) + "X";
      return 1;
    }
    const std::size_t hyphen = text.find('-');
    if (hyphen == 4 && (text.size() == 9 || text.size() == 7)) {
      const int first = number(std::string_view(text).substr(0, 4));
      const std::string second = text.size() == 9 ? text.substr(5) : text.substr(0, 2) + text.substr(5);
      if (first >= 1400 && first <= 2100 && number(second) > first) {
        time_ = iso(first) + "/" + second;
        return 1;
      }
    }
    const int year_value = year_number(0);
    if (year_value < 0) return 0;
    const bool joins = key(1) == "to" || key(1) == "and" || key(1) == "until" || key(1) == "--";
    if (joins && year_number(2) > 0 && at_ > 0) {
      if (before() == "from" || before() == "between" || key(1) == "--") {
        time_ = iso(year_value) + "/" + iso(year_number(2));
        return 3;
      }
    }
    // A number that counts something is no year.
    const std::size_t next = at_ + 1;
    if (next < sentence_.chunks.size()) {
      const Chunk& after = sentence_.chunks[next];
      if (after.word != nullptr && after.word->is_plural && after.kind == ChunkKind::word && at_ > 0 &&
          before() != "the" && before() != "in")
        return 0;
    }
    set(year_value);
    return 1;
  }

  std::size_t match_relative() {
    const std::string& text = key(0);
    if ((text == "yesterday" || text == "today") && is_full(dateline_)) {
      time_ = iso(day_of(dateline_) - days{text == "yesterday" ? 1 : 0});
      return 1;
    }
    if (text != "last" && text != "this") return 0;
    if (key(1) == "year" && dateline_.year != 0) {
      set(dateline_.year - (text == "last" ? 1 : 0));
      return 2;
    }
    if (key(1) == "month" && dateline_.month != 0) {
      const int back = text == "last" ? 1 : 0;
      set(dateline_.month > back ? dateline_.year : dateline_.year - 1,
          dateline_.month > back ? dateline_.month - back : 12);
      return 2;
    }
    if (key(1) == "week" || key(1) == "weekend") return 2;
    return 0;
  }

  std::size_t match() {
    weekday_.clear();
    for (const auto matcher : {&DateFinder::match_weekday, &DateFinder::match_day_month, &DateFinder::match_year,
                               &DateFinder::match_relative}) {
      if (const std::size_t length = (this->*matcher)(); length != 0) return length;
    }
    return match_month(0);
  }

  const Dateline& dateline_;
  SentenceChunks& sentence_;
  ClassId month_;
  std::size_t at_ = 0;
  std::string time_;
  std::string weekday_;
  std::vector<Chunk> out_;
};

}  // namespace

Dateline parse_dateline(std::string_view text) {
  Dateline out;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return out;
  const int year_value = number(text.substr(0, 4));
  const int month_value = text.size() >= 7 ? number(text.substr(5, 2)) : 0;
  const int day_value = text.size() == 10 ? number(text.substr(8, 2)) : 0;
  if (year_value < 1 || month_value < 0 || month_value > 12 || day_value < 0) return out;
  if (day_value != 0 &&
      !(year{year_value} / month{static_cast<unsigned>(month_value)} / day{static_cast<unsigned>(day_value)}).ok())
    return out;
  return {year_value, month_value, day_value};
}

void find_dates(const Lexicon& lexicon, const Dateline& dateline, SentenceChunks& sentence) {
  DateFinder(lexicon, dateline, sentence).run();
}

std::string next_weekday(std::string_view weekday_name, const Dateline& dateline) {
  const int which = index_of(weekdays, weekday_name);
  if (which < 0 || !is_full(dateline)) return {};
  const sys_days today = day_of(dateline);
  return iso(today + (weekday{static_cast<unsigned>(which)} - weekday{today}));
}

}  // namespace graphwright::extraction
