#include "graphwright/builtin_ontology.hpp"

#include <array>

#include "builtin_turtle.hpp"

namespace graphwright {

std::span<const BuiltinFile> builtin_ontology(std::string_view name) {
  static const std::array<BuiltinFile, 3> files{{
      {"vocabulary.ttl", builtin::vocabulary},
      {"diplomacy.ttl", builtin::diplomacy},
      {"diplomacy-shapes.ttl", builtin::diplomacy_shapes},
  }};
  const std::span<const BuiltinFile> all(files);
  if (name == "diplomacy") return all.first(2);
  if (name == "vocabulary") return all.first(1);
  if (name == "diplomacy-shapes") return all.last(1);
  return {};
}

}  // namespace graphwright
