#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <span>

#include "graphwright/shacl.hpp"

#include "shacl_validator.hpp"

namespace graphwright::shacl {
namespace {

/// Focus nodes of one shape for one thread to check, and what it found.
struct Stretch {
  ShapeId shape;
  std::vector<TermId> nodes;
  std::vector<Result> results{};
};

/// Checks stretches on several threads; what is found is put together in their order.
class Validation {
 public:
  Validation(const Graph& data, const Shapes& shapes, std::size_t threads)
      : data_(data), shapes_(shapes), index_(data, threads) {}

  Report run(std::size_t threads) {
    cut_into_stretches();
    check_all(std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(stretches_.size(), 1)));
    Report report = joined();
    sort(report.results);
    report.conforms = report.results.empty();
    return report;
  }

 private:
  static constexpr std::size_t stretch_nodes = 4096;

  void cut_into_stretches() {
    Validator targets(data_, shapes_, index_);
    for (std::size_t i = 0; i < shapes_.all().size(); ++i) {
      const auto id = static_cast<ShapeId>(i);
      if (!shapes_.is_usable(id)) continue;
      const std::vector<TermId> nodes = targets.focus_nodes(shapes_.at(id));
      for (std::size_t begin = 0; begin < nodes.size(); begin += stretch_nodes) {
        const auto part = std::span(nodes).subspan(begin, std::min(stretch_nodes, nodes.size() - begin));
        stretches_.push_back({id, {part.begin(), part.end()}});
      }
    }
  }

  void check_all(std::size_t threads) {
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i)
      others.push_back(std::async(std::launch::async, [this] { check_stretches(); }));
    check_stretches();
    for (std::future<void>& one : others) one.get();
  }

  /// Stretches are taken in order, so that those checked before there is enough are the same for any number of
  /// threads, and with them what is kept.
  void check_stretches() {
    Validator validator(data_, shapes_, index_);
    while (found_ <= max_results) {
      const std::size_t at = next_++;
      if (at >= stretches_.size()) break;
      Stretch& one = stretches_[at];
      for (TermId node : one.nodes) validator.check(one.shape, node, one.results);
      found_ += one.results.size();
    }
    if (validator.is_cut()) is_cut_ = true;
  }

  Report joined() {
    Report report;
    for (Stretch& one : stretches_) std::ranges::move(one.results, std::back_inserter(report.results));
    report.is_cut = is_cut_ || report.results.size() > max_results;
    if (report.results.size() > max_results) report.results.resize(max_results);
    return report;
  }

  void sort(std::vector<Result>& results) const {
    std::stable_sort(results.begin(), results.end(), [&](const Result& a, const Result& b) {
      if (const int order = compare(data_.view(a.focus), data_.view(b.focus))) return order < 0;
      if (a.shape != b.shape) return a.shape < b.shape;
      if (a.component != b.component) return a.component < b.component;
      if (const int order = compare(data_.view(a.path), data_.view(b.path))) return order < 0;
      return compare(data_.view(a.value), data_.view(b.value)) < 0;
    });
  }

  const Graph& data_;
  const Shapes& shapes_;
  const GraphIndex index_;
  std::vector<Stretch> stretches_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::size_t> found_ = 0;
  std::atomic<bool> is_cut_ = false;
};

}  // namespace

Report validate(const Graph& data, const Shapes& shapes, std::size_t threads) {
  return Validation(data, shapes, threads).run(threads);
}

}  // namespace graphwright::shacl
