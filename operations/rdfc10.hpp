#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/canonicalize.hpp"

#include "blank_quads.hpp"

namespace graphwright {

/// Counts down the steps that labelling may take.
class WorkLimit {
 public:
  /// 0 stands for no limit.
  explicit WorkLimit(std::uint64_t steps) : left_(steps == 0 ? ~std::uint64_t{0} : steps) {}
  bool is_spent() const { return is_spent_; }
  /// Takes steps; false where none are left.
  bool spend(std::uint64_t steps) {
    if (is_spent_ || steps > left_) is_spent_ = true;
    if (!is_spent_) left_ -= steps;
    return !is_spent_;
  }

 private:
  std::uint64_t left_;
  bool is_spent_ = false;
};

/// Issues identifiers in order (RDF Dataset Canonicalization, 4.5); the last ones can be taken back.
class IdentifierIssuer {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  explicit IdentifierIssuer(std::uint32_t blank_count) : numbers_(blank_count, none) {}
  bool has(std::uint32_t blank) const { return numbers_[blank] != none; }
  std::uint32_t number(std::uint32_t blank) const { return numbers_[blank]; }
  void issue(std::uint32_t blank);
  const std::vector<std::uint32_t>& issued() const { return issued_; }
  /// Forgets all but the first `count` identifiers.
  void roll_back(std::size_t count);

 private:
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint32_t> issued_;
};

/// One run of RDFC-1.0 over some blank nodes (RDF Dataset Canonicalization, 4.4.3).
class Rdfc10 {
 public:
  Rdfc10(const BlankQuads& quads, HashAlgorithm hash, WorkLimit& limit);

  /// Labels the blank nodes `members`, which share no quad with others; the first is `c14n0`.
  ///
  /// Nothing where the work limit is reached.
  std::optional<std::vector<std::uint32_t>> label(const std::vector<std::uint32_t>& members);

 private:
  /// The blank nodes that stand in the same way to a node (4.8.3, step 3).
  struct Related {
    std::string hash;
    std::vector<std::uint32_t> blanks;
  };
  /// One call of Hash N-Degree Quads on the stack that takes the place of recursion (4.8.3).
  struct Call {
    std::vector<Related> related;
    std::size_t group = 0;
    std::string data;
    std::size_t issued_before = 0;
    std::string path;
    std::vector<std::uint32_t> to_visit;
    std::size_t visited = 0;
    bool is_abandoned = false;
    std::string chosen_path;
    std::vector<std::uint32_t> chosen;
    bool is_chosen_current = false;
  };
  struct PathResult {
    std::string hash;
    std::vector<std::uint32_t> issued;
  };

  std::string digest(std::string_view bytes) const;
  std::string first_degree_hash(std::uint32_t blank) const;
  std::string related_hash(std::uint32_t row, std::uint32_t related, char position);
  bool label_alike(const std::vector<std::uint32_t>& alike);
  std::optional<std::string> n_degree_hash(std::uint32_t blank);
  bool open(std::uint32_t blank);
  bool start_order(Call& call);
  void take_result(Call& call, const std::string& hash);
  void abandon_if_worse(Call& call);
  void choose(Call& call);
  void end_group(Call& call);

  const BlankQuads& quads_;
  HashAlgorithm hash_;
  WorkLimit& limit_;
  std::vector<std::string> first_degree_;
  /// Related hashes of blank nodes that have no identifier yet: they stay the same throughout.
  std::unordered_map<std::uint64_t, std::string> unnamed_hashes_;
  IdentifierIssuer canonical_;
  IdentifierIssuer temporary_;
  std::vector<Call> calls_;
};

/// The steps that the options allow for so many blank nodes.
WorkLimit work_limit(const CanonicalizeOptions& options, std::size_t blank_count);

/// Says that labelling was given up at the work limit.
Refusal work_limit_refusal(std::uint64_t limit, std::size_t blank_count);

}  // namespace graphwright
