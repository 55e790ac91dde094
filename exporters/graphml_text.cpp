#include "graphml_text.hpp"

namespace graphwright {

void write_graphml_key(std::string_view domain, std::string_view prefix, const AttributeColumn& column, Output& output,
                       XmlText& text) {
  output.write("  <key id=\"");
  output.write(prefix);
  text.attribute(column.id);
  output.write("\" for=\"");
  output.write(domain);
  output.write("\" attr.name=\"");
  text.attribute(column.name);
  output.write("\" attr.type=\"");
  output.write(graphml_type(column.type));
  output.write("\"/>\n");
}

}  // namespace graphwright
