#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/location.hpp"

namespace graphwright {

/// A value of a node or edge: the number of its key (own_keys.hpp), and where its text lies, with its time behind it.
struct OwnValue {
  std::uint32_t key;
  Location location;
  std::size_t begin;
  std::size_t size = 0;
  std::size_t time_size = 0;
};

/// A node or an edge as a file of ours has it; used again and again, so that its texts keep their room.
class OwnElement {
 public:
  std::string id;
  /// Of an edge.
  std::string source;
  std::string target;
  /// The label of a node, where the format has a place of its own for it.
  std::string label;
  Location location;

  void clear() {
    for (std::string* one : {&id, &source, &target, &label, &texts_}) one->clear();
    values_.clear();
  }
  /// Begins a value, whose text `append` adds to.
  void begin_value(std::uint32_t key, Location at) { values_.push_back({key, at, texts_.size()}); }
  void append(std::string_view text) {
    texts_ += text;
    values_.back().size += text.size();
  }

  /// Says when the value holds that was begun last, in EDTF, once its text is complete.
  void set_time(std::string_view time) {
    texts_ += time;
    values_.back().time_size = time.size();
  }

  std::span<const OwnValue> values() const { return values_; }
  std::string_view text(const OwnValue& value) const { return {texts_.data() + value.begin, value.size}; }
  /// When a value holds; empty where that is not said.
  std::string_view time(const OwnValue& value) const {
    return {texts_.data() + value.begin + value.size, value.time_size};
  }
  /// The text of the first value of a key; empty where there is none.
  std::string_view value(std::uint32_t key) const {
    for (const OwnValue& one : values_)
      if (one.key == key) return text(one);
    return {};
  }

 private:
  std::string texts_;
  std::vector<OwnValue> values_;
};

}  // namespace graphwright
