#pragma once

#include <string_view>
#include <vector>

#include "chunk.hpp"
#include "register.hpp"

namespace graphwright::extraction {

/// Adds an entity that is not there yet.
void add_once(Entities& all, EntityId one);

/// Which phrases of a sentence are one list: `A, B and C`, `between A, where people farm, and B`.
class Lists {
 public:
  Lists(Register& entities, std::vector<Chunk>& chunks) : entities_(entities), chunks_(chunks) {}

 protected:
  bool is_phrase(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::phrase; }
  bool is_verb(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::verb; }
  bool is_key(std::size_t at, std::string_view key) const {
    return at < chunks_.size() && (chunks_[at].kind == ChunkKind::word || chunks_[at].kind == ChunkKind::mark) &&
           chunks_[at].key == key;
  }
  bool is_actor(std::size_t at) const {
    return is_phrase(at) && (!chunks_[at].actors.empty() || chunks_[at].is_coreferent) && chunks_[at].pronoun.empty();
  }
  NameKind kind(EntityId one) const { return entities_[one].kind; }

  /// Joins what other words part.
  void join_parted_names();
  /// `between A, where people farm, and B`: the first takes the second along.
  void join_parted(std::size_t at);
  /// `nine Rwandan officials, among them X and Y`: who is named, not the state.
  void name_some(std::size_t at);
  /// The end of a list that begins at a phrase; the phrase itself where there is none.
  std::size_t list_end(std::size_t at) const;
  /// `In Astana, Russia and Iran met`: the city is where they met, none of them.
  bool is_place_of_clause(std::size_t at) const;
  bool is_list_item(std::size_t at) const;
  bool has_last_item(std::size_t at) const;
  /// `Eilat, Israel, and`: a place and the state around it, no list.
  bool is_city_of(std::size_t at, std::size_t next) const;
  /// A place by its name and a person are no list.
  bool is_mixed(const Chunk& one, const Chunk& next) const;

  Register& entities_;
  std::vector<Chunk>& chunks_;
  bool begins_with_place_ = false;
};

}  // namespace graphwright::extraction
