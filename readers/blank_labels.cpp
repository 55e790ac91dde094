#include "blank_labels.hpp"

#include <algorithm>
#include <charconv>

namespace graphwright {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// The letter of a number with so many digits.
char size_letter(std::size_t digits) { return static_cast<char>('a' + digits - 1); }

}  // namespace

BlankLabels::BlankLabels(std::string_view first_block) : head_("b") {
  std::size_t longest = 0;
  for (std::size_t at = first_block.find("_:b"); at != std::string_view::npos; at = first_block.find("_:b", at + 1)) {
    const std::size_t begin = at + 2;
    const std::size_t end = std::min(first_block.find_first_not_of('b', begin), first_block.size());
    longest = std::max(longest, end - begin);
  }
  head_.assign(longest + 1, 'b');
}

std::string_view BlankLabels::generate(TextArena& arena) {
  constexpr std::size_t most_digits = 20;
  char* const begin = arena.allocate(head_.size() + 1 + most_digits);
  char* const letter = std::copy(head_.begin(), head_.end(), begin);
  char* const end = std::to_chars(letter + 1, letter + 1 + most_digits, ++count_).ptr;
  *letter = size_letter(static_cast<std::size_t>(end - letter) - 1);
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool BlankLabels::may_be_generated(std::string_view label) const {
  if (!label.starts_with(head_) || label.size() < head_.size() + 2) return false;
  label.remove_prefix(head_.size());
  const char letter = label.front();
  label.remove_prefix(1);
  if (letter < 'a' || letter > 't' || !is_digit(label.front())) return false;
  const std::size_t digits = std::min(label.find_first_not_of("0123456789"), label.size());
  return label.find_first_not_of('_', digits) == std::string_view::npos;
}

std::string_view BlankLabels::label_of_file(std::string_view label, TextArena& arena) const {
  return may_be_generated(label) ? arena.concatenate(label, "_") : label;
}

}  // namespace graphwright
