#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "graphwright/extraction.hpp"

#include "data_files.hpp"
#include "dates.hpp"
#include "events.hpp"
#include "names.hpp"
#include "phrases.hpp"
#include "places.hpp"
#include "referents.hpp"
#include "roles.hpp"
#include "rules.hpp"
#include "table_lines.hpp"

namespace graphwright {

using namespace extraction;

struct Extractor::State {
  Lexicon lexicon;
  std::vector<Rule> rules;
  std::vector<RuleText> texts;
};

namespace {

/// How many sentences are read as one article: what is known of one part is not carried to the next.
constexpr std::size_t part_size = 2000;

/// One article, or a part of a very long one.
class Article {
 public:
  Article(std::string_view text, const ArticleInfo& info, const Lexicon& lexicon, const std::vector<Rule>& rules)
      : text_(text), lexicon_(lexicon), rules_(rules), dateline_(parse_dateline(info.date)), entities_(lexicon) {}

  void read(std::vector<Stretch> stretches, std::vector<Claim>& claims) {
    std::vector<SentenceChunks> all;
    all.reserve(stretches.size());
    for (const Stretch one : stretches) {
      SentenceChunks sentence;
      sentence.stretch = one;
      sentence.tokens = tokens(text_, one);
      all.push_back(std::move(sentence));
    }
    // The names of the whole article first, so that a surname finds its person wherever that stands.
    for (SentenceChunks& one : all) find_names(text_, lexicon_, entities_, one);
    std::vector<std::vector<RoleFact>> roles;
    for (SentenceChunks& one : all) {
      one.chunks.clear();
      find_names(text_, lexicon_, entities_, one);
      find_dates(lexicon_, dateline_, one);
      roles.push_back(bind_roles(text_, lexicon_, entities_, one));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      build_phrases(text_, lexicon_, entities_, all[i]);
      find_referents(text_, lexicon_, entities_, discourse_, all[i]);
      for (const RoleFact& fact : roles[i]) add(fact, all[i], claims);
      for (const RoleFact& fact : find_place_facts(text_, lexicon_, entities_, all[i])) add(fact, all[i], claims);
      const EventContext context{text_, lexicon_, rules_, entities_, discourse_, dateline_};
      for (const EventFact& fact : find_events(context, all[i])) add(fact, all[i], claims);
    }
  }

 private:
  void set_quote(Claim& claim, std::uint32_t first, std::uint32_t last, const SentenceChunks& sentence) const {
    claim.begin = sentence.tokens[first].begin;
    claim.end = sentence.tokens[last - 1].end;
    claim.sentence_begin = sentence.stretch.begin;
    claim.sentence_end = sentence.stretch.end;
  }

  void name(std::string& out, std::string& out_class, EntityId id) const {
    out = entities_[id].name;
    out_class = ontology_class(entities_[id].kind);
  }

  void push(Claim claim, std::vector<Claim>& claims) {
    const std::string key = claim.relation + '\n' + claim.subject + '\n' + claim.object + '\n' + claim.time + '\n' +
                            std::string(graphwright::name(claim.modality));
    if (!seen_.insert(key).second) return;
    claims.push_back(std::move(claim));
  }

  void add(const RoleFact& fact, const SentenceChunks& sentence, std::vector<Claim>& claims) {
    Claim claim;
    claim.relation = fact.relation;
    name(claim.subject, claim.subject_class, fact.subject);
    if (fact.object == no_entity) {
      claim.object = fact.office;
      claim.object_class = "Office";
    } else {
      name(claim.object, claim.object_class, fact.object);
    }
    set_quote(claim, fact.first, fact.last, sentence);
    claim.rule = fact.rule;
    claim.confidence = 0.9;
    push(std::move(claim), claims);
  }

  void add(const EventFact& fact, const SentenceChunks& sentence, std::vector<Claim>& claims) {
    Claim claim;
    claim.relation = fact.relation;
    name(claim.subject, claim.subject_class, fact.subject);
    name(claim.object, claim.object_class, fact.object);
    claim.time = fact.time;
    claim.place = fact.place;
    const bool has_speaker = fact.speaker != no_entity || !fact.speaker_text.empty();
    claim.modality = fact.reality == Reality::denied         ? Modality::denied
                     : fact.reality == Reality::hypothetical ? Modality::hypothetical
                     : has_speaker                           ? Modality::attributed
                                                             : Modality::asserted;
    if (fact.speaker != no_entity) name(claim.speaker, claim.speaker_class, fact.speaker);
    if (!fact.speaker_text.empty()) {
      claim.speaker = fact.speaker_text;
      claim.speaker_class = "Organization";
    }
    set_quote(claim, fact.first, fact.last, sentence);
    claim.rule = fact.rule;
    claim.confidence = 0.75;
    push(std::move(claim), claims);
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const std::vector<Rule>& rules_;
  Dateline dateline_;
  Register entities_;
  Discourse discourse_;
  std::set<std::string> seen_;
};

}  // namespace

Extractor::Extractor() : state_(std::make_unique<State>()) {
  std::vector<std::pair<std::uint32_t, std::string>> faults;
  state_->rules = read_rules(data::rules, state_->lexicon, faults);
  for (const Rule& one : state_->rules) state_->texts.push_back(one.text);
}

Extractor::~Extractor() = default;

const std::vector<RuleText>& Extractor::rules() const { return state_->texts; }

std::vector<Claim> Extractor::extract(std::string_view text, const ArticleInfo& info) const {
  std::vector<Claim> claims;
  const std::vector<Stretch> all = sentences(text);
  for (std::size_t at = 0; at < all.size(); at += part_size) {
    const std::size_t end = std::min(all.size(), at + part_size);
    Article(text, info, state_->lexicon, state_->rules)
        .read({all.begin() + static_cast<std::ptrdiff_t>(at), all.begin() + static_cast<std::ptrdiff_t>(end)}, claims);
  }
  return claims;
}

}  // namespace graphwright
