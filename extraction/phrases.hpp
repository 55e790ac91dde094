#pragma once

#include <string_view>

#include "chunk.hpp"
#include "register.hpp"

namespace graphwright::extraction {

/// Joins chunks to noun phrases and verb groups; what joins them (prepositions, conjunctions,
/// relatives, marks) stays as it is.
///
/// @complexity linear in the chunks
void build_phrases(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence);

}  // namespace graphwright::extraction
