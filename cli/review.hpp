#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "graphwright/claim_types.hpp"
#include "graphwright/decisions.hpp"

namespace graphwright::cli {

/// Shows a person one drafted fact after another and asks whether it is right: a dialogue in lines.
///
/// Facts that were decided before are not asked about again. The end of the input stops it like `q`.
class Review {
 public:
  /// `keep` is called with all decisions after each answer, so that none is lost.
  Review(const std::vector<ReadArticle>& articles, const ClaimTypes& types, Decisions decided,
         std::function<void(const Decisions&)> keep, std::istream& in, std::ostream& out, bool echoes);

  void run();
  /// The decisions from before with those that were made now.
  Decisions decisions() const;

 private:
  struct Item {
    const ReadArticle* article;
    const Claim* drafted;
    /// The fact as it stands now, with what was edited.
    Claim now;
    Verdict verdict = Verdict::none;
  };
  enum class Step { stay, next, back, stop };

  void learn_names(const Claim& claim);
  void show(std::size_t at) const;
  void show_fact(const Item& item) const;
  Step ask(Item& item);
  Step answer(Item& item, const std::string& line);
  Step accept(Item& item);
  Step decide(Item& item, Verdict verdict);
  void edit(Item& item, const std::string& rest);
  void edit_status(Item& item, const std::string& value);
  bool take_name(const std::string& value, std::string& name, std::string& its_class) const;
  void say(const std::string& line) const;
  void sum_up() const;

  const ClaimTypes& types_;
  Decisions decided_;
  std::function<void(const Decisions&)> keep_;
  std::istream& in_;
  std::ostream& out_;
  bool echoes_;
  std::vector<Item> items_;
  std::size_t decided_before_ = 0;
  /// The class of each name of the drafts.
  std::map<std::string, std::string, std::less<>> classes_;
};

}  // namespace graphwright::cli
