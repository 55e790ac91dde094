#include "parts.hpp"

#include <optional>

namespace graphwright::extraction {
namespace {

class PartJoiner {
 public:
  PartJoiner(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence)
      : text_(text), lexicon_(lexicon), entities_(entities), sentence_(sentence), chunks_(sentence.chunks) {
    region_ = lexicon.find_class("region");
    settlement_ = lexicon.find_class("settlement");
    part_ = lexicon.find_class("territory-part");
    fraction_ = lexicon.find_class("fraction");
    troops_ = lexicon.find_class("troops");
    people_ = lexicon.find_class("people");
    measure_ = lexicon.find_class("measure");
  }

  /// `parts of the region`, `the town of Goma`, `the island of X`: one phrase, the place.
  void run() {
    std::vector<Chunk> out;
    out.reserve(chunks_.size());
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      if (const std::size_t taken = lead_into(i); taken != 0)
        i += taken - 1;
      else if (const std::size_t last = join(i, out); last != i)
        i = last;
      else {
        name_led(i);
        out.push_back(std::move(chunks_[i]));
      }
    }
    chunks_ = std::move(out);
  }

 private:
  bool is_phrase(std::size_t at) const { return at < chunks_.size() && chunks_[at].kind == ChunkKind::phrase; }

  bool is_key(std::size_t at, std::string_view key) const {
    return at < chunks_.size() && (chunks_[at].kind == ChunkKind::word || chunks_[at].kind == ChunkKind::mark) &&
           chunks_[at].key == key;
  }

  bool is_of(std::size_t at) const { return is_phrase(at) && is_key(at + 1, "of") && is_phrase(at + 2); }

  /// What only tells how much or who of the phrase that follows: it becomes the beginning of that; how many chunks.
  std::size_t lead_into(std::size_t at) {
    if (lead_title(at)) return 1;
    return lead_both(at) || lead_measure(at) ? 2 : 0;
  }

  bool lead_title(std::size_t at) {
    if (!is_title_of_owner(at)) return false;
    chunks_[at + 1].first = chunks_[at].first;
    return true;
  }

  /// `both of them`
  bool lead_both(std::size_t at) {
    const bool is_both =
        is_of(at) && chunks_[at].actors.empty() && chunks_[at].head.empty() && !chunks_[at + 2].pronoun.empty();
    if (!is_both) return false;
    chunks_[at + 2].first = chunks_[at].first;
    return true;
  }

  /// `two years of fighting`, `rounds of talks`: what is measured counts.
  bool lead_measure(std::size_t at) {
    if (!is_of(at) || !is_measure(at) || (chunks_[at + 2].noun == ClassId::none && !chunks_[at + 2].is_people))
      return false;
    const Chunk& measure = chunks_[at];
    Chunk& measured = chunks_[at + 2];
    measured.first = measure.first;
    if (measured.owners.empty()) measured.owners = measure.owners;
    if (measured.owner_pronoun.empty()) measured.owner_pronoun = measure.owner_pronoun;
    measured.is_plural = true;
    return true;
  }

  /// `insurgents led by the front`: the front.
  void name_led(std::size_t at) {
    const bool is_led = is_phrase(at) && at + 3 < chunks_.size() && chunks_[at + 1].kind == ChunkKind::verb &&
                        (chunks_[at + 1].verb.lemma == "lead" || chunks_[at + 1].verb.lemma == "command") &&
                        is_key(at + 2, "by") && is_phrase(at + 3);
    if (!is_led || chunks_[at].actors.size() != 1 || !entities_[chunks_[at].actors.front()].is_common) return;
    const Chunk& leader = chunks_[at + 3];
    if (leader.actors.size() != 1) return;
    const NameKind kind = entities_[leader.actors.front()].kind;
    if (kind == NameKind::group || kind == NameKind::organization) chunks_[at].actors = leader.actors;
  }

