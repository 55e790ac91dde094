#include "role_facts.hpp"

#include <algorithm>

namespace graphwright::extraction {

RoleFacts::RoleFacts(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence)
    : text_(text), lexicon_(lexicon), entities_(entities), sentence_(sentence), chunks_(sentence.chunks) {
  const auto get = [&](std::string_view name) { return lexicon.find_class(name); };
  det_ = get("det");
  statebody_ = get("statebody");
  poss_ = get("poss");
  past_ = get("past-word");
  qualifier_ = get("office-qualifier");
  modifier_ = get("office-modifier");
  office_ = get("office");
  phrase_ = get("office-phrase");
  leader_ = get("leader");
  spokesperson_ = get("spokesperson");
  representative_ = get("representative");
  counterpart_ = get("counterpart");
  rank_ = get("rank");
  prep_ = get("prep");
  rel_ = get("rel");
  adj_ = get("adj");
  body_ = get("body");
  armed_ = get("armed");
  delegation_ = get("delegation");
  orgnoun_ = get("orgnoun");
  number_ = get("number");
  party_ = get("party-word");
  country_ = get("country");
  be_ = get("be");
  adverb_ = get("adv");
}

bool RoleFacts::is_key(std::size_t at, std::string_view key) const {
  return at < chunks_.size() && chunks_[at].kind != ChunkKind::name && chunks_[at].key == key;
}

std::string_view RoleFacts::slice(std::size_t first, std::size_t last) const {
  const std::vector<Token>& tokens = sentence_.tokens;
  const std::size_t begin = tokens[chunks_[first].first].begin;
  return text_.substr(begin, tokens[chunks_[last - 1].last - 1].end - begin);
}

void RoleFacts::fact(std::string_view relation, EntityId subject, EntityId object, std::size_t first, std::size_t last,
                     std::string_view rule, std::string office) {
  RoleFact one;
  one.relation = relation;
  one.subject = subject;
  one.object = object;
  one.office = std::move(office);
  one.first = chunks_[first].first;
  one.last = chunks_[last - 1].last;
  one.rule = rule;
  facts_.push_back(std::move(one));
}

void RoleFacts::bind(const Role& role, const Entities& who, std::size_t first, std::size_t last,
                     std::string_view rule) {
  const Entities& owners = role.owner.actors;
  for (std::size_t i = 0; i < who.size(); ++i) {
    Owner owner = role.owner;
    if (who.size() > 1 && owners.size() == who.size()) owner.actors = {owners[i]};
    if (who.size() == 1 || owners.size() == who.size() || owners.size() <= 1)
      bind_one(role, who[i], owner, first, last, rule);
  }
}

void RoleFacts::bind_one(const Role& role, EntityId person, const Owner& owner, std::size_t first, std::size_t last,
                         std::string_view rule) {
  const EntityId body = owner.body;
  switch (role.kind) {
    case RoleKind::office:
      fact(role.is_former ? "held-office" : "holds-office", person, no_entity, first, last, rule, role.title);
      if (!role.is_former) entities_[person].office = role.title;
      keeps_state_ = role.title.ends_with("ambassador");
      if (!role.is_former) represent(person, owner, first, last, rule);
      keeps_state_ = false;
      break;
    case RoleKind::leader:
      lead(role, person, owner, first, last, rule);
      break;
    case RoleKind::spokesperson:
      if (role.is_former) break;
      if (body != no_entity) {
        fact("spokesperson-of", person, body, first, last, rule);
      } else if (!owner.actors.empty()) {
        fact("spokesperson-of", person, owner.actors.front(), first, last, rule);
      }
      break;
    case RoleKind::representative:
      if (!role.is_former) represent(person, owner, first, last, rule);
      break;
    case RoleKind::counterpart:
      pending_.push_back({facts_.size(), person});
      fact("holds-office", person, no_entity, first, last, rule, std::string(1, '?'));
      represent(person, owner, first, last, rule);
      break;
  }
}

void RoleFacts::represent(EntityId person, const Owner& owner, std::size_t first, std::size_t last,
                          std::string_view rule) {
  const bool is_known =
      owner.body != no_entity && (!entities_[owner.body].is_common || entities_[owner.body].kind == NameKind::group);
  if (is_known && !owner.is_delegation && !(keeps_state_ && !owner.actors.empty())) {
    fact("represents", person, owner.body, first, last, rule);
    entities_[person].represents.push_back(owner.body);
    return;
  }
  for (const EntityId one : owner.actors) {
    if (one == person) continue;
    const NameKind kind = entities_[one].kind;
    if (kind == NameKind::place && entities_[one].name.empty()) continue;
    fact("represents", person, one, first, last, rule);
    entities_[person].represents.push_back(one);
  }
}

void RoleFacts::lead(const Role& role, EntityId person, const Owner& owner, std::size_t first, std::size_t last,
                     std::string_view rule) {
  if (role.is_former) return;
  const bool is_state_leader = owner.body == no_entity;
  if (!is_state_leader) {
    if (entities_[owner.body].kind == NameKind::polity) {
      represent(person, {{owner.body}, no_entity, false}, first, last, rule);
      return;
    }
    fact("leads", person, owner.body, first, last, rule);
    if (owner.is_delegation) represent(person, {owner.actors, no_entity, false}, first, last, rule);
    for (const EntityId one : owner.actors) entities_[person].represents.push_back(one);
    return;
  }
  for (const EntityId one : owner.actors) {
    const NameKind kind = entities_[one].kind;
    if (kind == NameKind::organization || kind == NameKind::group || kind == NameKind::alliance) {
      fact("leads", person, one, first, last, rule);
      entities_[person].represents.push_back(one);
    } else if (kind == NameKind::polity || kind == NameKind::place) {
      represent(person, {{one}, no_entity, false}, first, last, rule);
    }
  }
}

EntityId RoleFacts::person_before(std::size_t fact, EntityId person) const {
  if (titled_ != no_entity && titled_ != person) return titled_;
  for (std::size_t i = fact; i-- > 0;)
    if (facts_[i].subject != person && facts_[i].first < facts_[fact].first) return facts_[i].subject;
  return previous_person_;
}

void RoleFacts::resolve_counterparts() {
  for (const Pending& one : pending_) {
    std::string office;
    const EntityId before = person_before(one.fact, one.person);
    if (before != no_entity) {
      office = entities_[before].office;
    } else {
      for (const RoleFact& known : facts_)
        if (office.empty() && known.relation == "holds-office" && known.office != "?" && known.subject != one.person)
          office = known.office;
    }
    facts_[one.fact].office = office;
    entities_[one.person].office = office;
  }
  std::erase_if(facts_, [](const RoleFact& known) {
    return known.office == "?" ||
           ((known.relation == "holds-office" || known.relation == "held-office") && known.office.empty());
  });
}

}  // namespace graphwright::extraction
