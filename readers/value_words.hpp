#pragma once

#include <cstdint>
#include <string_view>

namespace graphwright {

/// What a reader of graph files takes the values of an attribute for.
enum class ValueKind : std::uint8_t { text, whole, real, truth };

/// What such a value is, in words; empty for a text.
std::string_view description(ValueKind kind);

/// Whether NetworkX reads a value: by int() and float() of Python, and as true, false, 0 or 1 in letters of any case.
bool networkx_reads(ValueKind kind, std::string_view text);

/// Whether igraph reads a value: by strtod() of C, unless it lies beyond what a double holds; as true, false, yes or no
/// in letters of any case, or digits.
bool igraph_reads(ValueKind kind, std::string_view text);

/// The text before its first line break.
inline std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace graphwright
