#include "html_label.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/byte_source.hpp"

#include "dot_words.hpp"
#include "name_characters.hpp"
#include "word_list.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 5> names_of_xml{"amp", "lt", "gt", "quot", "apos"};

bool is_letter_or_digit(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

constexpr std::array<std::string_view, 8> styles{"b", "font", "i", "o", "s", "sub", "sup", "u"};
constexpr std::array<std::string_view, 5> around_tables{"b", "font", "i", "o", "u"};

/// Whether an element may stand in another, of which the root has no name (Node Shapes, HTML-like labels, the grammar).
bool may_stand_in(std::string_view element, std::string_view parent) {
  const bool is_label = parent.empty() || parent == "td";
  if (element == "tr" || element == "hr") return parent == "table";
  if (element == "td" || element == "vr") return parent == "tr";
  if (element == "img") return parent == "td";
  if (element == "table") return is_label || has(around_tables, parent);
  return is_label || has(styles, parent);
}

class LabelReader : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    std::string name = open_.empty() ? std::string() : ascii_lower(element.local);
    if (!open_.empty()) examine(element.local, name);
    open_.push_back({std::move(name), false, false});
    for (const XmlAttribute& attribute : element.attributes)
      if (ascii_lower(attribute.local) == "port") label_.ports.insert(ascii_lower(attribute.value));
  }
  void end() override { open_.pop_back(); }
  void text(std::string_view text) override {
    if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) add_words();
  }
  HtmlLabel take() { return std::move(label_); }

 private:
  struct Open {
    std::string name;
    bool has_words = false;
    bool has_table = false;
  };

  void examine(std::string_view written, std::string_view name) {
    Open& parent = open_.back();
    if (!is_graphviz_element(name)) {
      if (label_.unknown_element.empty()) label_.unknown_element = written;
    } else if (!may_stand_in(name, parent.name)) {
      refuse(parent.name.empty() ? fmt::format("'{}' cannot stand alone", written)
                                 : fmt::format("'{}' cannot stand in '{}'", written, parent.name));
    } else if (name == "table") {
      if (parent.has_words || parent.has_table) refuse("a table cannot stand beside something else");
      parent.has_table = true;
    } else if (name == "br" || has(styles, name)) {
      add_words();
    }
  }

  /// Text within tables and rows is passed over.
  void add_words() {
    Open& parent = open_.back();
    if (parent.has_table) refuse("a table cannot stand beside something else");
    parent.has_words = true;
  }

  void refuse(std::string message) {
    if (label_.misplaced.empty()) label_.misplaced = std::move(message);
  }

  HtmlLabel label_;
  std::vector<Open> open_;
};

/// The length of a character's name at the front (`&nbsp;`) that Graphviz knows, but XML does not; 0 where there is
/// none.
std::size_t foreign_name_size(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.starts_with('&') ? text.find(';') : std::string_view::npos;
  if (end == std::string_view::npos || end < 2 || end >= longest) return 0;
  const std::string_view name = text.substr(1, end - 1);
  return !has(names_of_xml, name) && std::all_of(name.begin(), name.end(), is_letter_or_digit) ? end + 1 : 0;
}

/// The label as a document of XML, without the names of characters that only Graphviz knows.
std::string document_of(std::string_view label) {
  std::string document = "<x>";
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t skipped = foreign_name_size(label.substr(at));
    if (skipped == 0) document += label[at];
    at += std::max<std::size_t>(skipped, 1);
  }
  return document += "</x>";
}

}  // namespace

std::optional<HtmlLabel> read_html_label(std::string_view label) {
  LabelReader reader;
  Diagnostics said_of_the_label;
  const std::string document = document_of(label);
  if (!read_xml(*memory_source(document), {}, reader, said_of_the_label)) return std::nullopt;
  return reader.take();
}

}  // namespace graphwright
