#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace graphwright {

/// A file format by its name, suffixes and media types; whether it is read or written is in the
/// tables of the readers and of the exporters.
struct Format {
  std::string_view name;
  std::string_view title;
  std::span<const std::string_view> suffixes;
  std::span<const std::string_view> media_types;
  /// Whether it can hold named graphs.
  bool is_dataset = false;
};

std::span<const Format> formats();
/// Finds a format by its name, a media type or a suffix (`turtle`, `text/turtle`, `ttl`).
const Format* find_format(std::string_view name);
/// Finds a format by the suffix of a path, looking past `.gz` and `.zst`.
const Format* format_of_path(std::string_view path);

}  // namespace graphwright
