#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphwright/output.hpp"

namespace graphwright {

/// A JSON value that is about to be written; members keep the order in which they were added.
class JsonTree {
 public:
  static JsonTree string(std::string_view text);
  /// A value that is JSON already.
  static JsonTree raw(std::string text);
  static JsonTree object() { return JsonTree(Kind::object); }
  static JsonTree array() { return JsonTree(Kind::array); }

  JsonTree& add(std::string_view key, JsonTree value);
  JsonTree& push(JsonTree value);
  /// One value stands for itself, several for an array.
  static JsonTree one_or_array(std::vector<JsonTree> values);
  /// Writes each member on a line of its own, whether or not they would fit on one.
  JsonTree& spread() {
    is_spread_ = true;
    return *this;
  }
  std::size_t size() const { return members_.size(); }

  /// Writes the value; what fits on a line stands on one.
  void write(Output& out, std::size_t indent) const;

 private:
  enum class Kind : unsigned char { text, object, array };
  explicit JsonTree(Kind kind) : kind_(kind) {}

  bool write_flat(std::string& line, std::size_t limit) const;

  Kind kind_;
  bool is_spread_ = false;
  std::string text_;  // of a text; members of an array have no keys
  std::vector<std::pair<std::string, JsonTree>> members_;
};

}  // namespace graphwright
