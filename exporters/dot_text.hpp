#pragma once

#include <string>
#include <string_view>

#include "graphwright/output.hpp"

namespace graphwright {

/// Writes texts as DOT strings; control characters leave as their pictures and are counted.
class DotText {
 public:
  explicit DotText(Output& output) : output_(output) {}

  /// A quoted id: quotation marks are escaped, and backslashes doubled where DOT would take the last one for the
  /// beginning of `\"` or a continued line (graphviz.org/doc/info/lang.html), in all ids so that they stay distinct.
  void id(std::string_view text);
  /// A quoted label (escString): backslashes are doubled, line ends are `\n`, `&` is an entity.
  void label(std::string_view text);
  /// A quoted tooltip: as a label, but backslashes are doubled twice, since Graphviz reads its escapes twice.
  void tooltip(std::string_view text);
  /// A quoted URL: what an IRI cannot hold is percent-encoded, since Graphviz hardly escapes it in SVG.
  void url(std::string_view iri);
  /// Text within an HTML-like label.
  void html(std::string_view text);
  std::size_t replaced_count() const { return replaced_; }

 private:
  void write(std::string_view text, std::string_view backslash);
  /// The text without control characters, by way of the scratch text where it has any.
  std::string_view clean(std::string_view text);

  Output& output_;
  std::string scratch_;
  std::size_t replaced_ = 0;
};

}  // namespace graphwright
