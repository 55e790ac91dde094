#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml_events.hpp"

namespace graphwright {

/// The elements that are open, and the namespaces that they declare.
class XmlScopes {
 public:
  void open(std::string_view name, std::span<const XmlNamespace> namespaces, std::uint32_t line);
  void close();

  std::size_t depth() const { return open_.size(); }
  /// The name of the innermost element; there must be one.
  std::string_view innermost() const { return std::string_view(names_).substr(open_.back().name); }
  /// What a prefix stands for, the empty one for the default namespace; nothing where it is not declared.
  std::optional<std::string_view> find(std::string_view prefix) const;
  /// The start tags of all open elements, and their lines.
  std::string open_tags() const;
  std::vector<std::uint32_t> open_lines() const;

 private:
  struct Element {
    std::uint32_t line;
    std::size_t name;     // where it begins in `names_`
    std::size_t binding;  // the first of its own
  };
  struct Binding {
    std::string prefix;
    std::string iri;
  };

  const std::string* find_slowly(std::string_view prefix) const;
  std::size_t binding_end(std::size_t element) const {
    return element + 1 < open_.size() ? open_[element + 1].binding : bindings_.size();
  }

  std::vector<Element> open_;
  std::string names_;
  std::deque<Binding> bindings_;
  const std::string* default_ = nullptr;
};

}  // namespace graphwright
