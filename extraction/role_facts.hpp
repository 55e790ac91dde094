#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chunk.hpp"
#include "register.hpp"
#include "roles.hpp"

namespace graphwright::extraction {

enum class RoleKind : std::uint8_t { office, leader, spokesperson, representative, counterpart };

/// Whom or what a role belongs to.
struct Owner {
  Entities actors;
  EntityId body = no_entity;
  bool is_delegation = false;
  bool any() const { return !actors.empty() || body != no_entity; }
};

/// A role as a sentence puts it: [first, last) are chunks.
struct Role {
  RoleKind kind = RoleKind::office;
  std::string title;
  Owner owner;
  bool is_former = false;
  bool is_plural = false;
  bool is_definite = false;
  std::string pronoun;
  std::size_t first = 0;
  std::size_t last = 0;
  /// The end without what the office is for.
  std::size_t bare_last = 0;
};

/// The facts that the roles of a sentence state, and whom its actors stand for.
class RoleFacts {
 public:
  RoleFacts(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence);

 protected:
  struct Pending {
    std::size_t fact;
    EntityId person;
  };

  bool is_key(std::size_t at, std::string_view key) const;
  bool is_word(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::word; }
  bool is_class(std::size_t at, ClassId one) const { return is_word(at) && chunks_[at].word->is(one); }
  bool is_name(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::name; }
  std::string_view slice(std::size_t first, std::size_t last) const;
  void fact(std::string_view relation, EntityId subject, EntityId object, std::size_t first, std::size_t last,
            std::string_view rule, std::string office = {});
  void bind(const Role& role, const Entities& who, std::size_t first, std::size_t last, std::string_view rule);
  void bind_one(const Role& role, EntityId person, const Owner& owner, std::size_t first, std::size_t last,
                std::string_view rule);
  void represent(EntityId person, const Owner& owner, std::size_t first, std::size_t last, std::string_view rule);
  void lead(const Role& role, EntityId person, const Owner& owner, std::size_t first, std::size_t last,
            std::string_view rule);
  /// The person that a sentence named last before a fact, or the one named last before the sentence.
  EntityId person_before(std::size_t fact, EntityId person) const;
  /// `his Iranian counterpart` holds the office of the person named before.
  void resolve_counterparts();

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  std::vector<Chunk> out_;
  std::vector<RoleFact> facts_;
  std::vector<Pending> pending_;
  bool keeps_state_ = false;
  EntityId previous_person_ = no_entity;
  /// The person that `the minister` of this sentence is.
  EntityId titled_ = no_entity;
  std::size_t at_ = 0;
  ClassId det_, poss_, past_, qualifier_, modifier_, office_, phrase_, leader_, spokesperson_, representative_,
      counterpart_, rank_, adj_, body_, armed_, delegation_, orgnoun_, number_, be_, adverb_, party_, country_, prep_,
      statebody_, rel_;
};

}  // namespace graphwright::extraction
