#include "csv.hpp"

#include <optional>

#include <fmt/format.h>

#include "csv_records.hpp"
#include "mapped_rows.hpp"
#include "mapping.hpp"
#include "table_layout.hpp"
#include "table_rows.hpp"
#include "utf8_mending.hpp"

namespace graphwright {
namespace {

/// Reads the tables of one file: one of nodes or edges, or both with an empty line between them.
class PlainTables {
 public:
  PlainTables(CsvRecords& records, const ReadOptions& options, CsvDialect dialect, Sink& sink, Diagnostics& diagnostics)
      : records_(records),
        options_(options),
        dialect_(dialect),
        names_(options.base),
        graph_(options, names_, sink, diagnostics),
        sink_(sink),
        diagnostics_(diagnostics) {}

  void run(std::size_t errors_before) {
    sink_.base(names_.base());
    CsvRecord record;
    if (!records_.next(record)) {
      // What made a header unreadable was reported.
      if (diagnostics_.error_count() == errors_before)
        diagnostics_.error("table-header", {options_.file, 1, 1},
                           "the table is empty: it begins with a line of column names");
      return;
    }
    bool is_after_blank = begin_table(record);
    while (rows_ && records_.next(record)) {
      if (is_blank(record))
        is_after_blank = true;
      else if (is_after_blank && begins_edges(record))
        is_after_blank = begin_table(record);
      else if (is_after_blank = false; fits(record))
        rows_->push(record);
    }
  }

 private:
  /// Reads a header; the result is false, since no empty line precedes what follows.
  bool begin_table(const CsvRecord& header) {
    rows_.reset();
    width_ = header.fields.size();
    if (auto layout = read_table_layout(header, names_, dialect_, diagnostics_))
      rows_.emplace(std::move(*layout), names_, graph_, sink_, diagnostics_);
    return false;
  }

  bool is_blank(const CsvRecord& record) const { return record.is_blank && width_ > 1; }

  bool fits(CsvRecord& record) { return check_width(record, width_, options_.lenient, diagnostics_); }

  CsvRecords& records_;
  const ReadOptions& options_;
  CsvDialect dialect_;
  TableNames names_;
  TableGraph graph_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::size_t width_ = 0;
  std::optional<TableRows> rows_;
};

/// Reads a table by a mapping.
class MappedTable {
 public:
  MappedTable(CsvRecords& records, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
      : records_(records), mapping_(*options.mapping), options_(options), sink_(sink), diagnostics_(diagnostics) {}

  void run(std::size_t errors_before) {
    sink_.base(names_below(options_.base));
    CsvRecord record;
    const bool has_header = mapping_.columns.empty();
    if (has_header && !records_.next(record)) {
      if (diagnostics_.error_count() == errors_before)
        diagnostics_.error("table-header", {options_.file, 1, 1},
                           "the table is empty: it begins with a line of column names");
      return;
    }
    if (!has_header) make_header(record);
    if (!check_column_names(record, diagnostics_)) return;
    const std::size_t width = record.fields.size();
    MappedRows rows(mapping_, record, options_, sink_, diagnostics_);
    while (rows.is_good() && records_.next(record))
      if (!(record.is_blank && width > 1) && check_width(record, width, options_.lenient, diagnostics_))
        rows.push(record);
  }

 private:
  /// The header that a file without one would have.
  void make_header(CsvRecord& record) const {
    for (const std::string& name : mapping_.columns) record.fields.push_back({name, {options_.file, 1, 1}, false});
    record.location = {options_.file, 1, 1};
  }

  CsvRecords& records_;
  const TableMapping& mapping_;
  const ReadOptions& options_;
  Sink& sink_;
  Diagnostics& diagnostics_;
};

/// What a mapping says of the table itself goes before the name of the format.
CsvDialect chosen_dialect(const ReadOptions& options, CsvDialect dialect) {
  if (options.mapping == nullptr) return dialect;
  CsvDialect chosen = options.mapping->dialect;
  if (!options.mapping->has_delimiter) chosen.delimiter = dialect.delimiter;
  chosen.strict_quotes = chosen.strict_quotes && dialect.strict_quotes;
  return chosen;
}

void read_records(ByteSource& source, const ReadOptions& options, CsvDialect dialect, Sink& sink,
                  Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  dialect = chosen_dialect(options, dialect);
  CsvRecords records(source, options, dialect, diagnostics);
  if (options.mapping != nullptr)
    MappedTable(records, options, sink, diagnostics).run(errors_before);
  else
    PlainTables(records, options, dialect, sink, diagnostics).run(errors_before);
}

void read(ByteSource& source, const ReadOptions& options, CsvDialect dialect, Sink& sink, Diagnostics& diagnostics) {
  if (!options.lenient) {
    read_records(source, options, dialect, sink, diagnostics);
  } else {
    Utf8Mending mended(source);
    read_records(mended, options, dialect, sink, diagnostics);
    mended.report(options.file, diagnostics);
  }
  sink.finish();
}

}  // namespace

void read_csv(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read(source, options, {.delimiter = ',', .quotes = true, .strict_quotes = !options.lenient}, sink, diagnostics);
}

void read_tsv(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read(source, options, {.delimiter = '\t', .quotes = true, .strict_quotes = false}, sink, diagnostics);
}

}  // namespace graphwright
