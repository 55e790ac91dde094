#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "graphwright/exporter.hpp"
#include "graphwright/reader.hpp"

#include "dataset.hpp"
#include "suite.hpp"

namespace graphwright {
namespace {

/// Reads text into a sink; says what was wrong, empty where nothing was.
std::string read_into(const std::string& text, const std::string& format, const ReadOptions& options, Sink& sink) {
  Diagnostics diagnostics;
  const auto source = memory_source(text);
  find_reader(format)->read(*source, options, sink, diagnostics);
  if (!diagnostics.has_errors()) return {};
  const Diagnostic& first = diagnostics.all().front();
  if (first.location.line == 0 || first.location.column == 0) return "error without a place: " + first.message;
  return fmt::format("{}:{} {}", first.location.line, first.location.column, first.message);
}

std::string dataset_format(const std::string& format) {
  return format == "nquads" || format == "trig" ? "nquads" : "ntriples";
}

/// Why a case fails, empty where it passes.
std::string judge(const SuiteCase& one, const ReadOptions& options) {
  const std::string text = read_file(one.input);
  Dataset got;
  const std::string error = read_into(text, one.format, options, got);
  if (one.kind.starts_with("negative") || one.kind == "reject") {
    if (error.empty()) return "accepted, must be refused";
    return error.starts_with("error without") ? error : std::string{};
  }
  if (one.kind == "survive") return {};
  if (!error.empty()) return error;
  if (one.kind == "eval") {
    Dataset expected;
    const std::string fault = read_into(read_file(one.expected), "nquads", {}, expected);
    if (!fault.empty()) return "expected file: " + fault;
    return is_isomorphic(got, expected) ? std::string{} : std::string("not the expected dataset");
  }
  if (one.kind == "c14n") {
    StringOutput out;
    const auto exporter = find_exporter(dataset_format(one.format))->open(out, {});
    read_into(text, one.format, options, *exporter);
    return out.take() == read_file(one.expected) ? std::string{} : std::string("not the canonical form");
  }
  return {};
}

class Suite : public testing::TestWithParam<std::string> {};

TEST_P(Suite, PassesCaseByCase) {
  const std::vector<SuiteCase> cases = read_suite(GetParam());
  if (cases.empty()) GTEST_SKIP() << "../shared/suites/" << GetParam() << " is not here";
  std::size_t run = 0;
  for (const SuiteCase& one : cases) {
    if (find_reader(one.format) == nullptr) continue;
    ++run;
    ReadOptions options;
    options.base = one.base;
    EXPECT_EQ(judge(one, options), "") << one.id << " (" << one.kind << ")";
    // The same in blocks so small that nearly every token is cut.
    options.block_bytes = 64;
    EXPECT_EQ(judge(one, options), "") << one.id << " (" << one.kind << ", small blocks)";
  }
  fmt::print("{} of {} cases run\n", run, cases.size());
}

INSTANTIATE_TEST_SUITE_P(Shared, Suite,
                         testing::Values("rdf11-ntriples", "rdf11-nquads", "rdf12-ntriples", "rdf12-nquads",
                                         "rdf11-turtle", "rdf11-trig", "rdf12-turtle", "rdf12-trig", "rdf11-rdfxml",
                                         "rdf12-rdfxml", "bad-input"),
                         [](const auto& one) {
                           std::string name = one.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace graphwright
