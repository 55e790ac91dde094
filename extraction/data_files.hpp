#pragma once

#include <string_view>

/// The tables in `extraction/data`, put into the program by embed_data.cmake.
namespace graphwright::extraction::data {

extern const std::string_view words;
extern const std::string_view offices;
extern const std::string_view nouns;
extern const std::string_view verbs;
extern const std::string_view irregular;
extern const std::string_view states;
extern const std::string_view places;
extern const std::string_view bodies;
extern const std::string_view rules;

}  // namespace graphwright::extraction::data
