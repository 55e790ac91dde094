#include "label_template.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::string_view marks = "{}[]";

/// Reads one template.
class LabelTemplateReader {
 public:
  LabelTemplateReader(const YamlDocument& document, const YamlNode& node, std::span<const std::string_view> known,
                      Diagnostics& diagnostics)
      : document_(document), node_(node), text_(node.text), known_(known), diagnostics_(diagnostics) {}

  LabelTemplate read() {
    while (at_ < text_.size() && !has_fault_) step();
    if (part_ != 0 && !has_fault_) fault(opening_);
    return has_fault_ ? LabelTemplate{} : std::move(made_);
  }

 private:
  void step() {
    const char c = text_[at_];
    const bool is_mark = marks.find(c) != std::string_view::npos;
    const bool is_double = is_mark && text_.substr(at_ + 1).starts_with(c);
    if (!is_mark || is_double)
      add_text(c);
    else if (c == '{')
      add_value();
    else if (c == '[' && part_ == 0)
      open_part();
    else if (c == ']' && part_ != 0)
      part_ = 0;
    else
      fault(at_);
    at_ += is_double ? 2 : 1;
  }

  void add_text(char c) {
    if (made_.pieces.empty() || made_.pieces.back().is_value || made_.pieces.back().part != part_)
      made_.pieces.push_back({{}, false, part_});
    made_.pieces.back().text += c;
  }

  void add_value() {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) return fault(at_);
    const std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    check(name, at_ + 1);
    made_.pieces.push_back({std::string(name), true, part_});
    at_ = close;
  }

  void open_part() {
    part_ = ++parts_;
    opening_ = at_;
  }

  void fault(std::size_t at) {
    has_fault_ = true;
    diagnostics_.error("style-template", document_.locate(node_, at),
                       fmt::format("'{0}' has no partner here; '{0}{0}' is the character itself", text_[at]));
  }

  /// Any name can be that of an attribute; one that is nearly a value's own is doubted.
  void check(std::string_view name, std::size_t at) {
    if (name.empty()) {
      has_fault_ = true;
      diagnostics_.error("style-template", document_.locate(node_, at),
                         "'{}' names no value: write the name of an attribute");
      return;
    }
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) return;
    const std::string meant = nearest_name(name, {known_.begin(), known_.end()});
    if (!meant.empty())
      diagnostics_.warning("style-template", document_.locate(node_, at),
                           fmt::format("'{{{}}}' is taken for an attribute", name), did_you_mean(meant));
  }

  const YamlDocument& document_;
  const YamlNode& node_;
  std::string_view text_;
  std::span<const std::string_view> known_;
  Diagnostics& diagnostics_;
  LabelTemplate made_;
  std::size_t at_ = 0;
  std::size_t part_ = 0;
  std::size_t parts_ = 0;
  std::size_t opening_ = 0;
  bool has_fault_ = false;
};

}  // namespace

LabelTemplate read_label_template(const YamlDocument& document, const YamlNode& node,
                                  std::span<const std::string_view> known, Diagnostics& diagnostics) {
  return LabelTemplateReader(document, node, known, diagnostics).read();
}

}  // namespace graphwright
