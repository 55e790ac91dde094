#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphwright/exporter.hpp"

#include "drawing.hpp"
#include "picture.hpp"

namespace graphwright {

/// The pairs of colours that a page draws nodes and lines in, each once; the style sheet calls them `c` and their
/// number.
class PageLooks {
 public:
  explicit PageLooks(const Picture& picture);

  const std::vector<std::pair<std::string, std::string>>& colours() const { return colours_; }
  std::size_t of_node(std::uint32_t node) const { return nodes_[node]; }
  std::size_t of_line(std::uint32_t edge) const { return lines_[edge]; }

 private:
  std::size_t number(const ClassStyle& style);

  std::vector<std::pair<std::string, std::string>> colours_;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> numbers_;
  std::vector<std::size_t> nodes_;
  std::vector<std::size_t> lines_;
};

/// What the script of the page knows of a graph: a JSON object, one node, fact or source a line, that can stand
/// within a `script` element.
///
/// Facts are the edges in their order, each with the number of its line in the drawing. Days are listed once, in
/// their order, and named by their numbers, so that the script compares numbers.
std::string page_data(const Picture& picture, const PageLooks& looks, const Drawing& drawing,
                      const ExportOptions& options);

}  // namespace graphwright
