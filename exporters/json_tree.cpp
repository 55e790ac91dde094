#include "json_tree.hpp"

#include "json_text.hpp"

namespace graphwright {
namespace {

constexpr std::size_t line_width = 110;

void new_line(Output& out, std::size_t indent) {
  out.put('\n');
  for (std::size_t i = 0; i < indent; ++i) out.put(' ');
}

}  // namespace

JsonTree JsonTree::string(std::string_view text) {
  JsonTree tree(Kind::text);
  append_json_string(text, tree.text_);
  return tree;
}

JsonTree JsonTree::raw(std::string text) {
  JsonTree tree(Kind::text);
  tree.text_ = std::move(text);
  return tree;
}

JsonTree& JsonTree::add(std::string_view key, JsonTree value) {
  std::string quoted;
  append_json_string(key, quoted);
  members_.emplace_back(std::move(quoted), std::move(value));
  return *this;
}

JsonTree& JsonTree::push(JsonTree value) {
  members_.emplace_back(std::string{}, std::move(value));
  return *this;
}

JsonTree JsonTree::one_or_array(std::vector<JsonTree> values) {
  if (values.size() == 1) return std::move(values.front());
  JsonTree tree = array();
  for (JsonTree& value : values) tree.push(std::move(value));
  return tree;
}

/// Writes the value on one line; false where it does not belong on one.
bool JsonTree::write_flat(std::string& line, std::size_t limit) const {
  if (is_spread_) return false;
  if (kind_ == Kind::text) {
    line += text_;
    return true;
  }
  line += kind_ == Kind::object ? '{' : '[';
  for (const auto& [key, value] : members_) {
    if (&key != &members_.front().first) line += ", ";
    if (kind_ == Kind::object) line.append(key).append(": ");
    if (!value.write_flat(line, limit) || line.size() > limit) return false;
  }
  line += kind_ == Kind::object ? '}' : ']';
  return line.size() <= limit;
}

void JsonTree::write(Output& out, std::size_t indent) const {
  if (kind_ == Kind::text) return out.write(text_);
  std::string line;
  if (indent < line_width && write_flat(line, line_width - indent)) return out.write(line);
  out.put(kind_ == Kind::object ? '{' : '[');
  for (const auto& [key, value] : members_) {
    if (&key != &members_.front().first) out.put(',');
    new_line(out, indent + 2);
    if (kind_ == Kind::object) {
      out.write(key);
      out.write(": ");
    }
    value.write(out, indent + 2);
  }
  if (!members_.empty()) new_line(out, indent);
  out.put(kind_ == Kind::object ? '}' : ']');
}

}  // namespace graphwright
