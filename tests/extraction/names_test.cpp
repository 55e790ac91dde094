#include "names.hpp"

#include <gmock/gmock.h>

namespace graphwright::extraction {
namespace {

using testing::ElementsAre;

/// The names of a sentence with their classes.
std::vector<std::string> names(const std::string& text) {
  const Lexicon lexicon;
  Register entities(lexicon);
  SentenceChunks sentence;
  sentence.stretch = {0, text.size()};
  sentence.tokens = tokens(text, sentence.stretch);
  find_names(text, lexicon, entities, sentence);
  std::vector<std::string> out;
  for (const Chunk& one : sentence.chunks) {
    if (one.kind != ChunkKind::name) continue;
    const Entity& entity = entities[one.actors.front()];
    out.push_back(entity.name + ": " + std::string(ontology_class(entity.kind)));
  }
  return out;
}

TEST(Names, StatesByDemonymAndCapital) {
  EXPECT_THAT(names("The Peruvian envoy left Santiago."), ElementsAre("Peru: Polity", "Chile: Polity"));
}

TEST(Names, PersonsByShape) {
  EXPECT_THAT(names("He spoke with Abdul al-Roth and Ana de la Vega."),
              ElementsAre("Abdul al-Roth: Person", "Ana de la Vega: Person"));
}

TEST(Names, BodiesByTheirLastWord) {
  EXPECT_THAT(names("He left the Front for the Liberation of Lima and the Andean Peace Council."),
              ElementsAre("Front for the Liberation of Lima: ArmedGroup", "Andean Peace Council: Organization"));
}

TEST(Names, AWordIsNoAbbreviation) { EXPECT_THAT(names("The car is fast, he told us."), ElementsAre()); }

}  // namespace
}  // namespace graphwright::extraction
