#include "graphwright/name_letters.hpp"

#include <algorithm>
#include <array>

namespace graphwright {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 12> letters{{{0xC0, 0xD6},
                                         {0xD8, 0xF6},
                                         {0xF8, 0x2FF},
                                         {0x370, 0x37D},
                                         {0x37F, 0x1FFF},
                                         {0x200C, 0x200D},
                                         {0x2070, 0x218F},
                                         {0x2C00, 0x2FEF},
                                         {0x3001, 0xD7FF},
                                         {0xF900, 0xFDCF},
                                         {0xFDF0, 0xFFFD},
                                         {0x10000, 0xEFFFF}}};

}  // namespace

bool is_wide_name_start(char32_t c) {
  return std::any_of(letters.begin(), letters.end(), [c](Range range) { return c >= range.first && c <= range.last; });
}

bool is_wide_name_part(char32_t c) {
  return is_wide_name_start(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040);
}

}  // namespace graphwright
