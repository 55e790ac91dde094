#include <algorithm>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "graphwright/canonical_order.hpp"
#include "graphwright/check.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/owl_rl.hpp"
#include "graphwright/proof.hpp"
#include "graphwright/replay.hpp"
#include "graphwright/shacl.hpp"
#include "graphwright/time_check.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "inputs.hpp"
#include "project.hpp"
#include "verb.hpp"
#include "why_words.hpp"

namespace graphwright::cli {
namespace {

struct WhyCommand {
  InputOptions inputs;
  std::vector<std::string> ontologies;
  std::vector<std::string> words;
};

/// What the checks find in a graph as it is stated, before inference.
struct Findings {
  std::unique_ptr<shacl::Shapes> shapes;
  shacl::Report report;
  std::vector<Diagnostic> faults;
};

/// What a question is asked of: the graph with all that follows, and what was found when it was read.
struct Subject {
  Graph graph;
  const Knowledge* knowledge;
  Findings findings;
};

Findings look_at(Graph& graph, const Knowledge& knowledge, const std::string& names_below, Session& session) {
  Findings findings;
  Diagnostics found = session.diagnostics();
  const std::size_t before = found.all().size();
  check(graph, knowledge.ontology(), {.names_below = names_below}, found);
  check_times(graph, knowledge.axioms(), found);
  for (std::size_t i = before; i < found.all().size(); ++i) findings.faults.push_back(found.all()[i]);
  findings.shapes = std::make_unique<shacl::Shapes>(knowledge.axioms(), graph.terms(), found);
  findings.report = shacl::validate(graph, *findings.shapes);
  return findings;
}

/// The facts of a statement, or the statement where it is stated bare, in canonical order.
std::vector<Premise> held(const Graph& graph, StatementId id) {
  std::vector<Premise> all;
  if (graph.is_stated(id)) all.push_back({id, FactId::none});
  for (FactId fact : graph.facts_of(id)) all.push_back({id, fact});
  std::sort(all.begin(), all.end(),
            [&](const Premise& a, const Premise& b) { return premise_iri(graph, a) < premise_iri(graph, b); });
  return all;
}

/// What a fact's IRI, or the end of it, names.
std::vector<Premise> named(const Graph& graph, std::string_view word) {
  std::vector<Premise> found;
  if (word.find("fact-") == std::string_view::npos) return found;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row)
    for (const Premise& one : held(graph, static_cast<StatementId>(row)))
      if (const std::string iri = premise_iri(graph, one); iri == word || iri.ends_with("/" + std::string(word)))
        found.push_back(one);
  return found;
}

std::vector<Premise> with_terms(const Graph& graph, TermId subject, TermId predicate, TermId object) {
  std::vector<Premise> found;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row) {
    const auto id = static_cast<StatementId>(row);
    const Statement one = graph.statement(id);
    if (one.subject == subject && one.predicate == predicate && one.object == object)
      std::ranges::copy(held(graph, id), std::back_inserter(found));
  }
  return found;
}

void print_proof(const WhyWords& words, const Premise& conclusion) {
  for (const ProofLine& line : proof_of(words.graph(), conclusion)) {
    const std::string margin(line.depth * std::size_t{2}, ' ');
    fmt::print("{}{}\n", margin, words.fact(line.what));
    if (line.rule == TermId::none)
      for (const std::string& ground : words.grounds(line.what)) fmt::print("{}  {}\n", margin, ground);
    else if (line.is_repeated)
      fmt::print("{}  (as above)\n", margin);
    else if (line.is_cut)
      fmt::print("{}  (goes on: ask for this one)\n", margin);
    else
      fmt::print("{}  follows by {} from\n", margin, words.rule(line.rule));
  }
}

/// Whether a result is about what was asked: its focus, and where a relation was named its path and value.
bool is_about(const shacl::Result& result, const shacl::Shape& shape, TermId subject, TermId predicate, TermId object) {
  if (result.focus != subject) return false;
  if (predicate == TermId::none) return true;
  const TermId path = result.path != TermId::none ? result.path : shape.path ? shape.path->predicate : TermId::none;
  return (path == TermId::none || path == predicate) && (result.value == TermId::none || result.value == object);
}

/// Tells which shapes a resource breaks, with the position of both sides; gives how many.
std::size_t print_violations(const Subject& subject, const WhyWords& words, TermId focus, TermId predicate,
                             TermId object) {
  std::size_t count = 0;
  for (const shacl::Result& result : subject.findings.report.results) {
    const shacl::Shape& shape = subject.findings.shapes->at(result.shape);
    if (!is_about(result, shape, focus, predicate, object)) continue;
    ++count;
    fmt::print("{} breaks the shape {}\n", words.term(result.focus), words.term(shape.node));
    fmt::print("  {} ({})\n", result.message, local_name(shacl::component_iri(result.component)));
    if (const std::string place = words.place(shape.location); !place.empty())
      fmt::print("  the shape is declared at {}\n", place);
    for (const std::string& line : words.statements_behind(result, shape)) fmt::print("  {}\n", line);
  }
  return count;
}

