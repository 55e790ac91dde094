#pragma once

#include <string_view>

#include "attributes.hpp"
#include "xml_text.hpp"

namespace graphwright {

/// The beginning of every GraphML file, up to its keys.
inline constexpr std::string_view graphml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd\">\n";

/// The name of a type in GraphML.
constexpr std::string_view graphml_type(ValueType type) {
  switch (type) {
    case ValueType::boolean:
      return "boolean";
    case ValueType::int32:
      return "int";
    case ValueType::int64:
      return "long";
    case ValueType::real:
      return "double";
    default:
      return "string";
  }
}

/// Declares a column; the prefix keeps the ids of the keys for nodes and for edges apart.
void write_graphml_key(std::string_view domain, std::string_view prefix, const AttributeColumn& column, Output& output,
                       XmlText& text);
/// Writes a value of a column, indented as in a node of a graph that is not nested.
inline void write_graphml_data(std::string_view prefix, std::string_view id, std::string_view value, Output& output,
                               XmlText& text) {
  output.write("      <data key=\"");
  output.write(prefix);
  text.attribute(id);
  output.write("\">");
  text.content(value);
  output.write("</data>\n");
}

}  // namespace graphwright
