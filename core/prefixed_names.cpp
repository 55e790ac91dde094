#include "graphwright/prefixed_names.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace graphwright {
namespace {

constexpr std::array<bool, 256> make_plain_bytes() {
  std::array<bool, 256> plain{};
  for (unsigned c = 0; c < 256; ++c)
    plain[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  return plain;
}

constexpr std::array<bool, 256> is_plain_byte = make_plain_bytes();

/// The eight bytes before `end` as a number.
std::uint64_t tail_before(std::string_view text, std::size_t end) {
  std::uint64_t tail = 0;
  std::memcpy(&tail, text.data() + end - sizeof tail, sizeof tail);
  return tail;
}

}  // namespace

bool is_plain_local(std::string_view local) {
  if (local.starts_with('-')) return false;
  return std::all_of(local.begin(), local.end(), [](char c) { return is_plain_byte[static_cast<unsigned char>(c)]; });
}

PrefixedNames::PrefixedNames(const PrefixMap& prefixes) {
  // By name, so that of two names for one namespace the smaller is met first and kept.
  for (const auto& [name, iri] : prefixes.by_name()) {
    const auto is_known = [&wanted = iri](const Namespace& one) { return one.iri == wanted; };
    if (std::any_of(namespaces_.begin(), namespaces_.end(), is_known)) continue;
    namespaces_.push_back({iri, name + ":", iri.size() < 8 ? 0 : tail_before(iri, iri.size())});
  }
  std::stable_sort(namespaces_.begin(), namespaces_.end(),
                   [](const Namespace& a, const Namespace& b) { return a.iri.size() > b.iri.size(); });
}

std::uint32_t PrefixedNames::find(std::string_view iri) const {
  for (std::uint32_t number = 0; number < namespaces_.size(); ++number) {
    const Namespace& one = namespaces_[number];
    const std::size_t size = one.iri.size();
    if (size > iri.size() || (size >= 8 && tail_before(iri, size) != one.tail)) continue;
    if (iri.starts_with(one.iri) && is_plain_local(iri.substr(size))) return number;
  }
  return none;
}

}  // namespace graphwright
