#include <algorithm>
#include <regex>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "graphwright/exporter.hpp"
#include "graphwright/reader.hpp"

#include "dataset.hpp"
#include "suite.hpp"

namespace graphwright {
namespace {

std::string option(const SuiteCase& one, const std::string& name) {
  const auto at = one.options.find(name);
  return at == one.options.end() ? std::string{} : at->second;
}

JsonLdDirection direction(const SuiteCase& one) {
  const std::string word = option(one, "rdfDirection");
  if (word == "i18n-datatype") return JsonLdDirection::i18n_datatype;
  return word == "compound-literal" ? JsonLdDirection::compound_literal : JsonLdDirection::none;
}

/// A case of JSON-LD 1.0 runs in that mode.
JsonLdVersion mode(const SuiteCase& one) {
  const std::string word = option(one, one.options.contains("processingMode") ? "processingMode" : "specVersion");
  return word == "json-ld-1.0" ? JsonLdVersion::v1_0 : JsonLdVersion::v1_1;
}

ReadOptions read_options(const SuiteCase& one) {
  ReadOptions options;
  options.base = one.base;
  options.jsonld.processing_mode = mode(one);
  options.jsonld.direction = direction(one);
  options.jsonld.generalized_rdf = option(one, "produceGeneralizedRdf") == "true";
  return options;
}

/// A term of N-Quads whose text lives elsewhere; enough for blank predicates, which our reader refuses.
TermView plain_term(std::string_view token) {
  if (token.starts_with("_:")) return TermView::blank(token.substr(2));
  if (token.starts_with('<')) return TermView::iri(token.substr(1, token.size() - 2));
  return TermView::literal(token.substr(1, token.size() - 2));
}

void read_generalized(const std::string& text, Dataset& dataset) {
  static const std::regex statement(R"((\S+) (\S+) (\S+|"[^"\\]*") \.)");
  for (auto at = std::sregex_iterator(text.begin(), text.end(), statement); at != std::sregex_iterator(); ++at) {
    const std::string parts[] = {(*at)[1], (*at)[2], (*at)[3]};
    dataset.statement({plain_term(parts[0]), plain_term(parts[1]), plain_term(parts[2])});
  }
}

void read_expected(const SuiteCase& one, const ReadOptions& options, Dataset& expected) {
  const std::string text = read_file(one.expected);
  if (options.jsonld.generalized_rdf) return read_generalized(text, expected);
  Diagnostics diagnostics;
  find_reader("nquads")->read(*memory_source(text), {}, expected, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << one.expected;
}

bool needs_remote_context(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                     [](const Diagnostic& message) { return message.code == "remote-context"; });
}

/// Why a case fails, empty where it passes; counts a case that cannot be judged without another document.
std::string judge(const SuiteCase& one, std::size_t& remote) {
  const ReadOptions options = read_options(one);
  Dataset got;
  Diagnostics diagnostics;
  find_reader("jsonld")->read(*memory_source(read_file(one.input)), options, got, diagnostics);
  for (const Diagnostic& message : diagnostics.all())
    if (message.location.line == 0 || message.location.column == 0)
      return "a message without a place: " + message.message;
  if (one.kind.starts_with("negative")) return diagnostics.has_errors() ? "" : "accepted, must be refused";
  if (needs_remote_context(diagnostics)) {
    ++remote;
    return {};
  }
  if (diagnostics.has_errors()) return render(diagnostics, MessageFormat::text);
  if (one.kind != "eval") return {};
  Dataset expected;
  read_expected(one, options, expected);
  return is_isomorphic(got, expected) ? "" : "not the expected dataset";
}

TEST(JsonLdToRdf, PassesCaseByCase) {
  const std::vector<SuiteCase> cases = read_suite("jsonld-tordf");
  if (cases.empty()) GTEST_SKIP() << "../shared/suites/jsonld-tordf is not here";
  std::size_t remote = 0;
  for (const SuiteCase& one : cases) EXPECT_EQ(judge(one, remote), "") << one.id << " (" << one.kind << ")";
  fmt::print("{} cases run; of {} the remote context is refused\n", cases.size() - remote, remote);
}

/// The same JSON whatever the order in arrays that are no lists.
nlohmann::json unordered(const nlohmann::json& value, bool is_list = false) {
  nlohmann::json result = value;
  if (value.is_object())
    for (auto& [key, member] : result.items()) member = unordered(member, key == "@list");
  if (!value.is_array()) return result;
  for (auto& item : result) item = unordered(item);
  if (!is_list)
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.dump() < b.dump(); });
  return result;
}

std::string judge_writing(const SuiteCase& one) {
  ExportOptions options;
  options.jsonld = "expanded";
  for (const std::string name : {"useNativeTypes", "useRdfType", "rdfDirection", "specVersion", "processingMode"})
    options.jsonld += "," + name + "=" + option(one, name);
  StringOutput out;
  const auto exporter = find_exporter("jsonld")->open(out, options);
  Diagnostics diagnostics;
  find_reader("nquads")->read(*memory_source(read_file(one.input)), {}, *exporter, diagnostics);
  if (diagnostics.has_errors()) return render(diagnostics, MessageFormat::text);
  const bool is_refused = !exporter->summary().losses.empty();
  if (one.kind.starts_with("negative")) return is_refused ? "" : "written, must be refused";
  if (is_refused) return "not written whole";
  const std::string text = out.take();
  const nlohmann::json got = nlohmann::json::parse(text, nullptr, false);
  return unordered(got) == unordered(nlohmann::json::parse(read_file(one.expected))) ? "" : "other JSON:\n" + text;
}

TEST(JsonLdFromRdf, PassesCaseByCase) {
  const std::vector<SuiteCase> cases = read_suite("jsonld-fromrdf");
  if (cases.empty()) GTEST_SKIP() << "../shared/suites/jsonld-fromrdf is not here";
  for (const SuiteCase& one : cases) EXPECT_EQ(judge_writing(one), "") << one.id << " (" << one.kind << ")";
  fmt::print("{} cases run\n", cases.size());
}

}  // namespace
}  // namespace graphwright
