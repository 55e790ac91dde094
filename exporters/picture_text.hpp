#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace graphwright {

/// Breaks a text into lines of about `width` code points, at spaces where there are any.
///
/// Runs of white space become one space; lines are made about equally long. What does not fit into `most_lines` ends in
/// an ellipsis. Letters are not parted from their marks, joiners and variation selectors.
std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t most_lines);

/// A text cut to so many code points, with an ellipsis where something was cut.
std::string shorten(std::string_view text, std::size_t most);

/// Says an EDTF time in words: `7 Nov 2022`, `Nov 2022`, `1990s`, `since 1992`, `until 2020`,
/// `c. 1992`, `1998-2000` with a dash; what it cannot say it gives as it is.
std::string time_words(std::string_view edtf);

/// The text with control characters other than white space replaced by their pictures (U+2400 and
/// following), and U+FFFE and U+FFFF by U+FFFD; `replaced` counts them.
std::string without_controls(std::string_view text, std::size_t& replaced);

}  // namespace graphwright