  /// Puts a phrase that is joined with what follows out; its last chunk, the place itself where nothing is joined.
  std::size_t join(std::size_t at, std::vector<Chunk>& out) {
    if (std::optional<Chunk> twice = joined_twice(at)) {
      out.push_back(std::move(*twice));
      return at + 4;
    }
    std::optional<Chunk> joined = joined_people(at);
    if (!joined) joined = joined_most(at);
    if (!joined) joined = joined_part(at);
    if (!joined) joined = joined_kind(at);
    if (!joined) return at;
    out.push_back(std::move(*joined));
    return at + 2;
  }

  /// `parts of the city of Goma`: parts of what the city is joined to.
  std::optional<Chunk> joined_twice(std::size_t at) {
    if (!is_of(at) || !is_of(at + 2)) return std::nullopt;
    std::optional<Chunk> inner = joined_kind(at + 2);
    if (!inner) return std::nullopt;
    std::swap(chunks_[at + 2], *inner);
    std::optional<Chunk> joined = joined_part(at);
    if (!joined) std::swap(chunks_[at + 2], *inner);
    return joined;
  }

  /// `envoys of Peru`, `negotiators for the rebels`: people of a state.
  std::optional<Chunk> joined_people(std::size_t at) const {
    const bool joins =
        is_phrase(at) && is_phrase(at + 2) &&
        (is_key(at + 1, "from") || is_key(at + 1, "of") || (is_key(at + 1, "for") && is_speaker(chunks_[at].head)));
    if (!joins) return std::nullopt;
    const Chunk& people = chunks_[at];
    const bool is_free = people.actors.empty() && people.owners.empty() && people.owner_pronoun.empty();
    const bool are_led =
        is_key(at + 1, "of") && lexicon_.has_noun_class(people.head, troops_) && names_person(chunks_[at + 2]);
    const bool are_of_state =
        (lexicon_.has_noun_class(people.head, people_) || is_those(at)) && names_state(chunks_[at + 2]);
    if (!is_free || !(are_of_state || are_led)) return std::nullopt;
    Chunk joined = people;
    joined.last = chunks_[at + 2].last;
    joined.actors = chunks_[at + 2].actors;
    joined.owners = joined.actors;
    joined.is_people = true;
    joined.is_coreferent = false;
    return joined;
  }

  /// `most of the region`, `fighters of the front`: what stands behind `of`.
  std::optional<Chunk> joined_most(std::size_t at) const {
    if (!is_key(at + 1, "of") || !is_phrase(at + 2)) return std::nullopt;
    const Chunk& whole = chunks_[at + 2];
    const bool is_most = chunks_[at].kind == ChunkKind::word &&
                         (chunks_[at].key == "most" || chunks_[at].key == "much") &&
                         (whole.is_place || whole.pronoun == "it");
    const bool is_people = is_phrase(at) && chunks_[at].owners.empty() &&
                           lexicon_.has_noun_class(chunks_[at].head, people_) && !whole.actors.empty() &&
                           entities_[whole.actors.front()].kind == NameKind::group;
    if (!is_most && !is_people) return std::nullopt;
    Chunk joined = whole;
    joined.first = chunks_[at].first;
    if (is_people) {
      joined.head = chunks_[at].head;
      joined.noun = chunks_[at].noun;
      joined.is_people = true;
    }
    return joined;
  }

  /// `parts of the region`
  std::optional<Chunk> joined_part(std::size_t at) const {
    if (!is_of(at) || !chunks_[at].actors.empty()) return std::nullopt;
    // `the eastern half` is a number to the phrase.
    const std::string& word = chunks_[at].head.empty() ? sentence_.tokens[chunks_[at].last - 1].key : chunks_[at].head;
    if (!lexicon_.has_noun_class(word, part_) && !lexicon_.has_noun_class(word, fraction_)) return std::nullopt;
    const Chunk& whole = chunks_[at + 2];
    if (!whole.is_place && !whole.is_coreferent && whole.pronoun != "it") return std::nullopt;
    Chunk joined = whole;
    joined.first = chunks_[at].first;
    joined.is_part = true;
    return joined;
  }

