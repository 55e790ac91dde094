#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xml_events.hpp"
#include "xml_text.hpp"

namespace graphwright {

/// A document from some place on that lies between two events.
struct XmlRest {
  /// Start tags of the elements that are open there, with the namespaces that they declare.
  std::string open_tags = {};
  /// The lines of those tags.
  std::vector<std::uint32_t> open_lines = {};
  /// The root element is over; then `open_tags` is an empty element in its place.
  bool is_behind_root = false;
  /// What was taken from the text already, and where it stands.
  std::string bytes = {};
  Location location = {};
  /// Where the bytes are all that follows and begin something that does not end: what it is.
  std::string_view unended = {};
};

/// Reads a document, or what is left of one, with libxml2, and says whether it was well-formed: any XML 1.0 with
/// namespaces.
bool read_xml_by_library(XmlText& text, const XmlRest& rest, const ReadOptions& options, XmlHandler& handler,
                         Diagnostics& diagnostics);

}  // namespace graphwright
