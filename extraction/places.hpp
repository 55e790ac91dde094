#pragma once

#include <string_view>
#include <vector>

#include "roles.hpp"

namespace graphwright::extraction {

/// Facts that stand in how places and members are named: `Doha, Qatar`, `the Syrian province of Idlib`,
/// `the capital, Khartoum`, `a member of NATO`.
///
/// @complexity linear in the chunks
std::vector<RoleFact> find_place_facts(std::string_view text, const Lexicon& lexicon, Register& entities,
                                       const SentenceChunks& sentence);

}  // namespace graphwright::extraction
