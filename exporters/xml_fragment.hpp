#pragma once

#include <string_view>

namespace graphwright {

/// Whether a text is the content of an element in canonical form: balanced tags whose prefixes are declared
/// within it, quoted attributes, no bare `<` or `&`, no control characters; so that it can be written as it is.
///
/// @complexity linear
bool is_xml_fragment(std::string_view text);

}  // namespace graphwright
