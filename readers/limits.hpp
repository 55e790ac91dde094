#pragma once

#include <cstddef>
#include <string>

namespace graphwright {

/// Triple terms within triple terms are compared, written and interned by recursion everywhere, so that
/// no option lets them nest deeper.
inline constexpr std::size_t max_triple_term_depth = 1000;

/// What is said of a byte that is not UTF-8.
std::string not_utf8_message(char byte);

}  // namespace graphwright
