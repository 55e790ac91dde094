#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "graphwright/byte_source.hpp"

namespace graphwright::cli {

/// Cuts a source behind line ends, so that each part can be read by itself.
///
/// No part begins with a byte order mark but the first, since a reader would skip it there.
class LineParts {
 public:
  /// `longest` bounds the growth of a part whose line does not end.
  LineParts(ByteSource& source, std::size_t part_bytes, std::size_t longest)
      : source_(source), part_bytes_(part_bytes), longest_(longest) {}

  /// Gives the next part, read into `room`, which grows as it must; false at the end, or where a line is longer
  /// than the limit: `rest` has the rest.
  bool next(std::string& room, std::string_view& part);
  /// What has not been given as a part: the bytes read already, then those of the source.
  std::unique_ptr<ByteSource> rest();
  bool has_rest() const { return !held_.empty() || !is_at_end_; }

 private:
  std::size_t read_more(std::string& room, std::size_t size);

  ByteSource& source_;
  std::size_t part_bytes_;
  std::size_t longest_;
  std::string held_;  // what was read behind the last part
  bool is_at_end_ = false;
};

}  // namespace graphwright::cli
