#include "xml_fragment.hpp"

#include <algorithm>
#include <vector>

namespace graphwright {
namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name(std::string_view name) {
  const bool begins_well = !name.empty() && name.front() != '-' && name.front() != '.' && name.front() != ':' &&
                           !(name.front() >= '0' && name.front() <= '9');
  return begins_well && name.back() != ':' && std::count(name.begin(), name.end(), ':') <= 1;
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

/// Walks once through the text.
class FragmentCheck {
 public:
  explicit FragmentCheck(std::string_view text) : text_(text) {}

  bool run() {
    while (at_ < text_.size())
      if (text_[at_] == '<' ? !skip_tag() : !skip_text("<")) return false;
    return open_.empty();
  }

 private:
  struct Element {
    std::string_view name;
    std::size_t prefixes;
  };

  bool take(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  /// Text up to one of some bytes; references must be whole.
  bool skip_text(std::string_view stops) {
    while (at_ < text_.size() && stops.find(text_[at_]) == std::string_view::npos) {
      const char c = text_[at_];
      if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '<') return false;
      if (c != '&')
        ++at_;
      else if (!skip_reference())
        return false;
    }
    return true;
  }

  bool skip_reference() {
    for (std::string_view one :
         {"&amp;", "&lt;", "&gt;", "&quot;", "&#xD;", "&#xA;", "&#x9;", "&#13;", "&#10;", "&#9;"})
      if (take(one)) return true;
    return false;
  }

  bool skip_tag() {
    ++at_;
    if (take("/")) {
      if (open_.empty() || take_name() != open_.back().name || !take(">")) return false;
      prefixes_.resize(open_.back().prefixes);
      open_.pop_back();
      return true;
    }
    const std::string_view name = take_name();
    if (!is_name(name)) return false;
    open_.push_back({name, prefixes_.size()});
    std::vector<std::string_view> used{prefix_of(name)};
    while (take(" "))
      if (!skip_attribute(used)) return false;
    return take(">") &&
           std::all_of(used.begin(), used.end(), [this](std::string_view one) { return is_declared(one); });
  }

  bool skip_attribute(std::vector<std::string_view>& used) {
    const std::string_view name = take_name();
    if (!is_name(name) || !take("=\"")) return false;
    if (name.starts_with("xmlns:"))
      prefixes_.push_back(name.substr(6));
    else
      used.push_back(prefix_of(name));
    return skip_text("\"") && take("\"");
  }

  bool is_declared(std::string_view prefix) const {
    return prefix.empty() || prefix == "xml" ||
           std::find(prefixes_.begin(), prefixes_.end(), prefix) != prefixes_.end();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Element> open_;
  std::vector<std::string_view> prefixes_;
};

}  // namespace

bool is_xml_fragment(std::string_view text) { return FragmentCheck(text).run(); }

}  // namespace graphwright
