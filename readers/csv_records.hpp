#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/byte_source.hpp"
#include "graphwright/diagnostics.hpp"
#include "graphwright/reader.hpp"

namespace graphwright {

/// How the fields of a table are told apart.
struct CsvDialect {
  char delimiter = ',';
  /// Whether a quotation mark that begins a field encloses it.
  bool quotes = true;
  /// Whether one within a field that does not begin with one is an error (RFC 4180, 2, rule 5).
  bool strict_quotes = true;
};

/// A field: its text without quotation marks, and where it begins.
struct CsvField {
  std::string_view text;
  Location location;
  bool is_quoted = false;

  /// Nothing stands between the delimiters, not even quotation marks.
  bool is_absent() const { return text.empty() && !is_quoted; }
};

/// One line of a table, which goes on over line ends within quotation marks.
struct CsvRecord {
  std::vector<CsvField> fields;
  /// The number of the record in its file, from 1.
  std::size_t number = 0;
  Location location;
  /// Where the record ends.
  Location end;
  /// No byte stands before the line end.
  bool is_blank = false;
};

/// Reads a table record by record (RFC 4180); line ends are CR LF, LF or CR, a byte order mark is skipped.
///
/// A record that is not well-formed is reported and passed over. Texts are UTF-8; UTF-16 is refused.
class CsvRecords {
 public:
  CsvRecords(ByteSource& source, const ReadOptions& options, CsvDialect dialect, Diagnostics& diagnostics);

  /// The next well-formed record; false at the end. Its texts live until the next call.
  ///
  /// @complexity linear; memory for the longest record
  bool next(CsvRecord& record);

 private:
  static constexpr int end_of_file = -1;

  /// A field while its record is read: `text_` may still move.
  struct Draft {
    std::size_t begin = 0;
    std::size_t end = 0;
    Location location;
    bool is_quoted = false;
  };

  int peek() { return at_ < size_ || fill() ? static_cast<unsigned char>(block_[at_]) : end_of_file; }
  bool fill();
  /// Moves past the byte that `peek` gave.
  void skip();
  /// Appends bytes to the record's text up to one of the two, or a line end.
  void take_until(char one, char other);
  void take_line_end();
  bool is_line_end(int byte) const { return byte == '\n' || byte == '\r'; }

  void skip_byte_order_mark();
  bool read_record();
  bool read_field();
  bool read_quoted();
  void skip_line();
  bool check_text(const Draft& field);
  /// Where a byte of a field's text stands.
  Location locate(const Draft& field, std::size_t offset) const;
  Location here() const { return {options_.file, line_, column_}; }

  ByteSource& source_;
  const ReadOptions& options_;
  CsvDialect dialect_;
  Diagnostics& diagnostics_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::string text_;
  std::vector<Draft> drafts_;
  std::size_t number_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  bool is_over_ = false;
};

/// Whether a record has as many fields as its header; others are reported. A lenient reader fills up
/// short ones.
bool check_width(CsvRecord& record, std::size_t width, bool lenient, Diagnostics& diagnostics);

}  // namespace graphwright
