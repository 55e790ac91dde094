#include "csv_records.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "limits.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_fields = std::size_t{1} << 16;

}  // namespace

CsvRecords::CsvRecords(ByteSource& source, const ReadOptions& options, CsvDialect dialect, Diagnostics& diagnostics)
    : source_(source),
      options_(options),
      dialect_(dialect),
      diagnostics_(diagnostics),
      block_(std::max<std::size_t>(options.block_bytes, 4)) {
  skip_byte_order_mark();
}

void CsvRecords::skip_byte_order_mark() {
  while (size_ < 3) {
    const std::size_t got = source_.read(block_.data() + size_, block_.size() - size_);
    if (got == 0) break;
    size_ += got;
  }
  const std::string_view begin(block_.data(), size_);
  if (begin.starts_with("\xEF\xBB\xBF")) at_ = 3;
  if (!begin.starts_with("\xFE\xFF") && !begin.starts_with("\xFF\xFE")) return;
  diagnostics_.error("encoding", here(), "the table is in UTF-16, which is not read: save it as UTF-8");
  at_ = size_;
  is_over_ = true;
}

bool CsvRecords::fill() {
  if (is_over_) return false;
  size_ = source_.read(block_.data(), block_.size());
  at_ = 0;
  is_over_ = size_ == 0;
  return !is_over_;
}

void CsvRecords::skip() {
  if (!is_continuation_byte(block_[at_])) ++column_;
  ++at_;
}

void CsvRecords::take_until(char one, char other) {
  // A byte beyond the limit at most, so that blocks of any size stop at the same place.
  const std::size_t most = options_.max_token_bytes + 1;
  while (text_.size() < most && peek() != end_of_file) {
    const std::string_view block = std::string_view(block_.data(), size_).substr(at_, most - text_.size());
    const auto stop = std::find_if(block.begin(), block.end(),
                                   [=](char c) { return c == one || c == other || c == '\n' || c == '\r'; });
    const std::string_view taken = block.substr(0, static_cast<std::size_t>(stop - block.begin()));
    text_.append(taken);
    column_ += static_cast<std::uint32_t>(count_code_points(taken));
    at_ += taken.size();
    if (stop != block.end()) return;
  }
}

/// Appends a line end to the text as it is written.
void CsvRecords::take_line_end() {
  const bool is_return = peek() == '\r';
  text_ += block_[at_++];
  if (is_return && peek() == '\n') text_ += block_[at_++];
  ++line_;
  column_ = 1;
}

bool CsvRecords::next(CsvRecord& record) {
  while (peek() != end_of_file) {
    text_.clear();
    drafts_.clear();
    ++number_;
    record.location = here();
    record.is_blank = is_line_end(peek());
    const bool is_good = read_record();
    record.end = here();
    if (is_line_end(peek())) take_line_end();
    if (!is_good) continue;
    record.number = number_;
    record.fields.clear();
    for (const Draft& one : drafts_)
      record.fields.push_back(
          {std::string_view(text_).substr(one.begin, one.end - one.begin), one.location, one.is_quoted});
    return true;
  }
  return false;
}

bool CsvRecords::read_record() {
  while (true) {
    if (!read_field()) {
      skip_line();
      return false;
    }
    if (peek() != static_cast<unsigned char>(dialect_.delimiter)) break;
    skip();
  }
  return std::all_of(drafts_.begin(), drafts_.end(), [this](const Draft& one) { return check_text(one); });
}

bool CsvRecords::read_field() {
  if (drafts_.size() == most_fields) {
    diagnostics_.error("limit", here(), fmt::format("a record holds at most {} fields", most_fields));
    return false;
  }
  drafts_.push_back({text_.size(), text_.size(), here()});
  if (dialect_.quotes && peek() == '"') return read_quoted();
  const char quote = dialect_.quotes && dialect_.strict_quotes ? '"' : dialect_.delimiter;
  take_until(dialect_.delimiter, quote);
  drafts_.back().end = text_.size();
  if (text_.size() > options_.max_token_bytes) {
    diagnostics_.error("limit", drafts_.back().location, "the record is longer than the limit");
    return false;
  }
  if (quote != '"' || peek() != '"') return true;
  diagnostics_.error("table-quote", here(),
                     "a quotation mark stands in a field that does not begin with one: enclose the field in "
                     "quotation marks and double those within");
  return false;
}

bool CsvRecords::read_quoted() {
  Draft& field = drafts_.back();
  field.is_quoted = true;
  skip();
  while (true) {
    take_until('"', '"');
    field.end = text_.size();
    const int byte = peek();
    if (byte == end_of_file || text_.size() > options_.max_token_bytes) {
      diagnostics_.error(
          byte == end_of_file ? "table-quote" : "limit", field.location,
          byte == end_of_file ? "this quotation mark is never closed" : "the field is longer than the limit");
      return false;
    }
    if (is_line_end(byte)) {
      take_line_end();
      continue;
    }
    skip();
    if (peek() != '"') break;
    text_ += '"';
    skip();
  }
  const int next = peek();
  if (next == end_of_file || is_line_end(next) || next == static_cast<unsigned char>(dialect_.delimiter)) return true;
  diagnostics_.error("table-quote", here(),
                     "text follows the quotation mark that ends a field: double a quotation mark within a field");
  return false;
}

void CsvRecords::skip_line() {
  while (peek() != end_of_file && !is_line_end(peek())) skip();
}

Location CsvRecords::locate(const Draft& field, std::size_t offset) const {
  Location place = field.location;
  place.column += field.is_quoted ? 1 : 0;
  const std::string_view before = std::string_view(text_).substr(field.begin, offset);
  for (std::size_t at = 0; at < before.size(); ++at) {
    const bool ends_line = before[at] == '\n' || (before[at] == '\r' && !before.substr(at + 1).starts_with('\n'));
    if (ends_line) {
      ++place.line;
      place.column = 1;
    } else if (!is_continuation_byte(before[at])) {
      // A quotation mark within a quoted field is written twice.
      place.column += field.is_quoted && before[at] == '"' ? 2 : 1;
    }
  }
  return place;
}

bool CsvRecords::check_text(const Draft& field) {
  const std::string_view text = std::string_view(text_).substr(field.begin, field.end - field.begin);
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    diagnostics_.error("control-character", locate(field, nul), "the byte 0x00 cannot stand in a table");
    return false;
  }
  const std::size_t bad = find_invalid_utf8(text);
  if (bad == std::string_view::npos) return true;
  diagnostics_.error("encoding", locate(field, bad), not_utf8_message(text[bad]));
  return false;
}

bool check_width(CsvRecord& record, std::size_t width, bool lenient, Diagnostics& diagnostics) {
  const std::size_t count = record.fields.size();
  if (lenient && count < width) record.fields.resize(width, {{}, record.end, false});
  if (record.fields.size() == width) return true;
  diagnostics.error("table-row", count < width ? record.end : record.fields[width].location,
                    fmt::format("this row has {} field{}, but the header has {}", count, count == 1 ? "" : "s", width));
  return false;
}

}  // namespace graphwright
