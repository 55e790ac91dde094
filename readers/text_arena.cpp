#include "text_arena.hpp"

#include <algorithm>

namespace graphwright {
namespace {

constexpr std::size_t largest_usual_chunk = std::size_t{1} << 20;

}  // namespace

TermView TextArena::copy(const TermView& term) {
  TermView result = term;
  result.text = copy(term.text);
  if (!term.qualifier.empty()) result.qualifier = copy(term.qualifier);
  if (term.is_triple()) {
    const TripleView& triple = *term.triple;
    result.triple = &copy(TripleView{copy(triple.subject), copy(triple.predicate), copy(triple.object)});
  }
  return result;
}

void TextArena::release(const Mark& mark) {
  triples_.resize(mark.triples);
  if (!chunks_.empty()) use_chunk(mark.chunk, mark.used);
}

/// Goes on in the next chunk; one that is too small is replaced, since nothing lies in it.
void TextArena::take_chunk(std::size_t size) {
  const std::size_t next = chunks_.empty() ? 0 : chunk_ + 1;
  if (next == chunks_.size()) chunks_.emplace_back();
  Chunk& chunk = chunks_[next];
  if (chunk.size < size) {
    const std::size_t last = next == 0 ? 0 : chunks_[next - 1].size;
    chunk.size = std::max({size, std::min(2 * last, largest_usual_chunk), first_chunk_bytes});
    chunk.bytes = std::make_unique_for_overwrite<char[]>(chunk.size);
  }
  use_chunk(next, 0);
}

void TextArena::use_chunk(std::size_t chunk, std::size_t used) {
  chunk_ = chunk;
  at_ = begin() + used;
  end_ = begin() + chunks_[chunk].size;
}

}  // namespace graphwright
