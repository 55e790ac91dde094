#pragma once

#include <string_view>

#include "chunk.hpp"
#include "register.hpp"

namespace graphwright::extraction {

/// Turns the tokens of a sentence into chunks: names by the lexicon and by shape, words, marks.
///
/// Single capitalized words that nothing explains are names only as a guess (`is_guess`).
///
/// @complexity linear in the tokens
void find_names(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence);

}  // namespace graphwright::extraction
