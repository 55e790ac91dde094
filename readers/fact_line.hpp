#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace graphwright {

/// A word of a fact line and the byte of the line at which it begins.
struct FactWord {
  std::string_view text;
  std::size_t offset = 0;
};

/// The object of a line that is a literal: its text, and a language or the name of a datatype.
struct FactLiteral {
  std::string text;
  std::string language;
  FactWord datatype;
};

/// A line "subject relation object" taken apart; words are views of the line.
struct FactLine {
  FactWord subject;
  FactWord relation;
  FactWord object;
  std::optional<FactLiteral> literal;
};

/// Why a line is none, and the byte of it at which that shows.
struct FactLineError {
  std::string message;
  std::size_t offset = 0;
};

/// Takes a line apart; false where it is no fact line, and `error` says why.
///
/// @complexity linear
bool parse_fact_line(std::string_view line, FactLine& into, FactLineError& error);

}  // namespace graphwright
