#include "xml_events.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "xml_library.hpp"
#include "xml_scanner.hpp"
#include "xml_text.hpp"

namespace graphwright {
namespace {

const XmlAttribute* plain_attribute(const XmlElement& element, std::string_view name) {
  const auto at = std::find_if(element.attributes.begin(), element.attributes.end(),
                               [=](const XmlAttribute& one) { return one.local == name && one.prefix.empty(); });
  return at == element.attributes.end() ? nullptr : &*at;
}

}  // namespace

std::string_view attribute(const XmlElement& element, std::string_view name) {
  const XmlAttribute* found = plain_attribute(element, name);
  return found == nullptr ? std::string_view{} : found->value;
}

bool has_attribute(const XmlElement& element, std::string_view name) {
  return plain_attribute(element, name) != nullptr;
}

std::string_view local_attribute(const XmlElement& element, std::string_view name) {
  for (const XmlAttribute& one : element.attributes)
    if (one.local == name) return one.value;
  return {};
}

bool read_xml(ByteSource& source, const ReadOptions& options, XmlHandler& handler, Diagnostics& diagnostics) {
  XmlText text(source);
  const std::optional<XmlRest> rest = scan_xml(text, options, handler);
  if (!rest) return true;
  if (!rest->unended.empty()) {
    diagnostics.error("xml", rest->location, fmt::format("the {} that begins here does not end", rest->unended));
    return false;
  }
  return read_xml_by_library(text, *rest, options, handler, diagnostics);
}

}  // namespace graphwright
