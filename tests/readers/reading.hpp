#pragma once

#include <string>
#include <string_view>

#include "graphwright/reader.hpp"

#include "recording_sink.hpp"

namespace graphwright {

/// What reading a text gave: the calls, one a line, and the messages as `severity line:column message [code]`.
struct Reading {
  std::string calls;
  std::string messages;
};

struct HowToRead {
  std::string base = {};
  bool lenient = false;
  bool with_locations = false;
  std::size_t chunk = 0;
  std::size_t block_bytes = std::size_t{128} << 10;
  std::size_t max_depth = 1000;
  std::size_t max_token_bytes = std::size_t{256} << 20;
};

inline std::string messages_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics.all())
    text += fmt::format("{} {}:{} {} [{}]\n", name(one.severity), one.location.line, one.location.column, one.message,
                        one.code);
  return text;
}

inline Reading read_text(std::string_view format, std::string_view text, const HowToRead& how = {}) {
  RecordingSink sink(how.with_locations);
  Diagnostics diagnostics;
  ReadOptions options;
  options.file = diagnostics.add_file("in");
  options.base = how.base;
  options.lenient = how.lenient;
  options.block_bytes = how.block_bytes;
  options.max_depth = how.max_depth;
  options.max_token_bytes = how.max_token_bytes;
  const auto source = memory_source(text, how.chunk);
  find_reader(format)->read(*source, options, sink, diagnostics);
  if (sink.text.ends_with("finish\n")) sink.text.resize(sink.text.size() - 7);
  return {sink.text, messages_of(diagnostics)};
}

}  // namespace graphwright
