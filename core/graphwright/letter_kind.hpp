#pragma once

#include <cstdint>

namespace graphwright {

/// What a letter takes of a line: nothing (marks over others, format and control characters), a full square (East Asian
/// wide and full-width, emoji), or what capitals, small letters and all others take.
enum class LetterKind : std::uint8_t { no_width, full_width, capital, small, other };

/// The kind of a Unicode scalar value (Unicode's general category, UAX #11 for what is wide).
LetterKind letter_kind(char32_t letter);

/// The value of a decimal digit of any script (general category Nd), -1 of any other letter.
int digit_value(char32_t letter);

}  // namespace graphwright
