#include "csv.hpp"

#include <optional>

#include <fmt/format.h>

#include "csv_records.hpp"
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
    end_table();
  }

 private:
  /// Reads a header; the result is false, since no empty line precedes what follows.
  bool begin_table(const CsvRecord& header) {
    end_table();
    width_ = header.fields.size();
    if (auto layout = read_table_layout(header, names_, dialect_, diagnostics_))
      rows_.emplace(std::move(*layout), names_, sink_, diagnostics_);
    return false;
  }

  void end_table() {
    if (rows_) rows_->report();
    rows_.reset();
  }

  bool is_blank(const CsvRecord& record) const { return record.is_blank && width_ > 1; }

  bool fits(CsvRecord& record) { return check_width(record, width_, options_.lenient, diagnostics_); }

  CsvRecords& records_;
  const ReadOptions& options_;
  CsvDialect dialect_;
  TableNames names_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::size_t width_ = 0;
  std::optional<TableRows> rows_;
};

void read_records(ByteSource& source, const ReadOptions& options, CsvDialect dialect, Sink& sink,
                  Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  CsvRecords records(source, options, dialect, diagnostics);
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
