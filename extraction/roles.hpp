#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chunk.hpp"
#include "register.hpp"

namespace graphwright::extraction {

/// A fact found in how a sentence names somebody: who is who.
struct RoleFact {
  std::string_view relation;
  EntityId subject = no_entity;
  EntityId object = no_entity;
  /// The object where it is an office, which is no entity of the text.
  std::string office;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string_view rule;
};

/// Binds offices, owners and names: `the foreign ministers of A and B, X and Y` becomes one name
/// chunk with two actors, and the facts that it states.
///
/// @complexity linear in the chunks, with a bounded look ahead
std::vector<RoleFact> bind_roles(std::string_view text, const Lexicon& lexicon, Register& entities,
                                 SentenceChunks& sentence);

}  // namespace graphwright::extraction
