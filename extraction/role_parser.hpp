#pragma once

#include <string>
#include <vector>

#include "role_facts.hpp"

namespace graphwright::extraction {

/// Reads a role where it stands: `[the] [former] [Chilean] [foreign minister] [of X] [for Y]`.
class RoleParser : public RoleFacts {
 public:
  using RoleFacts::RoleFacts;

 protected:
  struct Head {
    std::size_t length = 0;
    RoleKind kind = RoleKind::office;
    std::string title;
    bool is_plural = false;
  };

  /// A name that may be a person's: by shape, or a guess.
  bool is_person(std::size_t at) const;
  static bool is_body_kind(NameKind kind) {
    return kind == NameKind::organization || kind == NameKind::group || kind == NameKind::alliance;
  }
  bool is_owner_name(std::size_t at) const;
  /// `Azerbaijani and Armenian`, `Armenia, Azerbaijan and Russia's`: the names, and whether `'s` follows.
  std::size_t owner_names(std::size_t at, Entities& out, bool is_list, bool is_behind_of = false) const;
  /// A word that no table knows and that can qualify a noun: `land forces`.
  bool is_plain(std::size_t at) const;
  /// An adjective that no table knows, by its ending: `pro-European`, `Islamist`, `embattled`.
  bool looks_adjective(std::size_t at) const;
  bool is_body_word(std::size_t at) const;
  EntityId body_entity(std::size_t first, std::size_t last, const Entities& owners, bool& is_delegation);
  static bool is_common_reference(std::string_view key);
  /// `president of Sinn Fein`: a name that was taken for a person's by its shape.
  bool may_be_body(std::size_t at) const;
  /// What stands behind `of`: [the] [adjectives] [owners] [body].
  std::size_t owner_phrase(std::size_t at, Owner& owner, bool is_list);
  static std::string joined(const std::string& title, std::string_view word);
  /// Whether a word that may be modifier or head is a modifier here: a head follows.
  bool is_followed_by_head(std::size_t at) const;
  Head head_at(std::size_t at) const;
  static std::string singular(const Word& word, const std::string& key) {
    return word.lemma.empty() ? key : word.lemma;
  }
  /// The ministry or the like that was named last.
  EntityId state_body() const;
  bool parse(std::size_t at, Role& role);
  /// Past an office that only tells whose the role is; the place itself where it is the role.
  std::size_t past_owning_office(const Head& head, std::size_t at, Entities& names, const std::string& title,
                                 Role& role);
  /// `rebels ousted President X`: a verb, no qualifier of the president.
  bool is_deed(std::size_t first, std::size_t at) const;
  EntityId merged_body(std::size_t first, std::size_t last, EntityId body);
  /// `the two countries'`, `the kingdom's`, `the movement's`: who was named last.
  Entities common_owner(std::size_t at) const;
  /// What `whose` looks back to: the name before the comma.
  Entities antecedent() const;
  /// `his`, `its`, `their` before a role: the person or body named last.
  void resolve_pronoun(Role& role) const;
  bool finish(const Head& head, std::size_t at, const Entities& names, const std::string& modifiers, Role& role);
  /// `minister at the time`, `president of the day`: one of that time.
  std::size_t past_then(std::size_t end, Role& role) const;
  std::size_t take_tail(std::size_t end, Role& role);
  /// `minister of infrastructure`, `minister for water and energy`: common nouns, no owner.
  std::size_t take_portfolio(std::size_t end, Role& role) const;
  std::size_t take_of(std::size_t end, Role& role);
  /// `envoy of the Secretary-General of the United Nations`: whom the one stands for, the other does.
  std::size_t take_office_of(std::size_t at, Role& role);
  /// `envoy for the Horn of Africa`, `undersecretary for terrorism and financial intelligence`.
  std::size_t take_topic(std::size_t at, const Role& role) const;
  std::size_t skip_ranks(std::size_t at) const;
  /// `X, Y and Z` from a name on; only one where the role is singular.
  std::size_t persons(std::size_t at, bool is_list, Entities& out, std::vector<std::size_t>& places);
  EntityId as_person(std::size_t at);

  bool is_nested_ = false;
  EntityId previous_first_ = no_entity;
};

}  // namespace graphwright::extraction
