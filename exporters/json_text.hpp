#pragma once

#include <span>
#include <string>
#include <string_view>

namespace graphwright {

/// Appends a JSON string with its quotation marks (RFC 8259, 7); UTF-8 stands for itself.
void append_json_string(std::string_view text, std::string& out);

/// Appends a decimal number as JSON writes it: no zeros before its digits, digits on both sides of a point
/// (RFC 8259, 6); false, and nothing appended, where it is none (`Infinity`).
bool append_json_number(std::string_view number, std::string& out);

/// Appends one value as it is and several as a JSON list of strings; one that looks like a list is a
/// list of one, so that what begins with `[` always is a list.
void append_list(std::span<const std::string> values, std::string& out);

}  // namespace graphwright
