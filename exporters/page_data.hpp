#pragma once

#include <span>
#include <string>

#include "graphwright/exporter.hpp"

#include "drawing.hpp"
#include "picture.hpp"

namespace graphwright {

/// What the script of the page knows of a graph: a JSON object, one node, fact or source a line, that can stand
/// within a `script` element.
///
/// Facts are the edges in their order, each with the number of its line in the drawing. Days are listed once, in
/// their order, and named by their numbers, so that the script compares numbers.
std::string page_data(const Picture& picture, const Drawing& drawing, const ExportOptions& options);

/// Where the members of a class stand in `classes` of the page's data, by node; -1 for nodes without a class.
std::vector<int> page_classes(const Picture& picture);

}  // namespace graphwright
