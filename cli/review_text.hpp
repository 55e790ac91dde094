#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graphwright/extraction.hpp"

namespace graphwright::cli {

/// A text on one line without control characters, so that no article can command a terminal.
std::string printable(std::string_view text);

/// The sentence of a claim with its quote between `[[` and `]]`; of long ones what stands near the quote.
std::string marked_sentence(std::string_view text, const Claim& claim);

/// A claim in one line: `Peru (Polity) attacked Chile (Polity), attributed to Ned Price, 2024-05-13, at Lima`.
std::string fact_line(const Claim& claim);

std::string_view verdict_word(Verdict verdict);

/// "1 fact", "2 facts".
std::string counted(std::size_t count, std::string_view word);

}  // namespace graphwright::cli
