#include "xml_literal.hpp"

#include <algorithm>
#include <tuple>

namespace graphwright {
namespace {

std::string qualified(std::string_view prefix, std::string_view local) {
  return prefix.empty() ? std::string(local) : std::string(prefix).append(":").append(local);
}

/// Character references of Canonical XML 1.0, 2.3.
void append_escaped(std::string_view text, bool is_attribute, std::string& out) {
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>' && !is_attribute)
      out += "&gt;";
    else if (c == '"' && is_attribute)
      out += "&quot;";
    else if (c == '\t' && is_attribute)
      out += "&#x9;";
    else if (c == '\n' && is_attribute)
      out += "&#xA;";
    else if (c == '\r')
      out += "&#xD;";
    else
      out += c;
  }
}

}  // namespace

void append_xml_attribute(std::string_view name, std::string_view value, std::string& out) {
  out.append(" ").append(name).append("=\"");
  append_escaped(value, true, out);
  out += '"';
}

void XmlLiteralWriter::declare(std::string_view prefix, std::string_view iri, Scope& scope, Scope& fresh) const {
  if (prefix == "xml") return;
  const auto known = scope.find(prefix);
  if (known == scope.end() ? iri.empty() : known->second == iri) return;
  scope.insert_or_assign(std::string(prefix), std::string(iri));
  fresh.insert_or_assign(std::string(prefix), std::string(iri));
}

void XmlLiteralWriter::start(const XmlElement& element) {
  Scope scope = scopes_.back();
  Scope fresh;
  declare(element.prefix, element.ns, scope, fresh);
  for (const XmlAttribute& one : element.attributes)
    if (!one.prefix.empty()) declare(one.prefix, one.ns, scope, fresh);
  open_.push_back(qualified(element.prefix, element.local));
  out_.append("<").append(open_.back());
  for (const auto& [prefix, iri] : fresh) append_xml_attribute(prefix.empty() ? "xmlns" : "xmlns:" + prefix, iri, out_);
  write_attributes(element);
  out_ += '>';
  scopes_.push_back(std::move(scope));
}

void XmlLiteralWriter::write_attributes(const XmlElement& element) {
  std::vector<XmlAttribute> sorted(element.attributes.begin(), element.attributes.end());
  std::sort(sorted.begin(), sorted.end(), [](const XmlAttribute& a, const XmlAttribute& b) {
    return std::tie(a.ns, a.local) < std::tie(b.ns, b.local);
  });
  for (const XmlAttribute& one : sorted) append_xml_attribute(qualified(one.prefix, one.local), one.value, out_);
}

void XmlLiteralWriter::end() {
  out_.append("</").append(open_.back()).append(">");
  open_.pop_back();
  scopes_.pop_back();
}

void XmlLiteralWriter::text(std::string_view text) { append_escaped(text, false, out_); }

void XmlLiteralWriter::comment(std::string_view text) { out_.append("<!--").append(text).append("-->"); }

void XmlLiteralWriter::instruction(std::string_view target, std::string_view data) {
  out_.append("<?").append(target);
  if (!data.empty()) out_.append(" ").append(data);
  out_ += "?>";
}

}  // namespace graphwright
