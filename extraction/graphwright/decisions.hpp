#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/article.hpp"

namespace graphwright {

/// What a person has decided of one fact of an article.
struct Decision {
  std::string article;
  /// The words that stated the fact, spaces made single.
  std::string quote;
  /// The fact with its verdict; offsets and confidence do not count.
  Claim fact;
  /// Where it stands in its file.
  Location location;
};

/// The decisions of a person on drafted facts, which outlive the drafts (docs/extraction.md).
///
/// A drafted fact is known again by article, relation, names and status, and by a quote that shares more than half of
/// its words. An edit is two decisions: the drafted fact rejected, the corrected one `edited`.
class Decisions {
 public:
  /// Reads the text of a file of decisions; what is wrong in it is an error at its line.
  void read(std::string_view text, FileId file, Diagnostics& diagnostics);
  /// All decisions as the text of a file: a table in an order that does not depend on when each was made.
  std::string text() const;
  bool empty() const { return all_.empty(); }

  /// Adds a decision, in place of an equal one on the same words.
  void add(Decision decision);
  /// Makes the claims of an article what was decided: rejected ones go, accepted and edited ones stand as decided.
  ///
  /// One that is not drafted again stands where its quote stands, else where most of its words do; where no sentence
  /// has them any more it is left out with a warning.
  void apply(ReadArticle& article, Diagnostics& diagnostics) const;

 private:
  /// By article, quote, relation, names and status.
  std::map<std::vector<std::string>, Decision> all_;
};

/// The decision that a claim of an article is right or wrong as it stands.
Decision decision_on(const ReadArticle& article, const Claim& claim, Verdict verdict);

/// A text on one line, its spaces made single.
std::string on_one_line(std::string_view text);

}  // namespace graphwright
