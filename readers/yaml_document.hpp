#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/byte_source.hpp"
#include "graphwright/code_point_index.hpp"
#include "graphwright/diagnostics.hpp"
#include "graphwright/location.hpp"
#include "graphwright/reader.hpp"

namespace graphwright {

struct YamlEntry;

/// A node of a YAML file: its text or its children, and where it stands.
///
/// All scalars are text, as they are written. `missing` is a key without a value; `unreadable` stands
/// for what was reported already, so that nobody reports it again.
struct YamlNode {
  enum class Kind : std::uint8_t { missing, scalar, sequence, map, unreadable };

  Kind kind = Kind::missing;
  Location location;
  /// The byte of the document at which the node begins.
  std::size_t offset = 0;
  /// A list or map that an error cut off, so that what is absent may only not have been reached.
  bool is_cut = false;
  std::string text;
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_map() const { return kind == Kind::map; }
  bool is_unreadable() const { return kind == Kind::unreadable; }
};

/// A key of a map and its value; keys of one map differ.
struct YamlEntry {
  std::string key;
  Location location;
  YamlNode value;
};

/// A YAML file, read whole and screened: the nodes, and the way from a node's text back to its bytes.
class YamlDocument {
 public:
  /// Reads the source. What breaks YAML, or uses what the form of our files does without (anchors,
  /// aliases, tags, several documents), is reported; what was read before it is kept.
  ///
  /// @complexity linear; nodes lie at most `max_depth` deep
  static YamlDocument read(ByteSource& source, const ReadOptions& options, Diagnostics& diagnostics);

  const YamlNode& root() const { return root_; }
  /// Whether the file was read to its end, so that what is absent is really absent.
  bool is_complete() const { return is_complete_; }
  FileId file() const { return file_; }
  Location locate(std::size_t offset) const;
  /// Where a byte of a scalar's text stands in the file, quotation marks, escapes and folded lines considered.
  Location locate(const YamlNode& scalar, std::size_t text_offset) const;

 private:
  friend class YamlTreeBuilder;

  void parse(std::size_t max_depth, Diagnostics& diagnostics);

  FileId file_ = FileId::none;
  std::string text_;
  std::vector<std::size_t> lines_;
  CodePointIndex code_points_;
  YamlNode root_;
  bool is_complete_ = false;
};

}  // namespace graphwright
