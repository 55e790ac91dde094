#pragma once

#include <span>
#include <string_view>

#include "graphwright/reader.hpp"

namespace graphwright {

/// One thing that a reader of graph files does with what a file holds: a row of the doctor's table.
struct DoctorRule {
  /// The code of its message (`graphwright explain CODE`).
  std::string_view code;
  std::string_view reader;
  /// The formats in which it looks.
  std::string_view formats;
  /// What the reader does, as `graphwright doctor --rules` lists it.
  std::string_view effect;
};

/// All rules, by reader.
std::span<const DoctorRule> doctor_rules();

/// Says what the known readers will refuse, drop or change of a GraphML, GEXF or DOT file, a warning for each
/// rule at the first place with a count, a note for what a plain file merely lacks for one reader; what is wrong for
/// all of them is an error.
///
/// The whole input is held in memory. Returns false where the format is none of these.
///
/// @complexity n log n in the edges
bool examine(std::string_view format, ByteSource& source, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace graphwright
