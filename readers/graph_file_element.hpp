#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/location.hpp"

namespace graphwright {

/// A value of an element by the number of its key; borrowed.
struct GraphFileValue {
  std::uint32_t key = 0;
  std::string_view text;
  bool is_xml = false;
  Location location;
  /// When it holds, in EDTF.
  std::string_view time;
};

/// Values with their texts side by side, so that a list that is filled again asks for no memory.
class GraphFileValues {
 public:
  void clear() {
    texts_.clear();
    rows_.clear();
  }
  void add(const GraphFileValue& value) {
    rows_.push_back({value.key, value.is_xml, value.location, texts_.size(), value.text.size(), value.time.size()});
    texts_.append(value.text).append(value.time);
  }
  bool empty() const { return rows_.empty(); }
  std::size_t size() const { return rows_.size(); }
  /// Borrowed until the list changes.
  GraphFileValue operator[](std::size_t at) const {
    const Row& row = rows_[at];
    const std::string_view texts = std::string_view(texts_).substr(row.begin, row.size + row.time_size);
    return {row.key, texts.substr(0, row.size), row.is_xml, row.location, texts.substr(row.size)};
  }

 private:
  struct Row {
    std::uint32_t key;
    bool is_xml;
    Location location;
    std::size_t begin;
    std::size_t size;
    std::size_t time_size;
  };

  std::string texts_;
  std::vector<Row> rows_;
};

/// An edge of a graph file, or an end of a hyperedge (then `relation` is set).
struct GraphFileEdge {
  std::string id;
  std::string source;
  std::string target;
  bool is_directed = true;
  std::string source_port;
  std::string target_port;
  GraphFileValues values;
  std::string description;
  /// Words for the relation beside the values; they come first.
  std::string label;
  /// The time at which it holds, in EDTF.
  std::string time;
  std::string relation;
  /// The IRI of the hyperedge that this is an end of; then `source` is empty.
  std::string hyperedge;
  std::string graph;
  /// Something refers to it, so that it needs a resource of its own.
  bool is_referred_to = false;
  std::size_t root_graph = 1;
  Location location;

  /// Empties it; texts keep their room.
  void clear() {
    for (std::string* one : {&id, &source, &target, &source_port, &target_port, &description, &label, &time, &relation,
                             &hyperedge, &graph})
      one->clear();
    values.clear();
    is_directed = true;
    is_referred_to = false;
    root_graph = 1;
  }
};

}  // namespace graphwright
