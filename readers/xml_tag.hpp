#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml_events.hpp"

namespace graphwright {

/// What became of something that was to be scanned: the end of the text may cut it, or it is not plain (`scan_xml`).
enum class XmlScanned : std::uint8_t { whole, cut, odd };

/// Scans start tags, one after the other; what it gives is borrowed from the text until the next.
class XmlTag {
 public:
  /// Scans the tag that a text begins with. The byte behind the text must be readable, and can be part of no name.
  XmlScanned scan(std::string_view text);

  std::size_t size() const { return static_cast<std::size_t>(at_ - begin_); }
  bool is_empty_element() const { return is_empty_element_; }
  /// The name as it stands there.
  std::string_view name() const { return name_; }
  std::string_view prefix() const { return prefix_; }
  std::string_view local() const { return local_; }
  /// Their namespaces are left to be found.
  std::span<XmlAttribute> attributes() { return attributes_; }
  bool has_prefixed_attributes() const { return has_prefixed_; }
  std::span<const XmlNamespace> namespaces() const { return namespaces_; }

 private:
  bool scan_name(std::string_view& prefix, std::string_view& local);
  bool scan_attribute();
  bool scan_value();
  XmlScanned unfinished() const { return at_ >= end_ ? XmlScanned::cut : XmlScanned::odd; }
  bool finish();
  bool decode_values();
  bool has_repeated() const;
  bool take_namespaces();

  const char* begin_ = nullptr;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::string_view name_;
  std::string_view prefix_;
  std::string_view local_;
  std::vector<XmlAttribute> attributes_;
  std::vector<XmlNamespace> namespaces_;
  std::vector<std::size_t> encoded_;  // attributes whose values are not what they say
  std::string decoded_;
  bool is_empty_element_ = false;
  bool has_prefixed_ = false;
  bool has_namespaces_ = false;
};

}  // namespace graphwright
