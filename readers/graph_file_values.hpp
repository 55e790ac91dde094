#pragma once

#include <string_view>

namespace graphwright {

inline constexpr std::string_view xml_literal_datatype = "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral";

/// A value of a graph file as a literal; it borrows the text that it was read from.
struct TypedValue {
  std::string_view text;
  /// Empty for text.
  std::string_view datatype;
  /// Whether the text has the type that its key declares; where it has not it is text.
  bool fits = true;
  /// Whether there is nothing where a number or truth value should be.
  bool is_absent = false;
};

/// Reads a value by the type of its key (GraphML Primer, 3.1): white space around numbers and truth
/// values does not count, nor do capitals in truth values; an integer beyond 32 bits is a long.
TypedValue typed_value(std::string_view text, std::string_view type);

/// The type of GraphML that a word for a type means, as tools write them (`integer`, `bool`); empty where
/// it is not known.
std::string_view known_type(std::string_view word);

}  // namespace graphwright
