#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/fact.hpp"

namespace graphwright {

/// What the text itself does not say of an article.
struct ArticleInfo {
  /// The day, month or year of the report (ISO 8601); relative dates are resolved against it.
  std::string date;
  std::string title;
  std::string publisher;
  std::string url;
};

/// What a person has decided of a drafted fact.
enum class Verdict : std::uint8_t { none, accepted, edited, rejected };

/// A drafted fact: one relation between two named parties, with the stretch of the text that states it.
///
/// `begin` and `end` count bytes of the text; time is EDTF, empty where the text does not fix it.
struct Claim {
  std::string relation;
  std::string subject;
  std::string object;
  std::string subject_class;
  std::string object_class;
  /// A class that a party has besides its own, since the relation wants it (`ClaimTypes::lend`); mostly empty.
  std::string subject_also;
  std::string object_also;
  std::string time;
  std::string place;
  Modality modality = Modality::asserted;
  std::string speaker;
  std::string speaker_class;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// The sentence that the quote lies in.
  std::size_t sentence_begin = 0;
  std::size_t sentence_end = 0;
  std::string rule;
  double confidence = 0;
  Verdict verdict = Verdict::none;
};

/// A rule with the sentence that shows it and what it must give there.
struct RuleText {
  std::string name;
  std::string relation;
  std::string trigger;
  std::string first;
  std::string second;
  std::string example;
  std::string facts;
  Location location;
};

/// Reads news text: sentences, names, clauses, rules, claims (docs/extraction.md).
///
/// It is loaded once and then never changes while it reads, so that threads may share it.
class Extractor {
 public:
  Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;
  ~Extractor();

  /// Adds names (lines `kind | name | other names | adjectives | capital`) from a user's file.
  void add_names(std::string_view text, FileId file, Diagnostics& diagnostics);
  /// Adds rules from a user's file; one that does not give the facts of its example is an error at its line.
  void add_rules(std::string_view text, FileId file, Diagnostics& diagnostics);
  const std::vector<RuleText>& rules() const;
  /// Runs the example of every rule; the names of those that fail.
  std::vector<std::string> failing_rules() const;

  /// The claims of an article in the order of the text. The text must be well-formed UTF-8.
  ///
  /// @complexity linear in the text
  std::vector<Claim> extract(std::string_view text, const ArticleInfo& info) const;
  /// Whether a text is long enough to tell and does not look like English.
  bool is_foreign(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graphwright
