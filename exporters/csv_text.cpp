#include "csv_text.hpp"

#include <algorithm>

namespace graphwright {

CsvText::CsvText(Output& output, char delimiter) : output_(output), delimiter_(delimiter) {
  for (const char byte : {delimiter, '"', '\n', '\r', '\0'}) is_special_[static_cast<unsigned char>(byte)] = true;
}

bool CsvText::needs_quotes(std::string_view text) const {
  if (text.empty()) return true;
  // Many readers strip white space at the ends of what is not quoted.
  if (text.front() == ' ' || text.back() == ' ' || text.front() == '\t' || text.back() == '\t') return true;
  return std::any_of(text.begin(), text.end(),
                     [this](char byte) { return is_special_[static_cast<unsigned char>(byte)]; });
}

void CsvText::field(std::string_view text) {
  separate();
  if (!needs_quotes(text)) {
    output_.write(text);
    return;
  }
  output_.put('"');
  for (char byte : text) {
    if (byte == '"') output_.put('"');
    if (byte != '\0') {
      output_.put(byte);
      continue;
    }
    output_.write("\xE2\x90\x80");
    ++replaced_;
  }
  output_.put('"');
}

}  // namespace graphwright
