#pragma once

#include <vector>

#include "clauses.hpp"

namespace graphwright::extraction {

/// Who a statement is attributed to, as the place of the phrase; none where the reporter states it.
struct Source {
  std::size_t phrase = no_chunk;
  bool is_accusation = false;
};

/// Which parts of a sentence are somebody's words: behind `said that`, before `, X said`, `according to X`.
///
/// @complexity linear in the chunks
class Attribution {
 public:
  Attribution(const Lexicon& lexicon, const std::vector<Chunk>& chunks, const Clauses& clauses);

  Source source(std::size_t at) const { return sources_[at]; }

 private:
  void attribute(std::size_t first, std::size_t last, std::size_t phrase, bool is_accusation = false);

  std::vector<Source> sources_;
};

}  // namespace graphwright::extraction
