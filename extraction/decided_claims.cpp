#include "decided_claims.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "rules.hpp"
#include "tokens.hpp"

namespace graphwright::extraction {
namespace {

/// A drafted quote is a decided one if more than this of their words is shared; a sentence stands for a quote that the
/// text has no more if it holds at least this of its words.
constexpr double same_quote = 0.5;
constexpr double same_sentence = 0.75;

/// The words of a text in lower case, sorted.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (Token& one : tokens(text, {0, text.size()}))
    if (one.shape != Shape::punctuation) out.push_back(std::move(one.key));
  std::sort(out.begin(), out.end());
  return out;
}

std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

/// How alike two quotes are, from 0 to 1: the share of their words that both have.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a == b ? 1 : 2.0 * static_cast<double>(shared_words(a, b)) / static_cast<double>(a.size() + b.size());
}

/// By what a fact is known again: relation, names (in any order where it is symmetric) and status.
std::string key_of(const Claim& claim) {
  std::string first = on_one_line(claim.subject);
  std::string second = on_one_line(claim.object);
  const RelationType* type = find_relation(claim.relation);
  if (type != nullptr && type->is_symmetric && second < first) std::swap(first, second);
  return claim.relation + '\n' + first + '\n' + second + '\n' + std::string(name(claim.modality));
}

/// A stretch of a text whose spaces do not count.
class SpacedText {
 public:
  explicit SpacedText(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool is_space = text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t';
      if (is_space && (plain_.empty() || plain_.back() == ' ')) continue;
      plain_.push_back(is_space ? ' ' : text[at]);
      places_.push_back(at);
    }
  }
  std::optional<Stretch> find(std::string_view quote) const {
    const std::size_t at = quote.empty() ? std::string::npos : plain_.find(quote);
    if (at == std::string::npos) return std::nullopt;
    return Stretch{places_[at], places_[at + quote.size() - 1] + 1};
  }

 private:
  std::string plain_;
  std::vector<std::size_t> places_;
};

class DecidedClaims {
 public:
  DecidedClaims(const std::vector<const Decision*>& decisions, ReadArticle& article, Diagnostics& diagnostics)
      : article_(article), diagnostics_(diagnostics) {
    for (const Decision* one : decisions) {
      by_key_[key_of(one->fact)].push_back(decided_.size());
      decided_.push_back({one, words_of(one->quote), no_claim, 0});
    }
  }

  void run() {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < article_.claims.size(); ++i) found.push_back(find(i));
    std::vector<Claim> kept;
    for (std::size_t i = 0; i < found.size(); ++i) {
      Claim& claim = article_.claims[i];
      if (found[i] != no_decision) {
        const Decided& one = decided_[found[i]];
        if (one.decision->fact.verdict == Verdict::rejected) continue;
        if (one.claim == i) claim = as_decided(one, claim);
      }
      kept.push_back(std::move(claim));
    }
    article_.claims = std::move(kept);
    for (const Decided& one : decided_)
      if (one.claim == no_claim && one.decision->fact.verdict != Verdict::rejected) restore(one);
  }

 private:
  static constexpr std::size_t no_claim = std::string::npos;
  static constexpr std::size_t no_decision = std::string::npos;

  struct Decided {
    const Decision* decision;
    std::vector<std::string> words;
    /// The claim that is this fact, the likest of all.
    std::size_t claim;
    double likeness;
  };

  /// The decision on a claim: the likest of those with its key.
  std::size_t find(std::size_t number) {
    const Claim& claim = article_.claims[number];
    const auto same = by_key_.find(key_of(claim));
    if (same == by_key_.end()) return no_decision;
    const std::vector<std::string> words =
        words_of(std::string_view(article_.article.text).substr(claim.begin, claim.end - claim.begin));
    std::size_t best = no_decision;
    double most = 0;
    for (const std::size_t at : same->second) {
      const double now = likeness(words, decided_[at].words);
      if (now <= same_quote || now <= most) continue;
      most = now;
      best = at;
    }
    if (best != no_decision && most > decided_[best].likeness) {
      decided_[best].claim = number;
      decided_[best].likeness = most;
    }
    return best;
  }

  /// The fact as decided, at the place where it is drafted now.
  static Claim as_decided(const Decided& one, const Claim& place) {
    Claim out = one.decision->fact;
    out.begin = place.begin;
    out.end = place.end;
    out.sentence_begin = place.sentence_begin;
    out.sentence_end = place.sentence_end;
    out.confidence = 1;
    return out;
  }

  void restore(const Decided& one) {
    if (!text_) text_.emplace(article_.article.text);
    if (sentences_.empty()) sentences_ = sentences(article_.article.text);
    const std::optional<Stretch> quote = text_->find(one.decision->quote);
    const std::optional<Stretch> sentence = quote ? around(*quote) : likest(one);
    if (!sentence) {
      diagnostics_.warning("lost-decision", one.decision->location,
                           fmt::format("the article '{}' has no sentence any more that says '{}'; the fact is left out "
                                       "of the draft and kept here",
                                       article_.name, one.decision->quote));
      return;
    }
    Claim place;
    place.begin = quote ? quote->begin : sentence->begin;
    place.end = quote ? quote->end : sentence->end;
    place.sentence_begin = std::min(sentence->begin, place.begin);
    place.sentence_end = std::max(sentence->end, place.end);
    std::vector<Claim>& all = article_.claims;
    const auto at = std::find_if(all.begin(), all.end(), [&](const Claim& other) { return other.begin > place.begin; });
    all.insert(at, as_decided(one, place));
  }

  std::optional<Stretch> around(Stretch quote) const {
    for (const Stretch one : sentences_)
      if (quote.begin < one.end) return one;
    return quote;
  }

  /// The sentence that holds most of the words of a quote, if these are enough; the first among equals.
  std::optional<Stretch> likest(const Decided& one) const {
    std::optional<Stretch> best;
    double most = 0;
    for (const Stretch sentence : sentences_) {
      const std::string_view text =
          std::string_view(article_.article.text).substr(sentence.begin, sentence.end - sentence.begin);
      const std::size_t shared = shared_words(one.words, words_of(text));
      const double now = static_cast<double>(shared) / static_cast<double>(std::max<std::size_t>(one.words.size(), 1));
      if (now < same_sentence || now <= most) continue;
      most = now;
      best = sentence;
    }
    return best;
  }

  ReadArticle& article_;
  Diagnostics& diagnostics_;
  std::vector<Decided> decided_;
  std::map<std::string, std::vector<std::size_t>> by_key_;
  std::optional<SpacedText> text_;
  std::vector<Stretch> sentences_;
};

}  // namespace

void apply_decisions(const std::vector<const Decision*>& decisions, ReadArticle& article, Diagnostics& diagnostics) {
  DecidedClaims(decisions, article, diagnostics).run();
}

}  // namespace graphwright::extraction
