#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace graphwright::extraction {

/// A line of a table: `head: words`, or fields between bars; comments and empty lines are left out.
struct TableLine {
  std::string whole;
  std::string head;
  std::string tail;
  std::vector<std::string> words;
  std::uint32_t number = 0;
};

/// The trimmed pieces of a text between separators, empty pieces left out unless the separator is a bar.
std::vector<std::string> split(std::string_view text, char separator);

std::vector<TableLine> table_lines(std::string_view text);

}  // namespace graphwright::extraction
