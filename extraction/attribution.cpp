#include "attribution.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

// No statement reaches further, so that time stays linear in sentences of thousands of words.
constexpr std::size_t reach = 400;  // chunks

}  // namespace

void Attribution::attribute(std::size_t first, std::size_t last, std::size_t phrase, bool is_accusation) {
  for (std::size_t at = first; at < std::min({last, first + reach, sources_.size()}); ++at)
    if (sources_[at].phrase == no_chunk) sources_[at] = {phrase, is_accusation};
}

namespace {

/// An accusation ends with its clause.
std::size_t accusation_end(const std::vector<Chunk>& chunks, std::size_t at) {
  const std::size_t stop = std::min(chunks.size(), at + reach);
  while (at < stop && !(chunks[at].kind == ChunkKind::mark && (chunks[at].key == ";" || chunks[at].key == "--"))) ++at;
  return at;
}

}  // namespace

Attribution::Attribution(const Lexicon& lexicon, const std::vector<Chunk>& chunks, const Clauses& clauses)
    : sources_(chunks.size()) {
  const ClassId say = lexicon.find_class("v-say");
  const ClassId accuse = lexicon.find_class("v-accuse");
  const auto is_verb = [&](std::size_t at) { return chunks[at].kind == ChunkKind::verb; };
  for (std::size_t at = 0; at < chunks.size(); ++at) {
    if (chunks[at].kind == ChunkKind::verb && chunks[at].verb.is(accuse)) {
      const VerbFrame& frame = clauses.verb(at);
      const std::size_t first = frame.object == no_chunk ? at + 1 : std::max(at, frame.object) + 1;
      if (frame.subject != no_chunk) attribute(first, accusation_end(chunks, at), frame.subject, true);
      continue;
    }
    if (chunks[at].kind == ChunkKind::word && chunks[at].key == "according" && at + 2 < chunks.size() &&
        chunks[at + 1].key == "to" && chunks[at + 2].kind == ChunkKind::phrase) {
      attribute(at > reach / 2 ? at - reach / 2 : 0, chunks.size(), at + 2);
      continue;
    }
    if (!is_verb(at) || !chunks[at].verb.is(say) || chunks[at].verb.is_infinitive || chunks[at].verb.is_passive)
      continue;
    const VerbFrame& frame = clauses.verb(at);
    if (frame.subject == no_chunk) continue;
    const Chunk& subject = chunks[frame.subject];
    if (subject.actors.empty() && !subject.is_people && subject.pronoun.empty()) continue;
    std::size_t clause = at + 1;
    while (clause < chunks.size() && clause < at + reach && !(is_verb(clause) && (chunks[clause].verb.is_finite)))
      ++clause;
    // `claims the island`, `announced a truce`: an object of its own, no statement.
    const bool takes_object = frame.object == at + 1 && chunks[at].key != "told" && chunks[at].key != "informed";
    const bool states = clause < chunks.size() && (clauses.verb(clause).subject == frame.object ||
                                                   (at + 1 < chunks.size() && chunks[at + 1].key == "that"));
    if (takes_object && !states) continue;
    if (clause < chunks.size() && clause < at + reach) {
      const std::size_t from = frame.object != no_chunk && chunks[at].key != "said" && frame.object < clause
                                   ? frame.object + (clauses.verb(clause).subject == frame.object ? 0 : 1)
                                   : at + 1;
      attribute(from, chunks.size(), frame.subject);
      continue;
    }
    // Nothing follows: what stands before it is what was said.
    const std::size_t first = std::min(at, frame.subject);
    const bool ends = first > 0 && (chunks[first - 1].kind == ChunkKind::mark);
    if (ends) attribute(first > reach ? first - reach : 0, first, frame.subject);
  }
}

}  // namespace graphwright::extraction
