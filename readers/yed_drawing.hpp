#pragma once

#include <string>
#include <vector>

#include "xml_events.hpp"

namespace graphwright {

/// What yEd says of how a node or edge looks: gathered from the elements inside one `data`.
///
/// Where a group has several drawings the first one counts.
class YedDrawing {
 public:
  struct Fact {
    std::string property;
    std::string text;
    bool is_number = false;
  };

  void clear();
  void start(const XmlElement& element, std::size_t depth);
  void text(std::string_view text);
  void end(std::size_t depth);

  /// The text of the first label, without white space around it.
  const std::string& label() const { return label_; }
  const std::vector<Fact>& facts() const { return facts_; }

 private:
  void add(std::string_view property, std::string_view text, bool is_number);

  std::vector<Fact> facts_;
  std::string label_;
  std::size_t label_depth_ = 0;
  bool has_label_ = false;
};

}  // namespace graphwright
