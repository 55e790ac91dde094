#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// What stands before and after a quote in its source, up to the ends of the paragraph.
///
/// Where that is cut it begins or ends with an ellipsis.
struct QuoteContext {
  std::string before;
  std::string after;
};

/// Shows quotes in the texts of their sources.
class SourcePassages {
 public:
  explicit SourcePassages(std::span<const SourceView> sources);

  /// What stands around code points [begin, end) of a source; nothing where the source is not at hand or something
  /// else stands there.
  ///
  /// @complexity constant, beside the length of the quote
  std::optional<QuoteContext> around(std::string_view source_iri, std::uint32_t begin, std::uint32_t end,
                                     std::string_view quote) const;

  /// What stands between two quotes of one source that are read together: those of one paragraph, not far apart.
  std::optional<std::string_view> between(std::string_view source_iri, std::uint32_t end, std::uint32_t begin) const;

 private:
  struct Source {
    std::string_view text;
    std::vector<std::size_t> marks;  // the byte at which each 256th code point begins
  };

  std::map<std::string_view, Source> sources_;
};

}  // namespace graphwright
