#include "turtle.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "graphwright/graph_builder.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "turtle_grouped.hpp"
#include "turtle_terms.hpp"

namespace graphwright {
namespace {

PrefixMap with_well_known(const PrefixMap& own) {
  PrefixMap prefixes = well_known_prefixes();
  for (const auto& [name, iri] : own.by_name()) prefixes.add(name, iri);
  return prefixes;
}

/// Gathers all statements, then writes them grouped.
class GroupedExporter : public Exporter {
 public:
  GroupedExporter(Output& out, const ExportOptions& options, bool has_graphs)
      : Exporter(options), out_(out), has_graphs_(has_graphs), builder_(graph_, {.append = true}) {}

  void prefix(std::string_view name, std::string_view iri) override { builder_.prefix(name, iri); }
  void statements(std::span<const StatementView> batch) override {
    const auto is_named = [](const StatementView& one) { return !one.graph.is_absent(); };
    if (has_graphs_ || std::none_of(batch.begin(), batch.end(), is_named)) return builder_.statements(batch);
    std::vector<StatementView> unnamed(batch.begin(), batch.end());
    for (StatementView& one : unnamed) {
      if (is_named(one)) count_loss("graph name");
      one.graph = {};
    }
    builder_.statements(unnamed);
  }
  void node(const TermView&, Location) override { count_loss("resource without statements"); }

  void finish() override {
    PrefixMap prefixes = with_well_known(graph_.prefixes());
    for (const auto& [name, iri] : options().prefixes.by_name()) prefixes.add(name, iri);
    if (graph_.terms().has_triple_terms()) graph_.index_statements();
    summary_.statements = write_turtle(graph_, {std::move(prefixes), has_graphs_}, out_);
  }

 private:
  Output& out_;
  bool has_graphs_;
  Graph graph_;
  GraphBuilder builder_;
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
