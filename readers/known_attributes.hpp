#pragma once

#include <string_view>

namespace graphwright {

/// Whether an element has an XML attribute of a name.
using KnowsAttribute = bool (*)(std::string_view);

/// The XML attributes that an element of GraphML has by its schema, or by Gephi and Neo4j, and that are read or say
/// nothing of the graph.
KnowsAttribute graphml_attributes(std::string_view element);

/// The same of an element of GEXF 1.1 to 1.3.
KnowsAttribute gexf_attributes(std::string_view element);

}  // namespace graphwright
