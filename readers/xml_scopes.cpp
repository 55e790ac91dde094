#include "xml_scopes.hpp"

#include <algorithm>

#include "xml_literal.hpp"

namespace graphwright {
void XmlScopes::open(std::string_view name, std::span<const XmlNamespace> namespaces, std::uint32_t line) {
  open_.push_back({line, names_.size(), bindings_.size()});
  names_ += name;
  if (namespaces.empty()) return;
  for (const XmlNamespace& one : namespaces) bindings_.push_back({std::string(one.prefix), std::string(one.iri)});
  default_ = find_slowly({});
}

void XmlScopes::close() {
  const Element closed = open_.back();
  open_.pop_back();
  names_.resize(closed.name);
  if (closed.binding == bindings_.size()) return;
  bindings_.resize(closed.binding);
  default_ = find_slowly({});
}

std::optional<std::string_view> XmlScopes::find(std::string_view prefix) const {
  if (prefix == "xml") return xml_ns;
  const std::string* const iri = prefix.empty() ? default_ : find_slowly(prefix);
  return iri == nullptr ? std::nullopt : std::optional<std::string_view>(*iri);
}

const std::string* XmlScopes::find_slowly(std::string_view prefix) const {
  const auto at =
      std::find_if(bindings_.rbegin(), bindings_.rend(), [=](const Binding& one) { return one.prefix == prefix; });
  return at == bindings_.rend() ? nullptr : &at->iri;
}

std::string XmlScopes::open_tags() const {
  std::string tags;
  for (std::size_t element = 0; element < open_.size(); ++element) {
    const std::size_t name_end = element + 1 < open_.size() ? open_[element + 1].name : names_.size();
    tags.append("<").append(names_, open_[element].name, name_end - open_[element].name);
    for (std::size_t at = open_[element].binding; at < binding_end(element); ++at) {
      const Binding& one = bindings_[at];
      append_xml_attribute(one.prefix.empty() ? "xmlns" : "xmlns:" + one.prefix, one.iri, tags);
    }
    tags += '>';
  }
  return tags;
}

std::vector<std::uint32_t> XmlScopes::open_lines() const {
  std::vector<std::uint32_t> lines;
  for (const Element& one : open_) lines.push_back(one.line);
  return lines;
}

}  // namespace graphwright
