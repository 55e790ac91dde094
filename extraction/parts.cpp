#include "parts.hpp"

namespace graphwright::extraction {
namespace {

class PartJoiner {
 public:
  PartJoiner(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence)
      : text_(text), lexicon_(lexicon), entities_(entities), sentence_(sentence), chunks_(sentence.chunks) {
    region_ = lexicon.find_class("region");
    settlement_ = lexicon.find_class("settlement");
    part_ = lexicon.find_class("territory-part");
    people_ = lexicon.find_class("people");
    measure_ = lexicon.find_class("measure");
  }

  /// `parts of the region`, `the town of Goma`, `the island of X`: one phrase, the place.
  void run() {
    std::vector<Chunk> out;
    out.reserve(chunks_.size());
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      const bool is_most = chunks_[i].kind == ChunkKind::word &&
                           (chunks_[i].key == "most" || chunks_[i].key == "much") && is_key(i + 1, "of") &&
                           is_phrase(i + 2) && (chunks_[i + 2].is_place || chunks_[i + 2].pronoun == "it");
      const bool is_both = is_phrase(i) && is_key(i + 1, "of") && is_phrase(i + 2) && chunks_[i].actors.empty() &&
                           chunks_[i].head.empty() && !chunks_[i + 2].pronoun.empty();
      if (is_both) {
        chunks_[i + 2].first = chunks_[i].first;
        ++i;
        continue;
      }
      if (is_title_of_owner(i)) {
        chunks_[i + 1].first = chunks_[i].first;
        continue;
      }
      const bool is_of = is_phrase(i) && is_key(i + 1, "of") && is_phrase(i + 2);
      if (is_of && is_measure(i) && (chunks_[i + 2].noun != ClassId::none || chunks_[i + 2].is_people)) {
        // `two years of fighting`, `rounds of talks`: what is measured counts.
        chunks_[i + 2].first = chunks_[i].first;
        if (chunks_[i + 2].owners.empty()) chunks_[i + 2].owners = chunks_[i].owners;
        if (chunks_[i + 2].owner_pronoun.empty()) chunks_[i + 2].owner_pronoun = chunks_[i].owner_pronoun;
        chunks_[i + 2].is_plural = true;
        ++i;
        continue;
      }
      const bool is_people = is_of && chunks_[i].owners.empty() && lexicon_.has_noun_class(chunks_[i].head, people_) &&
                             !chunks_[i + 2].actors.empty() &&
                             (entities_[chunks_[i + 2].actors.front()].kind == NameKind::group);
      const bool is_from =
          is_phrase(i) &&
          (is_key(i + 1, "from") || is_key(i + 1, "of") || (is_key(i + 1, "for") && is_speaker(chunks_[i].head))) &&
          is_phrase(i + 2) && chunks_[i].actors.empty() && chunks_[i].owners.empty() &&
          chunks_[i].owner_pronoun.empty() && (lexicon_.has_noun_class(chunks_[i].head, people_) || is_those(i)) &&
          names_state(chunks_[i + 2]);
      if (is_from) {
        Chunk joined = chunks_[i];
        joined.last = chunks_[i + 2].last;
        joined.actors = chunks_[i + 2].actors;
        joined.owners = joined.actors;
        joined.is_people = true;
        joined.is_coreferent = false;
        out.push_back(std::move(joined));
        i += 2;
        continue;
      }
      if (is_most || is_people) {
        Chunk joined = chunks_[i + 2];
        joined.first = chunks_[i].first;
        if (is_people) {
          joined.head = chunks_[i].head;
          joined.noun = chunks_[i].noun;
          joined.is_people = true;
        }
        out.push_back(std::move(joined));
        i += 2;
        continue;
      }
      if (is_of && chunks_[i].actors.empty() && lexicon_.has_noun_class(chunks_[i].head, part_) &&
          (chunks_[i + 2].is_place || chunks_[i + 2].is_coreferent || chunks_[i + 2].pronoun == "it")) {
        Chunk joined = chunks_[i + 2];
        joined.first = chunks_[i].first;
        joined.is_part = true;
        out.push_back(std::move(joined));
        i += 2;
        continue;
      }
      const bool is_kind = is_of && (lexicon_.has_noun_class(chunks_[i].head, region_) ||
                                     lexicon_.has_noun_class(chunks_[i].head, settlement_));
      if (is_kind && chunks_[i].actors.empty() && names_place(chunks_[i + 2]) && chunks_[i].head != "capital" &&
          chunks_[i].head != "part") {
        Chunk joined = chunks_[i + 2];
        joined.first = chunks_[i].first;
        as_place(joined, chunks_[i + 2]);
        if (lexicon_.has_noun_class(chunks_[i].head, settlement_))
          entities_[joined.actors.front()].is_settlement = true;
        joined.owners = chunks_[i].owners;
        joined.owner_pronoun = chunks_[i].owner_pronoun;
        joined.compounds = chunks_[i].compounds;
        joined.head = chunks_[i].head;
        out.push_back(std::move(joined));
        i += 2;
        continue;
      }
      out.push_back(std::move(chunks_[i]));
    }
    chunks_ = std::move(out);
  }

