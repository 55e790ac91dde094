#pragma once

#include <string_view>

#include "chunk.hpp"

namespace graphwright::extraction {

/// The day of the report, as exact as it is known: month and day are 0 where they are not.
struct Dateline {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// Reads `2022-11-07`, `2022-11` or `2022`; anything else gives no dateline.
Dateline parse_dateline(std::string_view text);

/// Turns dates in a sentence into date chunks with their EDTF text, resolved against the dateline;
/// empty where the dateline does not fix them.
///
/// @complexity linear in the chunks
void find_dates(const Lexicon& lexicon, const Dateline& dateline, SentenceChunks& sentence);

/// The day of a weekday on or after the dateline, for what is planned.
std::string next_weekday(std::string_view weekday, const Dateline& dateline);

}  // namespace graphwright::extraction
