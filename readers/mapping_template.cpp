#include "mapping_template.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/iri.hpp"

#include "mapping_values.hpp"
#include "white_space.hpp"

namespace graphwright {
namespace {

struct FilterName {
  std::string_view name;
  ValueFilter filter;
};

constexpr std::array<FilterName, 4> filter_names{{
    {"slug", ValueFilter::slug},
    {"date", ValueFilter::date},
    {"dmy", ValueFilter::dmy},
    {"mdy", ValueFilter::mdy},
}};

constexpr DateOrder order_of(ValueFilter filter) {
  if (filter == ValueFilter::dmy) return DateOrder::day_first;
  return filter == ValueFilter::mdy ? DateOrder::month_first : DateOrder::year_first;
}

/// What may help where a date cannot be read.
std::string_view date_advice(std::string_view text, ValueFilter filter) {
  const bool is_unordered = order_of(filter) == DateOrder::year_first &&
                            (read_day(text, DateOrder::day_first) || read_day(text, DateOrder::month_first));
  return is_unordered ? "; the filter dmy or mdy says whether the day or the month comes first" : "";
}

/// An interval whose two ends are one day is that day.
void shorten_interval(std::string& text) {
  const std::size_t half = text.size() / 2;
  const std::string_view whole = text;
  if (text.size() == 21 && whole[half] == '/' && whole.substr(0, half) == whole.substr(half + 1)) text.resize(half);
}

/// Reads one template.
class TemplateReader {
 public:
  TemplateReader(Location location, const std::map<std::string, ValueMap, std::less<>>& maps, Diagnostics& diagnostics)
      : maps_(maps), diagnostics_(diagnostics) {
    result_.location = location;
  }

  MappingTemplate read(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const bool is_brace = c == '{' || c == '}';
      if (is_brace && text.substr(at + 1).starts_with(c)) {
        result_.texts.back() += c;
        ++at;
      } else if (c == '{') {
        const std::size_t close = text.find('}', at);
        if (close == std::string_view::npos) return fail("the brace '{' is never closed; '{{' is the brace itself");
        add_use(text.substr(at + 1, close - at - 1));
        at = close;
      } else if (c == '}') {
        return fail("the brace '}' closes nothing; '}}' is the brace itself");
      } else {
        result_.texts.back() += c;
      }
    }
    return std::move(result_);
  }

 private:
  MappingTemplate fail(std::string_view message) {
    diagnostics_.error("mapping-template", result_.location, std::string(message));
    return std::move(result_);
  }

  void add_use(std::string_view words) {
    ColumnUse use;
    use.location = result_.location;
    std::size_t at = std::min(words.find('|'), words.size());
    use.column = words.substr(0, at);
    while (at < words.size()) {
      const std::size_t end = std::min(words.find('|', at + 1), words.size());
      add_filter(words.substr(at + 1, end - at - 1), use);
      at = end;
    }
    result_.uses.push_back(std::move(use));
    result_.texts.emplace_back();
  }

  void add_filter(std::string_view name, ColumnUse& use) {
    for (const FilterName& one : filter_names)
      if (one.name == name) {
        use.filters.emplace_back(one.filter, nullptr);
        return;
      }
    if (const auto map = maps_.find(name); map != maps_.end()) {
      use.filters.emplace_back(ValueFilter::map, &map->second);
      return;
    }
    std::vector<std::string_view> known{"slug", "date", "dmy", "mdy"};
    for (const auto& [map_name, map] : maps_) known.push_back(map_name);
    diagnostics_.error("mapping-template", result_.location,
                       fmt::format("'{}' is neither a filter (slug, date, dmy, mdy) nor a map under 'values'", name),
                       did_you_mean(nearest_name(name, known)));
  }

  const std::map<std::string, ValueMap, std::less<>>& maps_;
  Diagnostics& diagnostics_;
  MappingTemplate result_;
};

}  // namespace

MappingTemplate read_mapping_template(std::string_view text, Location location,
                                      const std::map<std::string, ValueMap, std::less<>>& maps,
                                      Diagnostics& diagnostics) {
  return TemplateReader(location, maps, diagnostics).read(text);
}

const CsvField* MappedRow::field(std::string_view column) const {
  const auto at = columns_.find(column);
  return at == columns_.end() ? nullptr : &record_->fields[at->second];
}

void MappedRow::report(Location location, std::string_view code, std::string message) {
  is_bad_ = true;
  // A column that several texts use is wrong once.
  if (std::find(reported_.begin(), reported_.end(), location) != reported_.end()) return;
  reported_.push_back(location);
  diagnostics_.error(code, location, std::move(message));
}

Location MappedRow::locate(const MappingTemplate& from) const {
  const CsvField* first = from.uses.empty() ? nullptr : field(from.uses.front().column);
  return first == nullptr ? record_->location : first->location;
}

std::optional<std::string> MappedRow::fill(const MappingTemplate& from, bool encoded) {
  std::string text = from.texts.front();
  for (std::size_t i = 0; i < from.uses.size(); ++i) {
    const std::optional<std::string> part = value(from.uses[i]);
    if (!part || part->empty()) return std::nullopt;
    // What a map gives is the author's text, slashes and all.
    const bool is_mapped = !from.uses[i].filters.empty() && from.uses[i].filters.back().first == ValueFilter::map;
    if (encoded && !is_mapped)
      append_iri_part(*part, text);
    else
      text += *part;
    text += from.texts[i + 1];
  }
  shorten_interval(text);
  return text;
}

std::optional<std::string> MappedRow::value(const ColumnUse& use) {
  const CsvField* field = this->field(use.column);
  if (field == nullptr) return std::nullopt;
  std::string text(trimmed(field->text));
  for (const auto& [filter, map] : use.filters) {
    // Only a value map may say what an empty field means.
    if (text.empty() && (map == nullptr || !map->values.contains(""))) return std::nullopt;
    if (filter == ValueFilter::slug) {
      std::string name = slug(text);
      if (name.empty()) {
        report(field->location, "table-value",
               fmt::format("'{}' in the column '{}' has no letter or digit to make a name of", text, use.column));
        return std::nullopt;
      }
      text = std::move(name);
    } else if (filter == ValueFilter::map) {
      auto at = map->values.find(text);
      if (at == map->values.end()) at = map->values.find("*");
      if (at == map->values.end()) {
        report(field->location, "table-value",
               fmt::format("the mapping does not say what '{}' in the column '{}' means", text, use.column));
        return std::nullopt;
      }
      text = at->second;
    } else {
      std::optional<std::string> day = read_day(text, order_of(filter));
      if (!day) {
        report(field->location, "table-value",
               fmt::format("'{}' in the column '{}' is no date that exists{}", text, use.column,
                           date_advice(text, filter)));
        return std::nullopt;
      }
      text = std::move(*day);
    }
  }
  return text;
}

}  // namespace graphwright
