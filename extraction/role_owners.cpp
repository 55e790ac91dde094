#include <algorithm>

#include "role_parser.hpp"

namespace graphwright::extraction {

bool RoleParser::is_owner_name(std::size_t at) const {
  if (!is_name(at)) return false;
  if (chunks_[at].is_pair) return false;
  if (chunks_[at].name_kind == NameKind::person) return is_key(at + 1, "'s");
  return true;
}

std::size_t RoleParser::owner_names(std::size_t at, Entities& out, bool is_list, bool is_behind_of) const {
  if (!is_owner_name(at)) return at;
  std::size_t end = at;
  while (is_owner_name(end)) {
    out.push_back(chunks_[end].actors.front());
    ++end;
    std::size_t next = end;
    if (is_key(next, ",")) ++next;
    if (is_key(next, "and")) ++next;
    if (is_class(next, det_)) ++next;
    if (next == end || !is_list || !is_owner_name(next) || chunks_[next].name_kind == NameKind::person) break;
    // A demonym is joined to demonyms, a name to names.
    const bool is_adjective = chunks_[end - 1].form == NameForm::demonym;
    const bool is_alike = (chunks_[next].form == NameForm::demonym) == is_adjective && (is_adjective || is_behind_of);
    if (!is_alike) break;
    end = next;
  }
  if (is_key(end, "'s")) ++end;
  return end;
}

bool RoleParser::is_plain(std::size_t at) const {
  if (!is_word(at) || !chunks_[at].word->classes.empty() || chunks_[at].word->verb.is_past) return false;
  const char first = text_[sentence_.tokens[chunks_[at].first].begin];
  return first >= 'a' && first <= 'z';
}

bool RoleParser::looks_adjective(std::size_t at) const {
  if (!is_plain(at) || chunks_[at].word->noun != ClassId::none || chunks_[at].word->verb.any()) return false;
  const std::string& key = chunks_[at].key;
  if (key.find('-') != std::string::npos) return true;
  for (std::string_view end : {"ist", "ian", "ive", "al", "ary", "ic", "ous", "ish", "ent", "ant"})
    if (key.size() > end.size() + 2 && key.ends_with(end)) return true;
  return false;
}

bool RoleParser::is_body_word(std::size_t at) const {
  if (!is_word(at)) return false;
  const std::string& key = chunks_[at].key;
  return lexicon_.has_noun_class(key, body_) || lexicon_.has_noun_class(key, armed_) ||
         lexicon_.has_noun_class(key, delegation_) || lexicon_.has_noun_class(key, orgnoun_);
}

EntityId RoleParser::body_entity(std::size_t first, std::size_t last, const Entities& owners, bool& is_delegation) {
  const std::string& key = chunks_[last - 1].key;
  is_delegation = lexicon_.has_noun_class(key, delegation_);
  const bool is_government = key == "government" || key == "administration";
  if (is_government && owners.size() == 1) return owners.front();
  if (first + 1 == last && is_common_reference(key)) {
    for (std::size_t id = entities_.size(); id-- > 0;)
      if (entities_[static_cast<EntityId>(id)].kind == NameKind::organization ||
          entities_[static_cast<EntityId>(id)].kind == NameKind::group)
        return static_cast<EntityId>(id);
  }
  const bool is_armed = lexicon_.has_noun_class(key, armed_);
  const std::string written(slice(first, last));
  return entities_.named(is_armed ? NameKind::group : NameKind::organization, is_word(first) ? lower(written) : written,
                         true);
}

bool RoleParser::is_common_reference(std::string_view key) {
  return key == "department" || key == "ministry" || key == "movement" || key == "group" || key == "council" ||
         key == "union" || key == "organization" || key == "organisation" || key == "bloc" || key == "agency" ||
         key == "alliance";
}

bool RoleParser::may_be_body(std::size_t at) const {
  if (!is_name(at) || chunks_[at].name_kind != NameKind::person || is_key(at + 1, "'s")) return false;
  const Entity& known = entities_[chunks_[at].actors.front()];
  return known.office.empty() && known.represents.empty();
}

std::size_t RoleParser::owner_phrase(std::size_t at, Owner& owner, bool is_list) {
  std::size_t end = at;
  while (is_class(end, det_) || is_class(end, adj_) || is_class(end, qualifier_) ||
         (is_plain(end) && !is_body_word(end) && is_name(end + 1) && is_body_kind(chunks_[end + 1].name_kind)))
    ++end;
  const std::size_t first = end;
  const std::size_t names = owner_names(end, owner.actors, is_list, true);
  end = names;
  if (names > first && is_word(end) && chunks_[end].key.starts_with("-") && !is_nested_) {
    // `of the Iranian-backed movement`
    Owner inner;
    is_nested_ = true;
    const std::size_t next = owner_phrase(end + 1, inner, false);
    is_nested_ = false;
    if (next > end + 1 && inner.any()) {
      owner = inner;
      return next;
    }
  }
  if (names > first && is_name(end) && chunks_[end].name_kind != NameKind::person &&
      chunks_[end - 1].form != NameForm::name) {
    owner.body = chunks_[end].actors.front();
    return end + 1;
  }
  if (names > first && is_key(names - 1, "'s") && is_name(end) && is_body_kind(chunks_[end].name_kind)) {
    owner.body = chunks_[end].actors.front();
    return end + 1;
  }
  if (names > first && is_key(names - 1, "'s") && is_owner_name(end) && is_body_word(end + 1)) {
    owner.body = body_entity(first, end + 2, {}, owner.is_delegation);
    return end + 2;
  }
  if (names == first && may_be_body(end)) {
    chunks_[end].name_kind = NameKind::organization;
    entities_[chunks_[end].actors.front()].kind = NameKind::organization;
    owner.actors = chunks_[end].actors;
    return end + 1;
  }
  std::size_t body = end;
  while (body < chunks_.size() && body - end < 3 && is_word(body) && !is_body_word(body) &&
         (is_class(body, adj_) || is_class(body, modifier_) || is_class(body, armed_) || is_plain(body)))
    ++body;
  const bool may_have_body = names == first || is_key(names - 1, "'s") || chunks_[names - 1].form != NameForm::name ||
                             chunks_[names - 1].name_kind != NameKind::polity ||
                             sentence_.tokens[chunks_[names - 1].first].shape == Shape::capitals;
  if (may_have_body && is_body_word(body)) {
    while (is_body_word(body + 1) && !chunks_[body].is_plural) ++body;
    owner.body = body_entity(names == first ? end : first, body + 1, owner.actors, owner.is_delegation);
    if (owner.actors.size() == 1 && owner.body == owner.actors.front()) owner.body = no_entity;
    return body + 1;
  }
  if (names == first) return at;
  return end;
}

}  // namespace graphwright::extraction
