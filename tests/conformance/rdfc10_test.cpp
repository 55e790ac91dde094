#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "graphwright/canonicalize.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/reader.hpp"

#include "suite.hpp"

namespace graphwright {
namespace {

Graph read_nquads(const std::string& text) {
  Graph graph;
  GraphBuilder builder(graph);
  Diagnostics diagnostics;
  find_reader("nquads")->read(*memory_source(text), {}, builder, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << render(diagnostics, MessageFormat::text);
  return graph;
}

/// Why a case fails, empty where it passes.
std::string judge(const SuiteCase& one) {
  const Canonical result = canonicalize(read_nquads(read_file(one.input)));
  if (one.kind == "rdfc10-negative") return result.refusal ? "" : "labelled, must be refused";
  if (result.refusal) return result.refusal->message;
  if (one.kind == "rdfc10-eval")
    return result.nquads == read_file(one.expected) ? "" : "not the canonical form:\n" + result.nquads;
  const nlohmann::json expected = nlohmann::json::parse(read_file(one.expected));
  return nlohmann::json(result.labels) == expected ? "" : "other labels: " + nlohmann::json(result.labels).dump();
}

TEST(Rdfc10, PassesCaseByCase) {
  const std::vector<SuiteCase> cases = read_suite("rdfc10");
  if (cases.empty()) GTEST_SKIP() << "../shared/suites/rdfc10 is not here";
  for (const SuiteCase& one : cases) EXPECT_EQ(judge(one), "") << one.id << " (" << one.kind << ")";
  fmt::print("{} cases run\n", cases.size());
}

}  // namespace
}  // namespace graphwright
