#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace graphwright {

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15.0, table 3-7), npos where all is.
///
/// @complexity linear
std::size_t find_invalid_utf8(std::string_view bytes);

/// Whether a byte goes on a code point that an earlier byte began.
constexpr bool is_continuation_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The number of code points in well-formed UTF-8.
///
/// @complexity linear
std::size_t count_code_points(std::string_view text);

/// The code point that begins at `at` in well-formed UTF-8; `at` moves past it.
char32_t decode_utf8(std::string_view text, std::size_t& at);

/// Appends a code point, which must be a Unicode scalar value.
void append_utf8(char32_t code_point, std::string& out);

}  // namespace graphwright