/// Tells what the checks of the ontology find at the places of some statements.
std::size_t print_faults(const Subject& subject, const WhyWords& words, const std::vector<Premise>& asked) {
  std::size_t count = 0;
  for (const Diagnostic& one : subject.findings.faults) {
    const bool is_asked = std::any_of(asked.begin(), asked.end(), [&](const Premise& premise) {
      return one.location.line != 0 && words.location(premise) == one.location;
    });
    if (!is_asked) continue;
    ++count;
    fmt::print("{}: {} [{}]\n", words.place(one.location), one.message, one.code);
    for (const Note& note : one.notes)
      fmt::print("  {}{}{}\n", words.place(note.location), note.location.line == 0 ? "" : ": ", note.message);
  }
  return count;
}

std::vector<Premise> about(const Graph& graph, TermId resource) {
  std::vector<Premise> found;
  for (std::uint32_t row = 0; row < graph.statement_count(); ++row)
    if (graph.statement(static_cast<StatementId>(row)).subject == resource)
      std::ranges::copy(held(graph, static_cast<StatementId>(row)), std::back_inserter(found));
  return found;
}

int answer(const WhyCommand& command, const Subject& subject, Session& session) {
  const WhyWords words(subject.graph, *subject.knowledge, session.diagnostics());
  const std::vector<std::string>& asked = command.words;
  TermId focus = TermId::none;
  TermId predicate = TermId::none;
  TermId object = TermId::none;
  std::vector<Premise> found;
  if (asked.size() == 1) {
    found = named(subject.graph, asked.front());
    if (found.empty()) focus = words.find(asked.front());
  } else {
    focus = words.find(asked[0]);
    predicate = words.find(asked[1]);
    object = words.find(asked[2]);
    found = with_terms(subject.graph, focus, predicate, object);
    if (found.empty()) found = with_terms(subject.graph, object, predicate, focus);
  }
  for (const Premise& one : found) print_proof(words, one);
  std::size_t count = found.size();
  if (focus != TermId::none) {
    count += print_violations(subject, words, focus, predicate, object);
    count += print_faults(subject, words, asked.size() == 1 ? about(subject.graph, focus) : found);
  }
  if (count == 0) throw UsageError(fmt::format("nothing says so: {}", fmt::join(asked, " ")));
  return exit_fine;
}

int why(const WhyCommand& command, Session& session) {
  if (command.words.size() != 1 && command.words.size() != 3)
    throw UsageError("why takes a fact's IRI, a name, or subject, relation and object");
  if (names_manifest(command.inputs)) {
    Project project(command.inputs.files.front(), session);
    project.read(session);
    const Knowledge& knowledge = project.knowledge();
    Graph graph = project.take_graph();
    Findings findings = look_at(graph, knowledge, project.manifest().base, session);
    infer(graph, knowledge.ontology(), {.derived = Derived::all}, session.diagnostics());
    infer_owl_rl(graph, knowledge.axioms(), knowledge.rules(), {}, session.diagnostics());
    return answer(command, {std::move(graph), &knowledge, std::move(findings)}, session);
  }
  const Knowledge knowledge(command.ontologies, session);
  Graph graph = read_graph(command.inputs, session);
  Findings findings = look_at(graph, knowledge, {}, session);
  infer_whole(graph, knowledge, InferOptions{}.max_derived, session);
  return answer(command, {std::move(graph), &knowledge, std::move(findings)}, session);
}

}  // namespace

std::function<int(Session&)> declare_why(CLI::App& app) {
  auto command = std::make_shared<WhyCommand>();
  command->inputs.files.resize(1);
  app.add_option("INPUT", command->inputs.files.front(), "a manifest, or a file to read")
      ->type_name("FILE")
      ->required();
  app.add_option("FACT", command->words, "a fact's IRI, a name, or subject, relation and object")
      ->type_name("WORD")
      ->required();
  app.add_option("--ontology", command->ontologies, "ontologies and rule files beside the data's own axioms")
      ->type_name("FILE");
  app.add_option("-i,--input-format", command->inputs.format, "format of the input (default: by suffix)")
      ->type_name("FORMAT");
  app.add_option("--base", command->inputs.base, "base IRI for relative references (default: the file's own)")
      ->type_name("IRI");
  return [command](Session& session) { return why(*command, session); };
}

}  // namespace graphwright::cli
