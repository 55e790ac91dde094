#include "escaping_copy.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

/// Texts of every length about the widths of the vector registers, with one byte after another put in.
template <typename Check>
void for_texts(Check check) {
  for (std::size_t size = 0; size <= 70; ++size) {
    for (int c = 0; c < 256; ++c) {
      std::string text(size, 'a');
      if (size != 0) text[static_cast<std::size_t>(c) * 31 % size] = static_cast<char>(c);
      check(text);
    }
  }
}

TEST(EscapingCopy, CopiesExactlyWhatNeedsNoEscape) {
  for_texts([](const std::string& text) {
    std::string plain(text.size() + 1, '#');
    std::string fast(text.size() + 1, '#');
    if (copy_string(text, fast.data())) {
      ASSERT_TRUE(copy_plainly<may_need_string_escape>(text, plain.data()));
      ASSERT_EQ(fast, text + '#') << "nothing behind the text is touched";
    } else {
      ASSERT_FALSE(copy_plainly<may_need_string_escape>(text, plain.data()));
    }
  });
}

TEST(EscapingCopy, SuspectsAtLeastWhatAnIriMustEscape) {
  for_texts([](const std::string& text) {
    std::string plain(text.size() + 1, '#');
    std::string fast(text.size() + 1, '#');
    const bool is_plain = copy_plainly<needs_iri_escape>(text, plain.data());
    const bool is_fast = copy_iri(text, fast.data());
    ASSERT_LE(is_fast, is_plain);
    if (is_fast) {
      ASSERT_EQ(fast, text + '#');
    }
    const bool has_rare_byte = text.find_first_of("!~\x7F") != std::string::npos;
    ASSERT_TRUE(is_fast || !is_plain || has_rare_byte) << text;
  });
}

}  // namespace
}  // namespace graphwright
