#include "html_label.hpp"

#include <algorithm>
#include <array>

#include "graphwright/ascii_case.hpp"
#include "graphwright/byte_source.hpp"

#include "dot_words.hpp"
#include "name_characters.hpp"
#include "xml_events.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 5> names_of_xml{"amp", "lt", "gt", "quot", "apos"};

bool is_letter_or_digit(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

class LabelReader : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    const bool is_known = is_root_ || is_graphviz_element(element.local);
    is_root_ = false;
    if (!is_known && label_.unknown_element.empty()) label_.unknown_element = element.local;
    for (const XmlAttribute& attribute : element.attributes)
      if (ascii_lower(attribute.local) == "port") label_.ports.insert(ascii_lower(attribute.value));
  }
  void end() override {}
  void text(std::string_view /*text*/) override {}
  HtmlLabel take() { return std::move(label_); }

 private:
  HtmlLabel label_;
  bool is_root_ = true;
};

/// The length of a character's name at the front (`&nbsp;`) that Graphviz knows, but XML does not; 0 where there is
/// none.
std::size_t foreign_name_size(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.starts_with('&') ? text.find(';') : std::string_view::npos;
  if (end == std::string_view::npos || end < 2 || end >= longest) return 0;
  const std::string_view name = text.substr(1, end - 1);
  const bool is_of_xml = std::find(names_of_xml.begin(), names_of_xml.end(), name) != names_of_xml.end();
  return !is_of_xml && std::all_of(name.begin(), name.end(), is_letter_or_digit) ? end + 1 : 0;
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
