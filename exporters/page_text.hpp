#pragma once

#include <string>
#include <string_view>

namespace graphwright {

/// Appends a JSON string that can stand within a `script` element and in any JavaScript: `<`, `>`, `&`, U+2028 and
/// U+2029 are escaped.
void append_script_string(std::string_view text, std::string& out);

/// What a Content-Security-Policy names the text of a script or style sheet by: `'sha256-...'`.
std::string policy_hash(std::string_view text);

}  // namespace graphwright
