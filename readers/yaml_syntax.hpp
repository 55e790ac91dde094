#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace graphwright {

/// Says in plain words what a YAML parser's error at a byte of the text is about, and what to do.
std::string explain_yaml_error(std::string_view text, std::size_t at, std::string_view parser_message);

/// Whether the scalar at a byte opens a quotation mark that nothing closes (the parser takes it).
bool find_unclosed_quote(std::string_view text, std::size_t at);

/// Whether a list or map in brackets begins at a byte.
bool is_flow_start(std::string_view text, std::size_t at);

/// The byte of the text at which a byte of a scalar's value stands: past the opening mark or block
/// header, over escapes (YAML 1.2.2, 5.7) and folded lines (6.5).
///
/// @complexity linear in the value
std::size_t find_raw_offset(std::string_view text, std::size_t begin, std::string_view value, std::size_t value_offset);

}  // namespace graphwright
