#include "turtle.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "graphwright/graph_builder.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "turtle_grouped.hpp"
#include "turtle_runs.hpp"
#include "turtle_terms.hpp"

namespace graphwright {
namespace {

PrefixMap with_well_known(const PrefixMap& own) {
  PrefixMap prefixes = well_known_prefixes();
  for (const auto& [name, iri] : own.by_name()) prefixes.add(name, iri);
  return prefixes;
}

/// What sorting takes beside the graph: places of terms and the texts that they are sorted by, and lines.
std::size_t sorting_memory(const Graph& graph) {
  constexpr std::size_t for_term = 24;
  const std::size_t for_statement = graph.has_named_graphs() ? 32 : 16;
  return graph.terms().size() * for_term + graph.statement_count() * for_statement;
}

/// Gathers all statements, then writes them grouped; what memory may not hold is set aside.
class GroupedExporter : public Exporter {
 public:
  GroupedExporter(Output& out, const ExportOptions& options, bool has_graphs)
      : Exporter(options), out_(out), has_graphs_(has_graphs), runs_(options.memory) {}

  void prefix(std::string_view name, std::string_view iri) override { gathered_->builder.prefix(name, iri); }
  void statements(std::span<const StatementView> batch) override {
    const auto is_named = [](const StatementView& one) { return !one.graph.is_absent(); };
    if (has_graphs_ || std::none_of(batch.begin(), batch.end(), is_named)) return gather(batch);
    std::vector<StatementView> unnamed(batch.begin(), batch.end());
    for (StatementView& one : unnamed) {
      if (is_named(one)) count_loss("graph name");
      one.graph = {};
    }
    gather(unnamed);
  }
  void node(const TermView&, Location) override { count_loss("resource without statements"); }

  void finish() override {
    if (!runs_.is_empty()) {
      set_aside();
      summary_.statements = runs_.write({prefixes(), has_graphs_}, out_);
      return;
    }
    Graph& graph = gathered_->graph;
    if (graph.terms().has_triple_terms()) graph.index_statements();
    summary_.statements = write_turtle(graph, {prefixes(), has_graphs_}, out_);
  }

 private:
  struct Gathered {
    Graph graph;
    GraphBuilder builder{graph, {.append = true}};
  };

  void gather(std::span<const StatementView> batch) {
    gathered_->builder.statements(batch);
    if (options().memory == 0) return;
    const Graph& graph = gathered_->graph;
    if (graph.memory() + sorting_memory(graph) > options().memory) set_aside();
  }

  /// Empties the memory, but for the prefixes.
  void set_aside() {
    runs_.add(gathered_->graph, prefixes());
    PrefixMap declared = std::move(gathered_->graph.prefixes());
    gathered_.reset();
    gathered_ = std::make_unique<Gathered>();
    gathered_->graph.prefixes() = std::move(declared);
  }

  PrefixMap prefixes() const {
    PrefixMap prefixes = with_well_known(gathered_->graph.prefixes());
    for (const auto& [name, iri] : options().prefixes.by_name()) prefixes.add(name, iri);
    return prefixes;
  }

  Output& out_;
  bool has_graphs_;
  std::unique_ptr<Gathered> gathered_ = std::make_unique<Gathered>();
  TurtleRuns runs_;
};

/// Writes statements as they come; those with the same subject in a row share it.
class StreamingExporter : public Exporter {
 public:
  StreamingExporter(Output& out, const ExportOptions& options, bool has_graphs)
      : Exporter(options), out_(out), has_graphs_(has_graphs), terms_(out), literals_(out) {
    for (const auto& [name, iri] : options.prefixes.by_name()) declare(name, iri);
  }

  void prefix(std::string_view name, std::string_view iri) override {
    if (prefixes_.find(name) == iri) return;
    end_graph();
    declare(name, iri);
  }

  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch) write_statement(one);
    summary_.statements += batch.size();
  }
  void node(const TermView&, Location) override { count_loss("resource without statements"); }
  void finish() override { end_graph(); }

 private:
  void declare(std::string_view name, std::string_view iri) {
    prefixes_.add(name, iri);
    out_.write("@prefix ");
    out_.write(name);
    out_.write(": ");
    terms_.write_iri(iri);
    out_.write(" .\n");
  }

  void write_statement(const StatementView& one) {
    if (needs_version_12(one.object) && !has_version_) announce_version();
    if (has_graphs_)
      begin_graph(one.graph);
    else if (!one.graph.is_absent())
      count_loss("graph name");
    const std::string subject = text(one.subject);
    if (subject != subject_) {
      end_subject();
      subject_ = subject;
      out_.write(subject_);
      out_.put(' ');
    } else if (one.predicate.text != predicate_) {
      out_.write(" ;\n    ");
    } else {
      out_.write(" ,\n        ");
      write_term(one.object);
      return;
    }
    predicate_ = one.predicate.text;
    write_predicate(one.predicate);
    out_.put(' ');
    write_term(one.object);
  }

  void announce_version() {
    end_graph();
    out_.write("VERSION \"1.2\"\n");
    has_version_ = true;
  }

  void begin_graph(const TermView& graph) {
    const std::string name = graph.is_absent() ? std::string{} : text(graph);
    if (name == graph_name_) return;
    end_graph();
    graph_name_ = name;
    if (name.empty()) return;
    out_.write(name);
    out_.write(" {\n");
  }

  void end_subject() {
    if (!subject_.empty()) out_.write(" .\n");
    subject_.clear();
  }

  void end_graph() {
    end_subject();
    if (!graph_name_.empty()) out_.write("}\n");
    graph_name_.clear();
  }

  std::string text(const TermView& resource) const {
    if (resource.is_blank()) return "_:" + std::string(resource.text);
    const auto name = prefixes_.shorten(resource.text);
    return name ? *name : "<" + std::string(resource.text) + ">";
  }

  void write_predicate(const TermView& predicate) {
    if (predicate.text == iri::rdf::type)
      out_.put('a');
    else
      out_.write(text(predicate));
  }

  void write_term(const TermView& term) {
    if (term.is_resource()) return out_.write(text(term));
    if (term.is_triple()) return terms_.write(term);
    if (literals_.write(term)) out_.write(text(TermView::iri(term.qualifier)));
  }

  Output& out_;
  bool has_graphs_;
  TermWriter terms_;
  TurtleLiteralWriter literals_;
  PrefixMap prefixes_;
  std::string subject_;
  std::string predicate_;
  std::string graph_name_;
  bool has_version_ = false;
};

std::unique_ptr<Exporter> open(Output& out, const ExportOptions& options, bool has_graphs) {
  if (options.stream) return std::make_unique<StreamingExporter>(out, options, has_graphs);
  return std::make_unique<GroupedExporter>(out, options, has_graphs);
}

}  // namespace

std::unique_ptr<Exporter> open_turtle(Output& out, const ExportOptions& options) { return open(out, options, false); }

std::unique_ptr<Exporter> open_trig(Output& out, const ExportOptions& options) { return open(out, options, true); }

}  // namespace graphwright
