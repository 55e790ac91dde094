#pragma once

namespace graphwright {

/// Whether a character beyond ASCII may begin a name: what XML 1.0 (2.3, NameStartChar) and RDF 1.1 Turtle
/// (6.5, PN_CHARS_BASE) have in common.
bool is_wide_name_start(char32_t c);

/// Whether a character beyond ASCII may stand in a name (NameChar, PN_CHARS).
bool is_wide_name_part(char32_t c);

}  // namespace graphwright
