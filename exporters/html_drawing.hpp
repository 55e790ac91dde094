#pragma once

#include <string>

#include "graphwright/exporter.hpp"
#include "graphwright/output.hpp"

#include "drawing.hpp"
#include "page_data.hpp"
#include "picture.hpp"
#include "xml_text.hpp"

namespace graphwright {

/// Writes the drawing as an `svg` element of the page. Colours come from classes of the style sheet, nodes carry
/// their number as `data-n`, lines theirs as `data-g`, and texts the numbers of their facts as `data-f`.
void write_page_drawing(const Picture& picture, const PageLooks& looks, const Drawing& drawing, Output& output,
                        XmlText& text);

/// The rules of the style sheet for what is drawn: pale and dark colours for either background.
std::string page_look_rules(const PageLooks& looks);

}  // namespace graphwright
