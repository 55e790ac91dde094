#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"

#include "csv_records.hpp"

namespace graphwright {

/// What the values of a column become, by the values; `*` stands for all others that are not empty.
struct ValueMap {
  std::map<std::string, std::string, std::less<>> values;
};

/// How a value is changed before it enters a text.
enum class ValueFilter : std::uint8_t {
  /// By a value map.
  map,
  /// Letters and digits in lower case, hyphens between them.
  slug,
  /// A day in EDTF, from `2023-01-05`, `20230105`, `05 January 2023`, or any of these with a time of day.
  date,
  /// A day written day, month, year: `5/1/2023`.
  dmy,
  /// A day written month, day, year: `1/5/2023`.
  mdy
};

/// A use of a column in a text.
struct ColumnUse {
  std::string column;
  std::vector<std::pair<ValueFilter, const ValueMap*>> filters;
  Location location;
};

/// A text with the values of columns in it: `event/{event_id}`, `{event_date|date}`.
struct MappingTemplate {
  /// One more than `uses`: what stands before, between and behind them.
  std::vector<std::string> texts{std::string{}};
  std::vector<ColumnUse> uses;
  Location location;

  bool is_constant() const { return uses.empty(); }
};

/// Reads `{column}` and `{column|filter|filter}`; braces themselves are doubled. Faults are reported.
MappingTemplate read_mapping_template(std::string_view text, Location location,
                                      const std::map<std::string, ValueMap, std::less<>>& maps,
                                      Diagnostics& diagnostics);

/// One row of a table, asked by the names of its columns.
class MappedRow {
 public:
  MappedRow(const std::map<std::string, std::size_t, std::less<>>& columns, Diagnostics& diagnostics)
      : columns_(columns), diagnostics_(diagnostics) {}

  void set(const CsvRecord& record) {
    record_ = &record;
    is_bad_ = false;
    reported_.clear();
  }
  const CsvRecord& record() const { return *record_; }
  /// The field of a column, null where the table has none.
  const CsvField* field(std::string_view column) const;
  /// Whether a value of the row was reported as bad.
  bool is_bad() const { return is_bad_; }
  void report(Location location, std::string_view code, std::string message);

  /// A template's text; nothing where a column in it is empty or a value map gives nothing for it.
  std::optional<std::string> text(const MappingTemplate& from) { return fill(from, false); }
  /// The same with values encoded as parts of an IRI, save what value maps give.
  std::optional<std::string> iri_text(const MappingTemplate& from) { return fill(from, true); }
  /// Where the first column in a template stands in the row, else the row.
  Location locate(const MappingTemplate& from) const;

 private:
  std::optional<std::string> fill(const MappingTemplate& from, bool encoded);
  std::optional<std::string> value(const ColumnUse& use);

  const std::map<std::string, std::size_t, std::less<>>& columns_;
  Diagnostics& diagnostics_;
  const CsvRecord* record_ = nullptr;
  std::vector<Location> reported_;
  bool is_bad_ = false;
};

}  // namespace graphwright
