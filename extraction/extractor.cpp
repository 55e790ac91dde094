#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

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
    std::unordered_map<EntityId, Offices> offices;
    for (const std::vector<RoleFact>& sentence : roles)
      for (const RoleFact& one : sentence)
        if (one.object == no_entity) offices[one.subject].emplace(one.relation, one.office);
    for (std::size_t i = 0; i < all.size(); ++i) {
      build_phrases(text_, lexicon_, entities_, all[i]);
      find_referents(text_, lexicon_, entities_, discourse_, all[i]);
      for (const RoleFact& fact : roles[i])
        if (fact.object != no_entity || !is_shortened(fact, offices[fact.subject])) add(fact, all[i], claims);
      for (const RoleFact& fact : find_place_facts(text_, lexicon_, entities_, all[i])) add(fact, all[i], claims);
      const EventContext context{text_, lexicon_, rules_, entities_, discourse_, dateline_};
      const SentenceEvents events = find_events(context, all[i]);
      accused_.erase(
          std::remove_if(accused_.begin(), accused_.end(), [&](const Accused& one) { return one.sentence + 1 < i; }),
          accused_.end());
      for (const EventFact& fact : events.facts) {
        if (add(fact, all[i], claims) && fact.is_accusation) accused_.push_back({fact.subject, i, claims.size() - 1});
      }
      for (const EntityId denier : events.deniers)
        for (const Accused& one : accused_)
          if (one.subject == denier || stands_for(denier, one.subject)) claims[one.claim].modality = Modality::denied;
    }
  }

 private:
  /// The offices of a person, by the relation that tells whether they are held still.
  using Offices = std::set<std::pair<std::string_view, std::string>>;

  /// What somebody is accused of, until they deny it in this sentence or the next.
  struct Accused {
    EntityId subject;
    std::size_t sentence;
    std::size_t claim;
  };

  /// `Secretary X` where the article also has `secretary of state X`.
  static bool is_shortened(const RoleFact& fact, const Offices& offices) {
    return std::any_of(offices.begin(), offices.end(), [&](const auto& one) {
      const auto& [relation, office] = one;
      return relation == fact.relation && office.size() > fact.office.size() &&
             (office.starts_with(fact.office + " ") || office.ends_with(" " + fact.office));
    });
  }

  bool stands_for(EntityId person, EntityId state) const {
    const Entities& all = entities_[person].represents;
    return std::find(all.begin(), all.end(), state) != all.end();
  }

  void set_quote(Claim& claim, std::uint32_t first, std::uint32_t last, const SentenceChunks& sentence) const {
    claim.begin = sentence.tokens[first].begin;
    claim.end = sentence.tokens[last - 1].end;
    // The comma that closes an apposition is no part of the quote.
    if (last > first + 1 && text_[claim.end - 1] == ',') --claim.end;
    claim.sentence_begin = sentence.stretch.begin;
    claim.sentence_end = sentence.stretch.end;
  }

  void name(std::string& out, std::string& out_class, EntityId id) const {
    out = entities_[id].name;
    out_class = ontology_class(entities_[id].kind);
  }
  bool push(Claim claim, std::vector<Claim>& claims) {
    const std::string key = claim.relation + '\n' + claim.subject + '\n' + claim.object + '\n' + claim.time + '\n' +
                            std::string(graphwright::name(claim.modality));
    if (!seen_.insert(key).second) return false;
    claims.push_back(std::move(claim));
    return true;
  }

  /// Who holds an office or leads is a person, although the name alone looked like a place.
  void take_for_person(const RoleFact& fact) {
    constexpr auto personal =
        std::to_array<std::string_view>({"holds-office", "held-office", "represents", "spokesperson-of", "leads"});
    Entity& one = entities_[fact.subject];
    if (one.kind == NameKind::place && std::find(personal.begin(), personal.end(), fact.relation) != personal.end())
      one.kind = NameKind::person;
  }

  void add(const RoleFact& fact, const SentenceChunks& sentence, std::vector<Claim>& claims) {
    take_for_person(fact);
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
  bool add(const EventFact& fact, const SentenceChunks& sentence, std::vector<Claim>& claims) {
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
    return push(std::move(claim), claims);
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const std::vector<Rule>& rules_;
  Dateline dateline_;
  Register entities_;
  Discourse discourse_;
  std::set<std::string> seen_;
  std::vector<Accused> accused_;
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

namespace {

bool holds(const std::vector<Claim>& claims, const RuleText& rule, std::string_view subject, std::string_view object) {
  const bool is_symmetric = find_relation(rule.relation)->is_symmetric;
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& one) {
    if (one.relation != rule.relation || one.modality != Modality::asserted) return false;
    return (one.subject == subject && one.object == object) ||
           (is_symmetric && one.subject == object && one.object == subject);
  });
}

/// Whether a rule's example gives the facts that stand beside it.
bool proves(const Extractor& extractor, const RuleText& rule) {
  const std::vector<Claim> claims = extractor.extract(rule.example, {});
  for (const std::string& pair : split(rule.facts, ';')) {
    const std::vector<std::string> names = split(pair, ',');
    if (names.size() != 2 || !holds(claims, rule, names[0], names[1])) return false;
  }
  return !rule.facts.empty();
}

}  // namespace

