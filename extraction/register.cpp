#include "register.hpp"

#include <algorithm>

namespace graphwright::extraction {
namespace {

std::string one_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool is_space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_space) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

std::string last_word(const std::string& key) {
  const std::size_t space = key.rfind(' ');
  return space == std::string::npos ? key : key.substr(space + 1);
}

/// A body of which the article may only give the short form: kept as written there.
bool keeps_surface(NameKind kind, NameForm form) { return kind != NameKind::polity && form == NameForm::name; }

/// `Bosnia`, `Congo`: the name by which an article calls a state whose full name is a title, no initials.
bool is_short_for(std::string_view written, std::string_view full) {
  const bool is_title = full.find(" of ") != std::string_view::npos || full.find(" and ") != std::string_view::npos;
  const bool is_name = std::any_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_title && is_name && written.size() < full.size() && written.find('.') == std::string_view::npos;
}

}  // namespace

EntityId Register::from_lexicon(const NameEntry& entry, std::string_view surface) {
  const auto [at, is_new] = by_entry_.try_emplace(entry.entity, static_cast<EntityId>(entities_.size()));
  if (is_new) {
    Entity made;
    made.kind = entry.kind;
    made.is_people = lexicon_.is_people(entry.entity);
    made.nouns = lexicon_.nouns(entry.entity);
    made.name = keeps_surface(entry.kind, entry.form) ? one_line(surface) : lexicon_.entity_name(entry.entity);
    entities_.push_back(std::move(made));
  }
  const bool is_state_name = entry.kind == NameKind::polity && entry.form == NameForm::name;
  if (is_state_name && is_short_for(surface, entities_[at->second].name)) {
    entities_[at->second].name = one_line(surface);
  } else if (!is_new && keeps_surface(entry.kind, entry.form)) {
    std::string written = one_line(surface);
    if (written.size() > entities_[at->second].name.size()) entities_[at->second].name = std::move(written);
  }
  return at->second;
}

EntityId Register::last_called(const Entities& some, std::string_view noun) const {
  for (std::size_t i = some.size(); i-- > 0;) {
    const std::vector<std::string>& nouns = entities_[some[i]].nouns;
    if (std::find(nouns.begin(), nouns.end(), noun) != nouns.end()) return some[i];
  }
  return no_entity;
}

EntityId Register::person(std::string_view name) {
  const std::string written = one_line(name);
  const std::string key = lower(written);
  if (const auto at = by_name_.find(key); at != by_name_.end()) return at->second;
  const std::string surname = last_word(key);
  if (const auto at = surnames_.find(surname); at != surnames_.end()) {
    Entity& known = entities_[at->second];
    if (surname == key || lower(known.name) == surname) {
      if (written.size() > known.name.size()) known.name = written;
      by_name_[key] = at->second;
      return at->second;
    }
  }
  const auto id = static_cast<EntityId>(entities_.size());
  entities_.push_back({NameKind::person, written, {}, {}, false, false});
  by_name_[key] = id;
  surnames_.insert_or_assign(surname, id);
  for (std::string_view article : {"al-", "el-", "as-", "ash-"})
    if (surname.starts_with(article)) surnames_.try_emplace(surname.substr(article.size()), id);
  const std::size_t space = key.find(' ');
  if (space != std::string::npos) first_names_.try_emplace(key.substr(0, space), id);
  return id;
}

EntityId Register::find_person(const std::string& key) const {
  const auto at = surnames_.find(key);
  if (at != surnames_.end()) return at->second;
  const auto first = first_names_.find(key);
  return first == first_names_.end() ? no_entity : first->second;
}

EntityId Register::named(NameKind kind, std::string_view name, bool is_common) {
  const std::string written = one_line(name);
  const auto [at, is_new] = by_name_.try_emplace(lower(written), static_cast<EntityId>(entities_.size()));
  if (is_new) entities_.push_back({kind, written, {}, {}, is_common, false});
  return at->second;
}

void Register::note(EntityId id) {
  const NameKind kind = entities_[id].kind;
  if (kind == NameKind::person) recent_person = id;
  if (kind == NameKind::place) return;
  if (kind == NameKind::polity) {
    std::erase(recent_polities, id);
    recent_polities.push_back(id);
  } else if (kind != NameKind::person) {
    recent_body = id;
  }
  if (kind != NameKind::person) recent_collective = id;
  if (kind != NameKind::person && first_collective == no_entity) first_collective = id;
}

EntityId Register::find(std::string_view name) const {
  const auto at = by_name_.find(lower(one_line(name)));
  return at == by_name_.end() ? no_entity : at->second;
}

EntityId Register::titled(std::string_view title) const {
  for (std::size_t id = entities_.size(); id-- > 0;) {
    const Entity& one = entities_[id];
    if (one.kind == NameKind::person && one.office.find(title) != std::string::npos) return static_cast<EntityId>(id);
  }
  return no_entity;
}

void Register::add_alias(EntityId id, std::string_view alias) { by_name_.try_emplace(lower(one_line(alias)), id); }

}  // namespace graphwright::extraction
