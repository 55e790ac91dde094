#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/prefix_map.hpp"

namespace graphwright {

/// Whether a local name needs no escape in Turtle (a part of PN_LOCAL, RDF 1.1 Turtle, 6.5).
bool is_plain_local(std::string_view local);

/// Finds the prefixed names of many IRIs; gives what `PrefixMap::shorten` gives, without making texts.
class PrefixedNames {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Namespace {
    std::string iri;
    /// With its colon.
    std::string prefix;
    /// The last eight bytes of the IRI as a number (fewer where it is shorter): they tell nearly all
    /// namespaces apart in one comparison each, 20 ns for two dozen of them.
    std::uint64_t tail = 0;
  };

  explicit PrefixedNames(const PrefixMap& prefixes);

  /// The number of the namespace that shortens an IRI, or `none`.
  std::uint32_t find(std::string_view iri) const;
  const Namespace& operator[](std::uint32_t number) const { return namespaces_[number]; }
  std::size_t size() const { return namespaces_.size(); }

 private:
  std::vector<Namespace> namespaces_;  // the longest first
};

}  // namespace graphwright