std::vector<std::string> Extractor::failing_rules() const {
  std::vector<std::string> failing;
  for (const RuleText& one : state_->texts)
    if (!proves(*this, one)) failing.push_back(one.name);
  return failing;
}

void Extractor::add_rules(std::string_view text, FileId file, Diagnostics& diagnostics) {
  std::vector<std::pair<std::uint32_t, std::string>> faults;
  std::vector<Rule> rules = read_rules(text, state_->lexicon, faults);
  for (auto& [line, message] : faults) diagnostics.error("bad-rule", {file, line, 1}, std::move(message));
  const std::size_t first = state_->rules.size();
  for (Rule& one : rules) {
    one.text.location.file = file;
    state_->rules.push_back(std::move(one));
  }
  for (std::size_t i = first; i < state_->rules.size(); ++i) {
    const RuleText& rule = state_->rules[i].text;
    if (!proves(*this, rule))
      diagnostics.error("bad-rule", rule.location,
                        fmt::format("the rule '{}' does not give the facts of its example: {}", rule.name, rule.facts));
    state_->texts.push_back(rule);
  }
}

void Extractor::add_names(std::string_view text, FileId file, Diagnostics& diagnostics) {
  constexpr auto kinds =
      std::to_array<std::string_view>({"person", "polity", "organization", "group", "alliance", "place"});
  for (const TableLine& line : table_lines(text)) {
    std::vector<std::string> fields = split(line.whole, '|');
    const auto kind = std::find(kinds.begin(), kinds.end(), fields[0]);
    if (kind == kinds.end() || fields.size() < 2 || fields[1].empty()) {
      diagnostics.error("bad-names", {file, line.number, 1},
                        "a name is 'KIND | name | other names | adjectives | capitals'; KIND is polity, place, "
                        "organization, alliance, group or person");
      continue;
    }
    fields.resize(5);
    state_->lexicon.add_name(static_cast<NameKind>(kind - kinds.begin()), fields[1], split(fields[2], ';'),
                             split(fields[3], ' '), split(fields[4], ';'));
  }
}

bool Extractor::is_foreign(std::string_view text) const {
  const Lexicon& lexicon = state_->lexicon;
  const std::size_t end = std::min<std::size_t>(text.size(), 20000);
  std::size_t border = end;
  while (border > 0 && border < text.size() && text[border] != ' ' && text[border] != '\n' && end - border < 200)
    --border;
  std::size_t words = 0;
  std::size_t known = 0;
  for (const Token& one : tokens(text, {0, border})) {
    if (one.shape == Shape::punctuation || one.shape == Shape::number) continue;
    ++words;
    known += lexicon.word(one.key).is(lexicon.find_class("det")) ||
             lexicon.word(one.key).is(lexicon.find_class("prep")) ||
             lexicon.word(one.key).is(lexicon.find_class("conj"));
  }
  return words >= 25 && known * 100 < words * 12;
}

}  // namespace graphwright