  /// `the town of Goma`, `the island of X`
  std::optional<Chunk> joined_kind(std::size_t at) {
    if (!is_of(at)) return std::nullopt;
    const Chunk& kind = chunks_[at];
    const bool is_settlement = lexicon_.has_noun_class(kind.head, settlement_);
    const bool is_kind = is_settlement || lexicon_.has_noun_class(kind.head, region_);
    // `the Red Sea port of Hodeida`: the sea tells where the port lies.
    const bool is_placed = is_settlement && kind.actors.size() == 1 && kind.is_place && kind.form == NameForm::name;
    const bool is_of_state = kind.actors == kind.owners;
    if (!is_kind || !(kind.actors.empty() || is_placed || is_of_state) ||
        !(names_place(chunks_[at + 2]) || is_own_state(at)) || kind.head == "capital" || kind.head == "part")
      return std::nullopt;
    Chunk joined = chunks_[at + 2];
    joined.first = kind.first;
    as_place(joined, chunks_[at + 2]);
    if (is_settlement) entities_[joined.actors.front()].is_settlement = true;
    joined.owners = kind.owners;
    joined.owner_pronoun = kind.owner_pronoun;
    joined.compounds = kind.compounds;
    joined.head = kind.head;
    return joined;
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

  /// `the forces of Khalifa Haftar`
  bool names_person(const Chunk& one) const {
    return one.actors.size() == 1 && one.owners.empty() && one.pronoun.empty() &&
           entities_[one.actors.front()].kind == NameKind::person;
  }

  /// `Somalia's breakaway region of Somaliland`
  bool is_own_state(std::size_t at) const {
    const Chunk& kind = chunks_[at];
    const Chunk& name = chunks_[at + 2];
    bool is_owned = false;
    for (std::size_t token = kind.first; token < kind.last; ++token)
      is_owned = is_owned || sentence_.tokens[token].key == "'s";
    return is_owned && kind.owners.size() == 1 && name.actors.size() == 1 && name.form == NameForm::name &&
           !name.is_people && entities_[name.actors.front()].kind == NameKind::polity && name.actors != kind.owners;
  }

  bool names_place(const Chunk& one) const {
    if (one.actors.size() != 1 || one.form == NameForm::demonym || !one.owners.empty()) return false;
    if (one.form == NameForm::capital) return true;
    const Entity& known = entities_[one.actors.front()];
    // `the state of Arunachal Pradesh`: no person, as its shape had it.
    const bool is_nobody = known.kind == NameKind::person && known.office.empty() && known.represents.empty();
    return known.kind == NameKind::place || is_nobody || (one.is_guess && known.kind == NameKind::organization);
  }

  void as_place(Chunk& joined, const Chunk& named) {
    joined.is_place = true;
    joined.is_coreferent = false;
    if (named.form == NameForm::capital) {
      const std::size_t begin = sentence_.tokens[named.first].begin;
      joined.actors = {
          entities_.named(NameKind::place, text_.substr(begin, sentence_.tokens[named.last - 1].end - begin))};
      joined.form = NameForm::name;
    } else if (entities_[joined.actors.front()].kind != NameKind::polity) {
      entities_[joined.actors.front()].kind = NameKind::place;
    }
    joined.name_kind = entities_[joined.actors.front()].kind;
    joined.is_guess = false;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  Register& entities_;
  SentenceChunks& sentence_;
  std::vector<Chunk>& chunks_;
  ClassId region_, settlement_, part_, fraction_, people_, measure_, troops_;
};

}  // namespace

void join_parts(std::string_view text, const Lexicon& lexicon, Register& entities, SentenceChunks& sentence) {
  PartJoiner(text, lexicon, entities, sentence).run();
}

}  // namespace graphwright::extraction
