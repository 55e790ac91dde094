#include "entity_names.hpp"

#include "tokens.hpp"

namespace graphwright::extraction {
namespace {

/// Letters and digits of a label in lower case, joined by hyphens.
std::string slug(std::string_view label) {
  std::string out;
  for (char c : lower(label)) {
    const bool is_kept =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (is_kept) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != '-' && c != '\'' && c != '.') {
      out.push_back('-');
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "unnamed" : out;
}

}  // namespace

EntityNames::EntityNames(const std::vector<ReadArticle>& articles) {
  for (const ReadArticle& article : articles)
    for (const Claim& claim : article.claims) {
      add(claim.subject, claim.subject_class, claim.subject_also);
      add(claim.object, claim.object_class, claim.object_also);
      if (!claim.speaker.empty()) add(claim.speaker, claim.speaker_class);
      if (!claim.place.empty()) add(claim.place, "Place");
    }
}

std::vector<std::string> EntityNames::Entry::classes() const {
  std::vector<std::string> out{ontology_class};
  if (ontology_class == "Polity") out.emplace_back("Place");
  out.insert(out.end(), lent.begin(), lent.end());
  return out;
}

void EntityNames::add(const std::string& label, const std::string& ontology_class, const std::string& lent) {
  if (!ids_.contains(label + '\n' + ontology_class)) place(label, ontology_class);
  if (!lent.empty()) entries_.at(id(label, ontology_class)).lent.insert(lent);
}

void EntityNames::place(const std::string& label, const std::string& ontology_class) {
  const std::string key = label + '\n' + ontology_class;
  std::string id = slug(label);
  const auto taken = entries_.find(id);
  if (taken != entries_.end()) {
    const bool is_same =
        ontology_class == "Place" && taken->second.ontology_class == "Polity" && taken->second.label == label;
    if (!is_same) id += "-" + lower(ontology_class);
  }
  for (int number = 2;
       entries_.contains(id) && (entries_[id].label != label || entries_[id].ontology_class != ontology_class) &&
       !(ontology_class == "Place" && entries_[id].ontology_class == "Polity");
       ++number)
    id = slug(label) + "-" + lower(ontology_class) + "-" + std::to_string(number);
  ids_[key] = id;
  entries_.try_emplace(id, Entry{id, label, ontology_class, {}});
}

const std::string& EntityNames::id(const std::string& label, const std::string& ontology_class) const {
  return ids_.at(label + '\n' + ontology_class);
}

}  // namespace graphwright::extraction
