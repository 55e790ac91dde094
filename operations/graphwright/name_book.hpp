#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/prefix_map.hpp"

namespace graphwright {

/// What a name that somebody wrote stands for.
struct FoundName {
  /// The IRI, or `_:` and a label; empty where nothing or too much is called so.
  std::string name;
  /// Where several things are called so, their names in the order of the alphabet.
  std::vector<std::string> candidates;
  /// The nearest name where nothing is called so; empty where none is near.
  std::string suggestion;
};

/// Finds things by what people call them: IRI, prefixed name, name below the base, local name or label.
///
/// The first of these under which something is known decides. Labels are compared as written first, then
/// without regard to the case of Latin letters. Texts are borrowed and must outlive it.
class NameBook {
 public:
  NameBook(PrefixMap prefixes, std::string base) : prefixes_(std::move(prefixes)), base_(std::move(base)) {}

  /// Adds an IRI and one of its labels, which may be empty; a thing with several is added several times.
  void add(std::string_view iri, std::string_view label = {}) { entries_.push_back({iri, label, false}); }
  /// Adds a blank node by its label in the file and one for people.
  void add_blank(std::string_view id, std::string_view label) { entries_.push_back({id, label, true}); }

  /// @complexity linear in what was added; a suggestion also quadratic in the length of the name
  FoundName find(std::string_view name) const;

 private:
  struct Entry {
    std::string_view id;
    std::string_view label;
    bool is_blank;
  };

  template <typename Predicate>
  std::vector<std::string> matching(const Predicate& is_match) const;
  std::string nearest(std::string_view name) const;

  PrefixMap prefixes_;
  std::string base_;
  std::vector<Entry> entries_;
};

}  // namespace graphwright
