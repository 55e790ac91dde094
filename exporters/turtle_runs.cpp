#include "turtle_runs.hpp"

#include <algorithm>
#include <memory>

#include "graphwright/canonical_order.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "statement_run.hpp"
#include "turtle_in_order.hpp"
#include "turtle_terms.hpp"

namespace graphwright {
namespace {

constexpr std::size_t max_runs = 64;

/// Walks the statements of a graph in the order of grouped Turtle.
class SortedGraph {
 public:
  explicit SortedGraph(const Graph& graph)
      : graph_(graph), sorted_(canonical_lines(graph)), type_(graph.terms().find_iri(iri::rdf::type)) {}

  void for_each(const auto& use) const {
    for (const bool about_facts : {false, true})
      for (const SubjectLines& one : sorted_.subjects)
        if (is_about_facts(graph_.view(one.subject)) == about_facts) for_each(one, use);
  }

 private:
  void for_each(const SubjectLines& one, const auto& use) const {
    StatementView statement{.subject = graph_.view(one.subject), .predicate = {}, .object = {}};
    statement.graph = graph_.view(one.graph);
    for (const bool is_type : {true, false})
      for (std::uint32_t place = one.begin; place < one.end; ++place) {
        const CanonicalLine& line = sorted_.lines[place];
        if ((line.predicate == type_) != is_type || !graph_.is_asserted(line.id)) continue;
        statement.predicate = graph_.view(line.predicate);
        statement.object = graph_.view(line.object);
        use(statement);
      }
  }

  const Graph& graph_;
  CanonicalLines sorted_;
  TermId type_;
};

/// A run and where it is read, with what its order asks of the current statement.
struct OpenRun {
  OpenRun(const ScratchFile& file, std::size_t buffer_bytes, std::size_t place)
      : reader(file, buffer_bytes), number(place) {}

  bool next() {
    if (!reader.next()) return false;
    if (reader.shared() < 2) about_facts = is_about_facts(reader.statement().subject);
    if (reader.shared() < 3) is_type = reader.statement().predicate.text == iri::rdf::type;
    return true;
  }

  StatementRunReader reader;
  std::size_t number;
  bool about_facts = false;
  bool is_type = false;
};

int compare_statements(const OpenRun& a, const OpenRun& b) {
  if (a.about_facts != b.about_facts) return a.about_facts ? 1 : -1;
  const StatementView& left = a.reader.statement();
  const StatementView& right = b.reader.statement();
  if (const int order = compare(left.graph, right.graph)) return order;
  if (const int order = compare(left.subject, right.subject)) return order;
  if (a.is_type != b.is_type) return a.is_type ? -1 : 1;
  if (const int order = compare(left.predicate, right.predicate)) return order;
  return compare(left.object, right.object);
}

/// Whether a run stands behind another; the earlier one of equal statements goes first.
bool stands_behind(const std::unique_ptr<OpenRun>& a, const std::unique_ptr<OpenRun>& b) {
  const int order = compare_statements(*a, *b);
  return order != 0 ? order > 0 : a->number > b->number;
}

/// All statements of several runs in order, of equal ones the first.
class JoinedRuns {
 public:
  JoinedRuns(const std::vector<const ScratchFile*>& files, std::size_t memory) {
    constexpr std::size_t least = std::size_t{4} << 10;
    constexpr std::size_t most = std::size_t{256} << 10;
    const std::size_t buffer_bytes = std::clamp(memory / 4 / std::max<std::size_t>(files.size(), 1), least, most);
    for (const ScratchFile* file : files)
      if (auto run = std::make_unique<OpenRun>(*file, buffer_bytes, waiting_.size()); run->next())
        waiting_.push_back(std::move(run));
    std::make_heap(waiting_.begin(), waiting_.end(), stands_behind);
  }

  /// The next statement, valid until the next call; null at the end.
  const StatementView* next() {
    if (first_ && !first_->next()) first_.reset();
    if (first_ && !waiting_.empty() && stands_behind(first_, waiting_.front())) put_back();
    if (!first_ && !waiting_.empty()) first_ = take();
    if (!first_) return nullptr;
    while (!waiting_.empty() && compare_statements(*first_, *waiting_.front()) == 0) skip_one();
    return &first_->reader.statement();
  }

