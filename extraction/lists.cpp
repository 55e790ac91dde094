#include "lists.hpp"

#include <algorithm>

namespace graphwright::extraction {

void add_once(Entities& all, EntityId one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

void Lists::join_parted_names() {
  begins_with_place_ = is_key(0, "in") || is_key(0, "at");
  for (std::size_t at = 0; at + 1 < chunks_.size(); ++at)
    if (is_key(at, "between")) join_parted(at + 1);
  for (std::size_t at = 0; at + 3 < chunks_.size(); ++at) name_some(at);
}

void Lists::join_parted(std::size_t at) {
  if (!is_actor(at) || chunks_[at].actors.size() != 1 || !is_key(at + 1, ",")) return;
  const std::size_t stop = std::min(chunks_.size(), at + 16);
  for (std::size_t i = at + 2; i + 2 < stop; ++i) {
    if (is_key(i, "between")) return;
    if (!is_key(i, ",") || !is_key(i + 1, "and") || !is_actor(i + 2)) continue;
    if (is_verb(i + 3) && chunks_[i + 3].verb.is_finite) return;
    for (const EntityId one : chunks_[i + 2].actors) add_once(chunks_[at].actors, one);
    chunks_[at].is_plural = true;
    return;
  }
}

void Lists::name_some(std::size_t at) {
  const bool is_among = is_key(at + 1, ",") && is_key(at + 2, "among") && is_phrase(at + 3) &&
                        chunks_[at + 3].pronoun == "them" && is_key(at + 2, "among");
  const std::size_t name = is_among ? at + 4 : is_key(at + 1, ",") ? at + 3 : at + 2;
  if (!is_among && !is_key(name - 1, "including")) return;
  if (!is_phrase(at) || !chunks_[at].is_people || !chunks_[at].is_plural || chunks_[at].is_coreferent) return;
  if (!is_actor(name) || kind(chunks_[name].actors.front()) != NameKind::person) return;
  if (!chunks_[at].actors.empty() && kind(chunks_[at].actors.front()) == NameKind::person) return;
  chunks_[at].actors.clear();
  for (std::size_t i = name; is_actor(i) && i < name + 12;) {
    if (kind(chunks_[i].actors.front()) != NameKind::person) break;
    for (const EntityId one : chunks_[i].actors) add_once(chunks_[at].actors, one);
    const std::size_t comma = is_key(i + 1, ",") ? i + 2 : i + 1;
    i = is_key(comma, "and") ? comma + 1 : comma;
    if (i == name + 1) break;
  }
}

std::size_t Lists::list_end(std::size_t at) const {
  if (!is_list_item(at) || is_place_of_clause(at)) return at;
  std::size_t end = at + 1;
  std::size_t items = 1;
  while (items < 12) {
    std::size_t next = end;
    const bool comma = is_key(next, ",");
    if (comma) ++next;
    const bool is_last = is_key(next, "and") || is_key(next, "nor") || is_key(next, "or") || is_key(next, "&") ||
                         (is_key(next, "as") && is_key(next + 1, "well") && is_key(next + 2, "as"));
    if (is_last) next += is_key(next, "as") ? 3 : 1;
    if (next == end || !is_list_item(next)) return at;
    if (comma && !is_last && (!has_last_item(next) || is_city_of(at, next))) return at;
    if (is_mixed(chunks_[at], chunks_[next])) return at;
    const bool are_persons = chunks_[at].name_kind == NameKind::person && chunks_[next].name_kind == NameKind::person;
    if (comma && is_last && items == 1 && !are_persons) return at;
    // `X attacked A and B replied`: what follows is a clause of its own.
    if (is_last && is_verb(next + 1) && chunks_[next + 1].verb.is_finite && at > 0 && is_verb(at - 1)) return at;
    if (is_last && is_verb(next + 1) && chunks_[next + 1].verb.is_finite && comma && items == 1 && at > 0 &&
        (is_verb(at - 1) || chunks_[at - 1].kind == ChunkKind::word))
      return at;
    end = next + 1;
    ++items;
    if (is_last) return end;
  }
  return at;
}

bool Lists::is_place_of_clause(std::size_t at) const {
  const Chunk& one = chunks_[at];
  const bool is_city = one.is_place && one.actors.size() == 1 &&
                       (one.form == NameForm::capital || kind(one.actors.front()) == NameKind::place);
  return at == 1 && is_city && begins_with_place_ && is_key(at + 1, ",") && is_actor(at + 2) &&
         kind(chunks_[at + 2].actors.front()) != NameKind::place;
}

bool Lists::is_list_item(std::size_t at) const {
  if (!is_actor(at)) return false;
  const Chunk& one = chunks_[at];
  return one.noun == ClassId::none || one.is_people || one.is_place || one.name_kind == NameKind::group;
}

bool Lists::has_last_item(std::size_t at) const {
  std::size_t steps = 0;
  while (is_list_item(at) && steps++ < 10) {
    std::size_t next = at + 1;
    if (is_key(next, ",")) ++next;
    if (is_key(next, "and") || is_key(next, "or")) return is_list_item(next + 1);
    if (next == at + 1) return false;
    at = next;
  }
  return false;
}

bool Lists::is_city_of(std::size_t at, std::size_t next) const {
  return next == at + 2 && is_key(next + 1, ",") && kind(chunks_[at].actors.front()) == NameKind::place &&
         chunks_[next].owners.empty() && kind(chunks_[next].actors.front()) == NameKind::polity;
}

bool Lists::is_mixed(const Chunk& one, const Chunk& next) const {
  const bool is_place = one.is_place && !one.is_people &&
                        (one.form == NameForm::capital || kind(one.actors.front()) == NameKind::place) && !one.is_guess;
  return is_place && kind(next.actors.front()) == NameKind::person;
}

}  // namespace graphwright::extraction
