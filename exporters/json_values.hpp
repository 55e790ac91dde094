#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attributes.hpp"

namespace graphwright {

/// What the formats of JSON cannot carry, in the words of the loss report.
inline constexpr std::string_view no_json_number = "number that JSON does not have, written as text";

/// Writes attributes as members of JSON objects, numbers, truth values and lists as such.
class JsonValues {
 public:
  /// Members are called as the columns; one that would be a reserved word gets `_` behind it.
  template <typename Attributes>
  JsonValues(const Attributes& attributes, std::span<const std::string_view> reserved)
      : columns_(attributes.columns()) {
    add_keys(used_names(attributes), reserved);
  }

  /// Appends a member, with a comma before it unless it is the first of its object.
  void append(const AttributeValue& value, std::string& out);
  /// The values that became text, since JSON has no infinity and the like.
  std::size_t replaced_count() const { return replaced_; }

 private:
  void add_keys(std::span<const std::string_view> names, std::span<const std::string_view> reserved);

  std::span<const AttributeColumn> columns_;
  std::vector<std::string> keys_;
  std::size_t replaced_ = 0;
};

/// Appends a member with a text as its value.
void append_json_member(std::string_view key, std::string_view text, std::string& out);

}  // namespace graphwright
