#pragma once

#include <string>

#include "graphwright/exporter.hpp"
#include "graphwright/output.hpp"

#include "drawing.hpp"
#include "picture.hpp"
#include "xml_text.hpp"

namespace graphwright {

/// Writes the drawing as an `svg` element of the page. Colours come from classes of the style sheet, nodes carry
/// their number as `data-n`, lines theirs as `data-g`, and texts the numbers of their facts as `data-f`.
void write_page_drawing(const Picture& picture, const Drawing& drawing, Output& output, XmlText& text);

/// The rules of the style sheet for the classes that are drawn: pale and dark colours for either background.
std::string page_class_rules(const Picture& picture);

}  // namespace graphwright
