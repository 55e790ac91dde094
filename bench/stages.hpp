#pragma once

#include <string>
#include <string_view>

#include <benchmark/benchmark.h>

#include "graphwright/output.hpp"

#include "synthetic_graph.hpp"

namespace graphwright::bench {

inline constexpr std::uint64_t stage_statements = 100'000;

/// The N-Triples that all stages work on.
inline const std::string& stage_text() {
  static const std::string text = [] {
    std::string made;
    SyntheticGraph graph(stage_statements, 1);
    while (graph.append(made)) {
    }
    return made;
  }();
  return text;
}

/// Shows nanoseconds a statement.
inline void count_statements(::benchmark::State& state) {
  state.counters["a statement"] = ::benchmark::Counter(static_cast<double>(state.iterations()) * stage_statements,
                                                       ::benchmark::Counter::kIsRate | ::benchmark::Counter::kInvert);
}

/// Forgets what is written.
class NullOutput : public Output {
 protected:
  void drain(std::string_view bytes) override { ::benchmark::DoNotOptimize(bytes.data()); }
};

}  // namespace graphwright::bench
