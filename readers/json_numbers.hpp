#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphwright {

/// The double nearest to a JSON number; none where it is beyond the largest.
std::optional<double> json_number(std::string_view text);

/// A number as ECMAScript writes it (ECMA-262, 6.1.6.1.20), which RFC 8785 prescribes for canonical JSON.
void append_ecmascript(double number, std::string& out);

/// The canonical lexical form of xsd:double with at most 15 digits behind the point (JSON-LD 1.1 API, 8.6).
std::string double_lexical_form(double number);

/// The digits of a JSON number without a fraction whose absolute value is below 10^21; empty for any other.
std::string integer_lexical_form(std::string_view text, double number);

}  // namespace graphwright
