#include "yed_drawing.hpp"

#include <algorithm>
#include <array>

#include "graphwright/graph_file_iris.hpp"

#include "white_space.hpp"

namespace graphwright {
namespace {

struct Word {
  std::string_view element;
  std::string_view attribute;
  std::string_view property;
  bool is_number;
};

constexpr std::array<Word, 6> words{{{"Geometry", "x", iri::gw::x, true},
                                     {"Geometry", "y", iri::gw::y, true},
                                     {"Geometry", "width", iri::gw::width, true},
                                     {"Geometry", "height", iri::gw::height, true},
                                     {"Fill", "color", iri::gw::color, false},
                                     {"Shape", "type", iri::gw::shape, false}}};

}  // namespace

void YedDrawing::clear() {
  facts_.clear();
  label_.clear();
  label_depth_ = 0;
  has_label_ = false;
}

void YedDrawing::start(const XmlElement& element, std::size_t depth) {
  if (element.ns.find("yworks.com") == std::string_view::npos) return;
  if ((element.local == "NodeLabel" || element.local == "EdgeLabel") && !has_label_) label_depth_ = depth;
  for (const Word& word : words) {
    if (element.local != word.element) continue;
    for (const XmlAttribute& one : element.attributes)
      if (one.local == word.attribute) add(word.property, one.value, word.is_number);
  }
}

void YedDrawing::add(std::string_view property, std::string_view text, bool is_number) {
  const auto is_same = [=](const Fact& one) { return one.property == property; };
  if (std::none_of(facts_.begin(), facts_.end(), is_same))
    facts_.push_back({std::string(property), std::string(text), is_number});
}

void YedDrawing::text(std::string_view text) {
  if (label_depth_ != 0) label_ += text;
}

void YedDrawing::end(std::size_t depth) {
  if (label_depth_ == 0 || depth != label_depth_) return;
  label_depth_ = 0;
  label_ = std::string(trimmed(label_));
  has_label_ = !label_.empty();
}

}  // namespace graphwright
