#include "graphwright/byte_source.hpp"
#include "graphwright/exporter.hpp"
#include "graphwright/reader.hpp"
#include "graphwright/utf8.hpp"

#include "stages.hpp"

namespace graphwright::bench {
namespace {

/// Takes statements and does nothing.
class NullSink : public Sink {
 public:
  void statements(std::span<const StatementView> batch) override { ::benchmark::DoNotOptimize(batch.data()); }
};

void read_into(const std::string& text, std::string_view format, Sink& sink) {
  Diagnostics diagnostics;
  const std::unique_ptr<ByteSource> source = memory_source(text);
  find_reader(format)->read(*source, {}, sink, diagnostics);
}

std::string converted(std::string_view format) {
  StringOutput out;
  const auto exporter = find_exporter(format)->open(out, {});
  read_into(stage_text(), "ntriples", *exporter);
  return out.take();
}

void validate_utf8(::benchmark::State& state) {
  for (auto _ : state) ::benchmark::DoNotOptimize(find_invalid_utf8(stage_text()));
  count_statements(state);
}
BENCHMARK(validate_utf8);

void scan_ntriples(::benchmark::State& state) {
  NullSink sink;
  for (auto _ : state) read_into(stage_text(), "ntriples", sink);
  count_statements(state);
}
BENCHMARK(scan_ntriples);

void scan_turtle(::benchmark::State& state) {
  const std::string text = converted("turtle");
  NullSink sink;
  for (auto _ : state) read_into(text, "turtle", sink);
  count_statements(state);
}
BENCHMARK(scan_turtle);

}  // namespace
}  // namespace graphwright::bench
