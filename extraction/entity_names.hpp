#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/article.hpp"

namespace graphwright::extraction {

/// The entities of several articles, joined by name and class, under names that a fact file can hold.
class EntityNames {
 public:
  explicit EntityNames(const std::vector<ReadArticle>& articles);

  struct Entry {
    std::string id;
    std::string label;
    std::string ontology_class;
    /// Further classes that its relations want (`ClaimTypes::lend`).
    std::set<std::string> lent;

    /// All its classes, its own first; a polity is a place too.
    std::vector<std::string> classes() const;
  };
  /// The name of an entity: `Antony Blinken` is antony-blinken.
  const std::string& id(const std::string& label, const std::string& ontology_class) const;
  /// All entities by their ids.
  const std::map<std::string, Entry>& entries() const { return entries_; }

 private:
  void add(const std::string& label, const std::string& ontology_class, const std::string& lent = {});
  void place(const std::string& label, const std::string& ontology_class);

  std::map<std::string, Entry> entries_;
  std::map<std::string, std::string> ids_;
};

}  // namespace graphwright::extraction
