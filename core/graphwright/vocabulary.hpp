#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graphwright {

/// What a name of the ontology stands for.
enum class NameKind : std::uint8_t { class_, relation, attribute };

/// A class or property that fact files may call by its local name.
struct VocabularyName {
  std::string iri;
  NameKind kind = NameKind::class_;
  /// For an attribute the datatype of its values; empty leaves it to the value.
  std::string datatype;
};

/// The names that an ontology offers to files which people write; filled from it, asked by readers.
class Vocabulary {
 public:
  /// Adds a name; the first of two equal names wins.
  void add(std::string name, VocabularyName meaning);
  const VocabularyName* find(std::string_view name) const;
  /// The nearest name of a kind for "did you mean", empty where none is near.
  std::string nearest(std::string_view name, NameKind kind) const;
  const std::map<std::string, VocabularyName, std::less<>>& names() const { return names_; }

 private:
  std::map<std::string, VocabularyName, std::less<>> names_;
};

}  // namespace graphwright
