#include "contradictions.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "graphwright/builtin_ontology.hpp"
#include "graphwright/canonical_order.hpp"
#include "graphwright/contradiction.hpp"
#include "graphwright/replay.hpp"

#include "choice.hpp"
#include "project.hpp"
#include "why_words.hpp"

namespace graphwright::cli {
namespace {

using Json = nlohmann::ordered_json;
using List = std::vector<Contradiction>;

void print_text(const List& list, const WhyWords& words, const Diagnostics& /*files*/) {
  for (const Contradiction& one : list) {
    fmt::print("{} ({})\n", one.message, one.rule);
    for (const Premise& side : one.facts) {
      fmt::print("  {}\n", words.fact(side));
      for (const std::string& ground : words.grounds(side)) fmt::print("    {}\n", ground);
    }
  }
  const auto disputes =
      std::count_if(list.begin(), list.end(), [](const Contradiction& one) { return one.is_dispute(); });
  const auto count = static_cast<std::ptrdiff_t>(list.size());
  fmt::print("{} {}, {} of them said by one and denied by another\n", count,
             count == 1 ? "contradiction" : "contradictions", disputes);
}

Json evidence(const Graph& graph, FactId fact) {
  Json list = Json::array();
  for (std::uint32_t row : canonical_evidence(graph, fact)) {
    const Evidence& one = graph.evidence()[row];
    Json json{{"source", graph.view(one.source).text}};
    if (one.quote != TermId::none) json["quote"] = graph.view(one.quote).text;
    if (one.begin != EvidenceView::no_offset) {
      json["start"] = one.begin;
      json["end"] = one.end;
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json side(const Premise& one, const WhyWords& words, const Diagnostics& files) {
  Json json{{"text", words.fact(one)}};
  if (one.fact != FactId::none) json["fact"] = premise_iri(words.graph(), one);
  if (const Location at = words.location(one); at.line != 0) {
    json["file"] = files.file_name(at.file);
    json["line"] = at.line;
    json["column"] = at.column;
  }
  json["evidence"] = one.fact == FactId::none ? Json::array() : evidence(words.graph(), one.fact);
  return json;
}

void print_json(const List& list, const WhyWords& words, const Diagnostics& files) {
  Json all = Json::array();
  for (const Contradiction& one : list) {
    Json facts = Json::array();
    for (const Premise& fact : one.facts) facts.push_back(side(fact, words, files));
    all.push_back({{"rule", one.rule}, {"message", one.message}, {"facts", std::move(facts)}});
  }
  fmt::print("{}\n", Json{{"contradictions", std::move(all)}}.dump(2, ' ', false, Json::error_handler_t::replace));
}

using Writer = void (*)(const List&, const WhyWords&, const Diagnostics&);

int list(Graph graph, const Knowledge& knowledge, Writer write, Session& session) {
  const List found =
      find_contradictions(graph, knowledge.axioms(), knowledge.ontology(), knowledge.rules(), session.diagnostics());
  write(found, WhyWords(graph, knowledge, session.diagnostics()), session.diagnostics());
  const bool is_wrong =
      std::any_of(found.begin(), found.end(), [](const Contradiction& one) { return !one.is_dispute(); });
  return std::max(session.close(), is_wrong ? exit_data_errors : exit_fine);
}

}  // namespace

int list_contradictions(const InputOptions& inputs, std::vector<std::string> ontologies, const std::string& format,
                        Session& session) {
  constexpr std::array<std::pair<std::string_view, Writer>, 2> writers{{{"text", print_text}, {"json", print_json}}};
  const Writer write = choose("--contradictions", format, writers);
  if (names_manifest(inputs)) {
    Project project(inputs.files.front(), session);
    project.read(session, inputs.jobs);
    project.select(inputs.time);
    Graph graph = project.take_graph();
    return list(std::move(graph), project.knowledge(), write, session);
  }
  if (ontologies.empty()) ontologies.emplace_back(default_ontology);
  const Knowledge knowledge(ontologies, session);
  InputOptions lifted = inputs;
  lifted.lift = true;
  return list(read_graph(lifted, session), knowledge, write, session);
}

}  // namespace graphwright::cli
