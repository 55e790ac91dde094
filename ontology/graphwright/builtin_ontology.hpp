#pragma once

#include <span>
#include <string_view>

namespace graphwright {

/// A Turtle file that is compiled into the program.
struct BuiltinFile {
  std::string_view name;
  std::string_view turtle;
};

/// The files that a name such as `diplomacy` stands for in a manifest; empty where it is no built-in name.
///
/// `diplomacy` is the ontology with the vocabulary of facts that it uses, `vocabulary` the latter
/// alone, `diplomacy-shapes` the SHACL shapes.
std::span<const BuiltinFile> builtin_ontology(std::string_view name);

/// The name of the ontology that is used where none is named.
inline constexpr std::string_view default_ontology = "diplomacy";

}  // namespace graphwright
