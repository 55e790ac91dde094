#include "name_characters.hpp"

#include "graphwright/name_letters.hpp"

namespace graphwright {

bool is_name_base(char32_t c) { return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : is_wide_name_start(c); }

bool is_name_character(char32_t c) {
  return c < 0x80 ? is_plain_name_byte(static_cast<char>(c)) : is_wide_name_part(c);
}

}  // namespace graphwright
