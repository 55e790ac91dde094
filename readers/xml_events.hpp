#pragma once

#include <span>
#include <string_view>

#include "graphwright/reader.hpp"

namespace graphwright {

/// What the prefix `xml` stands for.
inline constexpr std::string_view xml_ns = "http://www.w3.org/XML/1998/namespace";

/// An attribute with its namespace resolved; its value has entities and references replaced.
struct XmlAttribute {
  std::string_view prefix;
  std::string_view local;
  std::string_view ns;
  std::string_view value;
};

/// A namespace declared on an element; an empty prefix is the default namespace.
struct XmlNamespace {
  std::string_view prefix;
  std::string_view iri;
};

/// The start of an element, where it stands, and what it carries; borrowed for the call.
struct XmlElement {
  std::string_view prefix;
  std::string_view local;
  std::string_view ns;
  std::span<const XmlAttribute> attributes;
  std::span<const XmlNamespace> namespaces;
  Location location;
};

/// The value of an attribute without a prefix; empty where there is none.
std::string_view attribute(const XmlElement& element, std::string_view name);
bool has_attribute(const XmlElement& element, std::string_view name);

/// The value of the first attribute of a local name, whatever its prefix; empty where there is none.
std::string_view local_attribute(const XmlElement& element, std::string_view name);

/// Receives the events of an XML document in its order.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  virtual void start(const XmlElement& element) = 0;
  virtual void end() = 0;
  /// Some text of the current element; one run of text may come in pieces.
  virtual void text(std::string_view text) = 0;
  virtual void comment(std::string_view /*text*/) {}
  virtual void instruction(std::string_view /*target*/, std::string_view /*data*/) {}
};

/// Reads XML 1.0 with namespaces in constant memory and says whether it was well-formed.
///
/// The first fatal error ends the reading, as XML demands. Nothing outside the source is ever opened:
/// external entities and external DTDs are not declared. Internal entities are expanded within the
/// limits of the parser against amplification; depth beyond `options.max_depth` is an error.
bool read_xml(ByteSource& source, const ReadOptions& options, XmlHandler& handler, Diagnostics& diagnostics);

}  // namespace graphwright
