#include "graphwright/letter_kind.hpp"

#include <unicode/uchar.h>

namespace graphwright {
namespace {

bool is_full_width(UChar32 letter) {
  const int width = u_getIntPropertyValue(letter, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

}  // namespace

LetterKind letter_kind(char32_t letter) {
  const auto one = static_cast<UChar32>(letter);
  switch (u_charType(one)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return LetterKind::no_width;
    case U_UPPERCASE_LETTER:
      return is_full_width(one) ? LetterKind::full_width : LetterKind::capital;
    case U_LOWERCASE_LETTER:
      return is_full_width(one) ? LetterKind::full_width : LetterKind::small;
    default:
      return is_full_width(one) ? LetterKind::full_width : LetterKind::other;
  }
}

int digit_value(char32_t letter) { return u_charDigitValue(static_cast<UChar32>(letter)); }

}  // namespace graphwright
