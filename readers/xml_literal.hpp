#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "xml_events.hpp"

namespace graphwright {

/// Appends an attribute behind a blank, its value escaped as in Canonical XML 1.0, 2.3.
void append_xml_attribute(std::string_view name, std::string_view value, std::string& out);

/// Writes a piece of XML in Exclusive Canonical XML 1.0 with comments, as the lexical form of an
/// rdf:XMLLiteral (RDF 1.1 Concepts, 5.2).
class XmlLiteralWriter {
 public:
  void start(const XmlElement& element);
  void end();
  void text(std::string_view text);
  void comment(std::string_view text);
  void instruction(std::string_view target, std::string_view data);

  std::size_t depth() const { return open_.size(); }
  std::string take() { return std::move(out_); }

 private:
  using Scope = std::map<std::string, std::string, std::less<>>;

  void declare(std::string_view prefix, std::string_view iri, Scope& scope, Scope& fresh) const;
  void write_attributes(const XmlElement& element);

  std::string out_;
  std::vector<std::string> open_;
  std::vector<Scope> scopes_{Scope{}};
};

}  // namespace graphwright