 private:
  bool is_phrase(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::phrase; }

  bool is_key(std::size_t at, std::string_view key) const {
    return at < chunks_.size() && (chunks_[at].kind == ChunkKind::word || chunks_[at].kind == ChunkKind::mark) &&
           chunks_[at].key == key;
  }

  /// `President X's guest`: the title belongs to the name.
  bool is_title_of_owner(std::size_t at) const {
    if (!is_phrase(at) || !is_phrase(at + 1)) return false;
    const Chunk& title = chunks_[at];
    const Chunk& owned = chunks_[at + 1];
    return title.actors.empty() && title.owners.empty() && title.is_people && !title.is_definite && !title.is_plural &&
           owned.owners.size() == 1 && entities_[owned.owners.front()].office == title.head && !title.head.empty();
  }

  static bool is_speaker(std::string_view head) {
    return head == "negotiators" || head == "envoys" || head == "delegates" || head == "representatives";
  }

  /// `those of Eritrea`, behind soldiers or the like.
  bool is_those(std::size_t at) const {
    return sentence_.tokens[chunks_[at].first].key == "those" && chunks_[at].last == chunks_[at].first + 1;
  }

  bool is_measure(std::size_t at) const {
    const Chunk& one = chunks_[at];
    return one.actors.empty() && (lexicon_.has_noun_class(one.head, measure_) || (one.head.empty() && one.is_first));
  }

  bool names_state(const Chunk& one) const {
    if (one.actors.size() != 1) return false;
    const bool is_name = one.form == NameForm::name && one.owners.empty();
    return (is_name || one.is_people) && entities_[one.actors.front()].kind == NameKind::polity;
  }

  bool names_place(const Chunk& one) const {
    if (one.actors.size() != 1 || one.form == NameForm::demonym || !one.owners.empty()) return false;
    if (one.form == NameForm::capital) return true;
    const NameKind kind = entities_[one.actors.front()].kind;
    return kind == NameKind::place || (one.is_guess && kind == NameKind::organization);
  }

  void as_place(Chunk& joined, const Chunk& named) {
    joined.is_place = true;
    joined.is_coreferent = false;
    if (named.form == NameForm::capital) {
      const std::size_t begin = sentence_.tokens[named.first].begin;
      joined.actors = {
          entities_.named(NameKind::place, text_.substr(begin, sentence_.tokens[named.last - 1].end - begin))};
      joined.form = NameForm::name;
    } else {
      entities_[joined.actors.front()].kind = NameKind::place;
    }
    joined.name_kind = NameKind::place;
    joined.is_guess = false;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  ClassId region_, settlement_, part_, people_, measure_;
};

}  // namespace

void join_parts(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence) {
  PartJoiner(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
