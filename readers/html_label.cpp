#include "html_label.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/byte_source.hpp"

#include "character_names.hpp"
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
    open_.emplace_back().name = std::move(name);
    for (const XmlAttribute& attribute : element.attributes) {
      const std::string word = ascii_lower(attribute.local);
      if (word == "port") label_.ports.insert(ascii_lower(attribute.value));
      if (word == "color" || word == "bgcolor")
        label_.colors.push_back({std::string(attribute.value), word == "bgcolor"});
    }
  }
  void end() override {
    examine_content(open_.back());
    open_.pop_back();
  }
  void text(std::string_view text) override {
    // Graphviz leaves control characters out.
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= ' '; }))
      open_.back().is_filled = true;
    if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) add_words();
  }
  HtmlLabel take() { return std::move(label_); }

 private:
  struct Open {
    std::string name;
    bool has_words = false;
    bool has_table = false;
    /// Whether there is something in it, blanks too.
    bool is_filled = false;
    /// Of a table or row: whether it has rows or cells, and whether the last thing in it is a line.
    bool has_parts = false;
    bool ends_in_line = false;
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
      parent.is_filled = true;
    } else {
      add_part(parent, name);
    }
  }

  /// A row, a cell, or a line, which stands between two of them.
  void add_part(Open& parent, std::string_view name) {
    const bool is_line = name == "hr" || name == "vr";
    if (is_line && (!parent.has_parts || parent.ends_in_line)) refuse_line(parent);
    parent.has_parts = parent.has_parts || !is_line;
    parent.ends_in_line = is_line;
  }

  /// What Graphviz does not take empty.
  void examine_content(const Open& closed) {
    if (closed.name.empty() && !closed.is_filled && !closed.has_table) refuse("it is empty");
    if (has(styles, closed.name) && !closed.is_filled && !closed.has_table)
      refuse(fmt::format("'{}' cannot be empty", closed.name));
    if (closed.name != "table" && closed.name != "tr") return;
    if (!closed.has_parts) refuse(closed.name == "table" ? "a table needs a row" : "a row needs a cell");
    if (closed.ends_in_line) refuse_line(closed);
  }

  void refuse_line(const Open& around) {
    refuse(around.name == "table" ? "'hr' stands between rows" : "'vr' stands between cells");
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

/// The name of a character at the front (`nbsp` of `&nbsp;`) that XML does not have; empty where there is none.
std::string_view foreign_name(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.starts_with('&') ? text.find(';') : std::string_view::npos;
  if (end == std::string_view::npos || end < 2 || end >= longest) return {};
  const std::string_view name = text.substr(1, end - 1);
  return !has(names_of_xml, name) && std::all_of(name.begin(), name.end(), is_letter_or_digit) ? name
                                                                                               : std::string_view{};
}

/// The label as a document of XML, letters in place of names of characters that only Graphviz knows.
std::string document_of(std::string_view label, std::string& unknown_name) {
  std::string document = "<x>";
  for (std::size_t at = 0; at < label.size();) {
    const std::string_view name = foreign_name(label.substr(at));
    document += name.empty() ? label[at] : 'x';
    if (!name.empty() && unknown_name.empty() && !is_character_name(name)) unknown_name = name;
    at += name.empty() ? 1 : name.size() + 2;
  }
  return document += "</x>";
}

}  // namespace

std::optional<HtmlLabel> read_html_label(std::string_view label) {
  LabelReader reader;
  Diagnostics said_of_the_label;
  std::string unknown_name;
  const std::string document = document_of(label, unknown_name);
  if (!read_xml(*memory_source(document), {}, reader, said_of_the_label)) return std::nullopt;
  HtmlLabel read = reader.take();
  read.unknown_name = std::move(unknown_name);
  return read;
}

}  // namespace graphwright
