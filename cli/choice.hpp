#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "session.hpp"

namespace graphwright::cli {

/// What a word of an option stands for; a word that is not known is a usage error that lists those that are.
template <typename Value, std::size_t count>
Value choose(std::string_view option, std::string_view word,
             const std::array<std::pair<std::string_view, Value>, count>& choices) {
  std::string known;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    known.append(known.empty() ? "" : ", ").append(name);
  }
  throw UsageError(fmt::format("{}: unknown word '{}'; known are {}", option, word, known));
}

/// The words of an option as help, manual pages and completion show them: `one|other`.
template <typename Value, std::size_t count>
std::string words(const std::array<std::pair<std::string_view, Value>, count>& choices) {
  std::string known;
  for (const auto& [name, value] : choices)
    if (!name.empty()) known.append(known.empty() ? "" : "|").append(name);
  return known;
}

}  // namespace graphwright::cli
