#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

#include "statement_batch.hpp"

namespace graphwright {

/// Gathers statements with the texts that they borrow until they go to the sink together.
///
/// For readers whose texts are gone with the next element. Terms are neither absent subjects nor triple terms; of a
/// fact the time and the edge are kept.
class KeptStatements {
 public:
  explicit KeptStatements(Sink& sink) : batch_(sink), sink_(sink) {}

  void add(const StatementView& one) {
    if (batch_.is_full() || size_of(one) > room - used_) send();
    if (size_of(one) > room) return sink_.statement(one);
    StatementView& row = batch_.row();
    row = one;
    if (one.subject.text != subject_) subject_ = kept(one.subject.text);
    row.subject.text = subject_;
    row.predicate.text = kept(one.predicate.text);
    row.object.text = kept(one.object.text);
    row.object.qualifier = kept(one.object.qualifier);
    if (one.fact != nullptr) row.fact = keep_fact(*one.fact);
    batch_.add();
  }
  void send() {
    batch_.send();
    used_ = fact_count_ = 0;
    subject_ = {};
  }

 private:
  static constexpr std::size_t room = std::size_t{32} << 10;  // of the first cache, beside 64 rows

  static std::size_t size_of(const StatementView& one) {
    const std::size_t fact = one.fact == nullptr ? 0 : one.fact->time.size() + one.fact->edge.text.size();
    return one.subject.text.size() + one.predicate.text.size() + one.object.text.size() + one.object.qualifier.size() +
           fact;
  }

  std::string_view kept(std::string_view text) {
    char* const begin = texts_.get() + used_;
    std::copy(text.begin(), text.end(), begin);
    used_ += text.size();
    return {begin, text.size()};
  }

  const FactView* keep_fact(const FactView& fact) {
    FactView& kept_one = facts_[fact_count_++];
    kept_one.time = kept(fact.time);
    kept_one.edge = fact.edge;
    kept_one.edge.text = kept(fact.edge.text);
    return &kept_one;
  }

  StatementBatch batch_;
  Sink& sink_;
  std::unique_ptr<char[]> texts_ = std::make_unique_for_overwrite<char[]>(room);
  std::size_t used_ = 0;
  std::array<FactView, 64> facts_;
  std::size_t fact_count_ = 0;
  std::string_view subject_;
};

}  // namespace graphwright