 private:
  std::unique_ptr<OpenRun> take() {
    std::pop_heap(waiting_.begin(), waiting_.end(), stands_behind);
    std::unique_ptr<OpenRun> run = std::move(waiting_.back());
    waiting_.pop_back();
    return run;
  }
  void put(std::unique_ptr<OpenRun> run) {
    waiting_.push_back(std::move(run));
    std::push_heap(waiting_.begin(), waiting_.end(), stands_behind);
  }
  void put_back() { put(std::move(first_)); }
  void skip_one() {
    std::unique_ptr<OpenRun> run = take();
    if (run->next()) put(std::move(run));
  }

  std::unique_ptr<OpenRun> first_;
  std::vector<std::unique_ptr<OpenRun>> waiting_;  // a heap
};

std::vector<const ScratchFile*> pointers(const std::vector<ScratchFile>& files) {
  std::vector<const ScratchFile*> pointers;
  pointers.reserve(files.size());
  for (const ScratchFile& file : files) pointers.push_back(&file);
  return pointers;
}

ScratchFile join(const std::vector<ScratchFile>& files, std::size_t memory) {
  ScratchFile joined;
  StatementRunWriter writer(joined);
  JoinedRuns runs(pointers(files), memory);
  while (const StatementView* statement = runs.next()) writer.add(*statement);
  writer.finish();
  return joined;
}

}  // namespace

void TurtleRuns::add(const Graph& graph, const PrefixMap& prefixes) {
  note_prefixes(prefixes);
  ScratchFile run;
  StatementRunWriter writer(run);
  SortedGraph(graph).for_each([&](const StatementView& one) { note(one, writer.add(one)); });
  writer.finish();
  add(std::move(run), 0);
}

void TurtleRuns::add(ScratchFile run, std::size_t level) {
  if (levels_.size() == level) levels_.emplace_back();
  levels_[level].push_back(std::move(run));
  if (levels_[level].size() < max_runs) return;
  ScratchFile joined = join(levels_[level], memory_);
  levels_[level].clear();
  add(std::move(joined), level + 1);
}

/// The runs in the order in which their statements came.
std::vector<const ScratchFile*> TurtleRuns::runs() const {
  std::vector<const ScratchFile*> runs;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level)
    for (const ScratchFile* run : pointers(*level)) runs.push_back(run);
  return runs;
}

std::size_t TurtleRuns::write(const TurtleOptions& options, Output& out) {
  if (!are_names_complete_ || prefixes_.by_name() != options.prefixes.by_name()) note_names_again(options.prefixes);
  if (needs_version_12_) out.write("VERSION \"1.2\"\n");
  names_->write_prefixes(out);
  TurtleInOrder writer(*names_, options.has_graphs, out);
  JoinedRuns joined(runs(), memory_);
  std::size_t count = 0;
  while (const StatementView* statement = joined.next()) {
    writer.write(*statement);
    ++count;
  }
  writer.finish();
  return count;
}

/// Names of earlier runs may change with each new prefix.
void TurtleRuns::note_prefixes(const PrefixMap& prefixes) {
  if (names_ && prefixes_.by_name() == prefixes.by_name()) return;
  are_names_complete_ = !names_.has_value();
  prefixes_ = prefixes;
  names_.emplace(prefixes);
}

void TurtleRuns::note_names_again(const PrefixMap& prefixes) {
  names_.emplace(prefixes);
  for (const ScratchFile* run : runs()) {
    StatementRunReader reader(*run, std::size_t{64} << 10);
    while (reader.next()) note(reader.statement(), reader.shared());
  }
}

/// Notes what is written of the terms that a statement does not share with the one before: not the predicate
/// that is written `a`, nor the object that is written `()`.
void TurtleRuns::note(const StatementView& statement, unsigned shared) {
  if (shared < 1) note(statement.graph);
  if (shared < 2) note(statement.subject);
  if (shared < 3 && statement.predicate.text != iri::rdf::type) note(statement.predicate);
  if (!statement.object.is_iri() || statement.object.text != iri::rdf::nil) note(statement.object);
}

void TurtleRuns::note(const TermView& term) {
  names_->use(term);
  needs_version_12_ |= needs_version_12(term);
  if (!term.is_triple()) return;
  note(term.triple->subject);
  note(term.triple->predicate);
  note(term.triple->object);
}

}  // namespace graphwright
