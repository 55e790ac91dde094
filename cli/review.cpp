#include "review.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>

#include <fmt/format.h>

#include "review_text.hpp"

namespace graphwright::cli {
namespace {

constexpr std::string_view help =
    "  a                accept the fact as it is shown\n"
    "  r                reject it\n"
    "  e FIELD VALUE    change it first: relation, subject, object or status, as 'e object Peru'; a name that is new\n"
    "                   needs its class: 'e object Lima: Place'; 'e status attributed Ned Price' says who says it\n"
    "  u                undo the changes\n"
    "  s                skip it: it stays undecided\n"
    "  b                back to the fact before\n"
    "  q                stop; what is decided is kept";
constexpr auto fields = std::to_array<std::string_view>({"object", "relation", "status", "subject"});

/// The first word of a text, which is cut off it with the spaces around.
std::string first_word(std::string& text) {
  text = on_one_line(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  std::string word = text.substr(0, end);
  text.erase(0, end + 1);
  return word;
}

/// The field that a word begins, `none` where it begins none or several.
std::string_view field_named(std::string_view word) {
  std::string_view found;
  for (const std::string_view one : fields) {
    if (!one.starts_with(word)) continue;
    if (!found.empty()) return {};
    found = one;
  }
  return found;
}

bool is_edited(const Claim& a, const Claim& b) {
  return a.relation != b.relation || a.subject != b.subject || a.object != b.object || a.modality != b.modality ||
         a.subject_class != b.subject_class || a.object_class != b.object_class || a.speaker != b.speaker;
}

}  // namespace

Review::Review(const std::vector<ReadArticle>& articles, const ClaimTypes& types, Decisions decided,
               std::function<void(const Decisions&)> keep, std::istream& in, std::ostream& out, bool echoes)
    : types_(types), decided_(std::move(decided)), keep_(std::move(keep)), in_(in), out_(out), echoes_(echoes) {
  for (const ReadArticle& article : articles)
    for (const Claim& claim : article.claims) {
      learn_names(claim);
      if (claim.verdict == Verdict::none)
        items_.push_back({&article, &claim, claim});
      else
        ++decided_before_;
    }
}

void Review::learn_names(const Claim& claim) {
  classes_.try_emplace(claim.subject, claim.subject_class);
  classes_.try_emplace(claim.object, claim.object_class);
  if (!claim.speaker.empty()) classes_.try_emplace(claim.speaker, claim.speaker_class);
  if (!claim.place.empty()) classes_.try_emplace(claim.place, "Place");
}

void Review::run() {
  say(fmt::format("{} to review, {} kept from before; ? shows the answers", counted(items_.size(), "fact"),
                  decided_before_));
  for (std::size_t at = 0; at < items_.size();) {
    show(at);
    const Step step = ask(items_[at]);
    if (step == Step::stop) break;
    if (step == Step::next) ++at;
    if (step == Step::back && at > 0) --at;
  }
  sum_up();
}

Decisions Review::decisions() const {
  Decisions all = decided_;
  for (const Item& item : items_) {
    if (item.verdict == Verdict::none) continue;
    const bool is_changed = item.verdict == Verdict::edited;
    all.add(decision_on(*item.article, *item.drafted, is_changed ? Verdict::rejected : item.verdict));
    if (is_changed) all.add(decision_on(*item.article, item.now, Verdict::edited));
  }
  return all;
}

void Review::say(const std::string& line) const { out_ << line << '\n'; }

void Review::show(std::size_t at) const {
  const Item& item = items_[at];
  say(fmt::format("\n[{}/{}] {}, rule {}, confidence {}", at + 1, items_.size(), printable(item.article->name),
                  item.drafted->rule, item.drafted->confidence));
  say("  " + marked_sentence(item.article->article.text, *item.drafted));
  show_fact(item);
}

void Review::show_fact(const Item& item) const {
  say("  " + fact_line(item.now));
  if (item.verdict != Verdict::none) say("  decided: " + std::string(verdict_word(item.verdict)));
}

Review::Step Review::ask(Item& item) {
  Step step = Step::stay;
  while (step == Step::stay) {
    out_ << "> " << std::flush;
    std::string line;
    if (!std::getline(in_, line)) {
      out_ << '\n';
      return Step::stop;
    }
    if (echoes_) say(printable(line));
    step = answer(item, line);
  }
  return step;
}

Review::Step Review::answer(Item& item, const std::string& line) {
  std::string rest = line;
  const std::string word = first_word(rest);
  if (word == "e") {
    edit(item, rest);
    return Step::stay;
  }
  if (rest.empty()) {
    if (word == "a") return accept(item);
    if (word == "r") return decide(item, Verdict::rejected);
    if (word == "s") return decide(item, Verdict::none);
    if (word == "b") return Step::back;
    if (word == "q") return Step::stop;
  }
  if (rest.empty() && word == "u") {
    item.now = *item.drafted;
    show_fact(item);
  } else if (word == "?") {
    say(std::string(help));
  } else {
    say(fmt::format("  '{}' is no answer; a accepts, e edits, r rejects, s skips, b goes back, q stops, ? tells more",
                    printable(line)));
  }
  return Step::stay;
}

Review::Step Review::accept(Item& item) {
  if (const std::string fault = types_.misfit(item.now); !fault.empty()) {
    say("  not accepted: " + printable(fault));
    return Step::stay;
  }
  return decide(item, is_edited(item.now, *item.drafted) ? Verdict::edited : Verdict::accepted);
}

Review::Step Review::decide(Item& item, Verdict verdict) {
  if (item.verdict != verdict) {
    item.verdict = verdict;
    keep_(decisions());
  }
  return Step::next;
}

void Review::edit(Item& item, const std::string& rest) {
  std::string value = rest;
  const std::string word = first_word(value);
  const std::string_view field = word.empty() ? std::string_view{} : field_named(word);
  if (field.empty() || value.empty())
    return say("  say what to change and to what: e relation, subject, object or status, and the new value");
  if (field == "status") return edit_status(item, value);
  if (field == "relation") {
    if (const std::string fault = types_.relation_fault(value); !fault.empty()) return say("  " + printable(fault));
    item.now.relation = value;
  } else {
    const bool is_subject = field == "subject";
    if (!take_name(value, is_subject ? item.now.subject : item.now.object,
                   is_subject ? item.now.subject_class : item.now.object_class))
      return;
    classes_.try_emplace(is_subject ? item.now.subject : item.now.object,
                         is_subject ? item.now.subject_class : item.now.object_class);
  }
  show_fact(item);
  if (const std::string fault = types_.misfit(item.now); !fault.empty()) say("  does not fit: " + printable(fault));
}

void Review::edit_status(Item& item, const std::string& value) {
  std::string speaker = value;
  const std::string word = first_word(speaker);
  const auto at = std::find(modality_names.begin(), modality_names.end(), word);
  if (at == modality_names.end())
    return say(fmt::format("  '{}' is no status; it is asserted, attributed, hypothetical or denied", printable(word)));
  const auto modality = static_cast<Modality>(at - modality_names.begin());
  Claim now = item.now;
  if (!speaker.empty() && !take_name(speaker, now.speaker, now.speaker_class)) return;
  if (modality == Modality::attributed && now.speaker.empty())
    return say("  an attributed fact needs who says it: 'e status attributed NAME'");
  now.modality = modality;
  if (modality == Modality::asserted) now.speaker.clear();
  item.now = now;
  show_fact(item);
}

bool Review::take_name(const std::string& value, std::string& name, std::string& its_class) const {
  const std::size_t colon = value.rfind(": ");
  if (colon != std::string::npos && colon > 0) {
    const std::string given = value.substr(colon + 2);
    if (const std::string fault = types_.class_fault(given); !fault.empty()) {
      say("  " + printable(fault));
      return false;
    }
    name = value.substr(0, colon);
    its_class = given;
    return true;
  }
  const auto known = classes_.find(value);
  if (known == classes_.end()) {
    say(
        fmt::format("  '{0}' is no name of this draft; say its class too: '{0}: Person' (or Polity, Organization, "
                    "ArmedGroup, Alliance, Place, Office)",
                    printable(value)));
    return false;
  }
  name = value;
  its_class = known->second;
  return true;
}

void Review::sum_up() const {
  const auto count = [&](Verdict verdict) {
    return std::count_if(items_.begin(), items_.end(), [&](const Item& one) { return one.verdict == verdict; });
  };
  say(fmt::format("\n{} accepted, {} edited, {} rejected, {} left undecided", count(Verdict::accepted),
                  count(Verdict::edited), count(Verdict::rejected), count(Verdict::none)));
}

}  // namespace graphwright::cli
