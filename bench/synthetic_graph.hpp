#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace graphwright::bench {

/// Makes up a diplomacy graph, N-Triples line by line; the same size and seed give the same bytes.
///
/// What is costly in real graphs is there: few actors have most of the relations, labels stand in several
/// languages and scripts, comments hold escapes, events have roles, dates and places, and some relations
/// say where they were stated. About six statements in ten are relations between resources.
class SyntheticGraph {
 public:
  SyntheticGraph(std::uint64_t statements, std::uint64_t seed) : wanted_(statements), state_(seed) {}

  /// Appends the next few lines; false when all are written.
  bool append(std::string& text);

 private:
  std::uint64_t random();
  std::uint64_t below(std::uint64_t bound) { return random() % bound; }
  std::uint64_t popular(std::uint64_t bound);
  std::string actor(std::uint64_t number) const;
  std::string date();

  void add_actor();
  void add_relations();
  void add_event();
  void add_evidence(const std::string& subject, const std::string& predicate, const std::string& object);
  void line(const std::string& subject, const std::string& predicate, const std::string& object);

  std::uint64_t wanted_;
  std::uint64_t state_;
  std::uint64_t written_ = 0;
  std::uint64_t actors_ = 0;
  std::uint64_t events_ = 0;
  std::uint64_t evidence_ = 0;
  std::string* text_ = nullptr;
};

}  // namespace graphwright::bench
