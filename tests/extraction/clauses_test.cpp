#include "clauses.hpp"

#include <gtest/gtest.h>

#include "names.hpp"
#include "phrases.hpp"
#include "referents.hpp"
#include "roles.hpp"

namespace graphwright::extraction {
namespace {

/// A sentence as `subject / verb / object` of the verb with a lemma.
std::string frame(const std::string& text, const std::string& lemma) {
  const Lexicon lexicon;
  Register entities(lexicon);
  SentenceChunks sentence;
  sentence.stretch = {0, text.size()};
  sentence.tokens = tokens(text, sentence.stretch);
  find_names(text, lexicon, entities, sentence);
  bind_roles(text, lexicon, entities, sentence);
  build_phrases(text, lexicon, entities, sentence);
  Discourse discourse;
  find_referents(text, lexicon, entities, discourse, sentence);
  const Clauses clauses(lexicon, sentence.chunks);
  const auto words = [&](std::size_t at) {
    if (at == no_chunk) return std::string("-");
    const Chunk& one = sentence.chunks[at];
    const std::size_t begin = sentence.tokens[one.first].begin;
    return text.substr(begin, sentence.tokens[one.last - 1].end - begin);
  };
  for (std::size_t at = 0; at < sentence.chunks.size(); ++at)
    if (sentence.chunks[at].kind == ChunkKind::verb && sentence.chunks[at].verb.lemma == lemma)
      return words(clauses.verb(at).subject) + " / " + words(clauses.verb(at).object);
  return "no verb";
}

TEST(Clauses, ActiveAndPassive) {
  EXPECT_EQ(frame("Norway attacked Iceland.", "attack"), "Norway / Iceland");
  EXPECT_EQ(frame("Iceland was attacked by Norway.", "attack"), "Norway / Iceland");
}

TEST(Clauses, RelativeClauses) {
  EXPECT_EQ(frame("Norway, which attacked Iceland, left.", "attack"), "Norway / Iceland");
  EXPECT_EQ(frame("Norway, which attacked Iceland, left Lima.", "leave"), "Norway / Lima");
  EXPECT_EQ(frame("It left Lima, which Norway attacked.", "attack"), "Norway / Lima");
}

TEST(Clauses, ParticiplesBehindANoun) {
  EXPECT_EQ(frame("Talks between Peru and Chile hosted by Norway ended.", "host"), "Norway / Talks");
}

TEST(Clauses, JoinedVerbsShareTheirSubject) {
  EXPECT_EQ(frame("Norway left Lima and attacked Iceland.", "attack"), "Norway / Iceland");
}

TEST(Clauses, AnAdverbialMayStandBeforeTheObject) {
  EXPECT_EQ(frame("Norway condemned in the strongest terms the raid.", "condemn"), "Norway / the raid");
}

TEST(Clauses, AGiftHasTwoObjects) {
  EXPECT_EQ(frame("Norway promised Iceland its support.", "promise"), "Norway / its support");
}

TEST(Clauses, TheSubjectStandsBeforeInsertedClauses) {
  EXPECT_EQ(frame("Ana Rojas, who was visiting Lima, accused Norway.", "accuse"), "Ana Rojas / Norway");
  EXPECT_EQ(frame("Peru and Chile, rivals that have fought a war, two of them say, accused Norway.", "accuse"),
            "rivals / Norway");
}

TEST(Clauses, HelpTakesABareInfinitive) {
  EXPECT_EQ(frame("Norway helped broker the pact.", "broker"), "Norway / the pact");
}

TEST(Clauses, AParticipleBehindATimeClauseIsOfTheMainOne) {
  EXPECT_EQ(frame("Norway entered Lima after Iceland left its posts, wresting the port from it.", "wrest"),
            "Norway / the port");
}

}  // namespace
}  // namespace graphwright::extraction
