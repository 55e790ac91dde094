#include "json_values.hpp"

#include <algorithm>

#include "json_text.hpp"

namespace graphwright {
namespace {

void append_comma(std::string& out) {
  if (!out.empty() && out.back() != '{') out += ", ";
}

}  // namespace

void JsonValues::add_keys(std::span<const std::string_view> names, std::span<const std::string_view> reserved) {
  std::set<std::string> used(reserved.begin(), reserved.end());
  for (std::string_view name : names) {
    std::string key(name);
    while (!name.empty() && !used.insert(key).second) key += '_';
    keys_.push_back(std::move(key));
  }
}

void JsonValues::append(const AttributeValue& value, std::string& out) {
  const AttributeColumn& column = columns_[value.column];
  append_comma(out);
  append_json_string(keys_[value.column], out);
  out += ": ";
  const bool is_json_list = column.is_list && value.text.starts_with('[');
  if (is_json_list || column.type == ValueType::boolean) {
    out += value.text;
  } else if (column.type == ValueType::text || column.type == ValueType::none) {
    append_json_string(value.text, out);
  } else if (!append_json_number(value.text, out)) {
    append_json_string(value.text, out);
    ++replaced_;
  }
}

void append_json_member(std::string_view key, std::string_view text, std::string& out) {
  append_comma(out);
  append_json_string(key, out);
  out += ": ";
  append_json_string(text, out);
}

}  // namespace graphwright
