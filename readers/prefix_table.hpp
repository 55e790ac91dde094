#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace graphwright {

/// Namespaces by prefix for a reader, made for few names that are asked for millions of times.
class PrefixTable {
 public:
  void declare(std::string_view name, std::string_view iri);
  /// The namespace of a prefix; null where it was not declared.
  const std::string* find(std::string_view name) const;

 private:
  struct Entry {
    std::string name;
    std::string iri;
    const Entry* next;
  };
  static std::size_t bucket(std::string_view name);

  std::deque<Entry> entries_;
  std::array<Entry*, 256> buckets_{};
};

/// Names are short: their length, first and last byte tell most of them apart, and no hash function runs.
inline std::size_t PrefixTable::bucket(std::string_view name) {
  if (name.empty()) return 0;
  const auto first = static_cast<unsigned char>(name.front());
  const auto last = static_cast<unsigned char>(name.back());
  return (name.size() * 67 + first * std::size_t{7} + last) % 256;
}

inline const std::string* PrefixTable::find(std::string_view name) const {
  for (const Entry* entry = buckets_[bucket(name)]; entry != nullptr; entry = entry->next)
    if (entry->name == name) return &entry->iri;
  return nullptr;
}

inline void PrefixTable::declare(std::string_view name, std::string_view iri) {
  Entry*& first = buckets_[bucket(name)];
  // A later declaration stands before an earlier one of the same name, which is never found again.
  first = &entries_.emplace_back(Entry{std::string(name), std::string(iri), first});
}

}  // namespace graphwright
