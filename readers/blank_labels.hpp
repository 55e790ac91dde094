#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text_arena.hpp"

namespace graphwright {

/// Names the blank nodes that a file leaves without a label, so that none ever meets a label of the file.
///
/// Generated labels are a head, a letter that tells the number of digits, and a number: they sort in the
/// order in which they were given. The head is chosen so that no label in the first block begins so; a
/// later label of the file that could have been generated gets `_` at its end, as does any that has some
/// there already, so that the mapping stays one to one.
class BlankLabels {
 public:
  /// Chooses the head from the beginning of the file.
  explicit BlankLabels(std::string_view first_block);

  /// A new label.
  std::string_view generate(TextArena& arena);
  /// What a label of the file is called.
  std::string_view label_of_file(std::string_view label, TextArena& arena) const;

 private:
  bool may_be_generated(std::string_view label) const;

  std::string head_;
  std::size_t count_ = 0;
};

}  // namespace graphwright
