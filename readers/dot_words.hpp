#pragma once

#include <string_view>

namespace graphwright {

/// Whether Graphviz draws a shape of this name (Node Shapes); `custom` takes a picture.
bool is_graphviz_shape(std::string_view word);

/// Whether Graphviz has a layout engine of this name (Layout Engines).
bool is_graphviz_layout(std::string_view word);

/// Whether an element may stand in a label between angle brackets (Node Shapes, HTML-like labels); its case does not
/// matter.
bool is_graphviz_element(std::string_view word);

}  // namespace graphwright
