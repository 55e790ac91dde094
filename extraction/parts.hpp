#pragma once

#include <string_view>

#include "chunk.hpp"
#include "register.hpp"

namespace graphwright::extraction {

/// Joins what is one in meaning: `parts of the region`, `years of fighting`, `the town of Goma`, `envoys of Peru`.
///
/// @complexity linear in the chunks
void join_parts(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence);

}  // namespace graphwright::extraction
