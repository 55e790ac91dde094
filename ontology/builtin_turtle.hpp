#pragma once

#include <string_view>

/// The texts of the Turtle files beside this one, put into the program by embed_turtle.cmake.
namespace graphwright::builtin {

extern const std::string_view vocabulary;
extern const std::string_view diplomacy;
extern const std::string_view diplomacy_shapes;

}  // namespace graphwright::builtin
