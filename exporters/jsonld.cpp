#include "jsonld.hpp"

#include <stdexcept>
#include <string>

#include "graphwright/graph_builder.hpp"

#include "jsonld_compact.hpp"
#include "jsonld_expanded.hpp"

namespace graphwright {
namespace {

class JsonLdExporter : public Exporter {
 public:
  JsonLdExporter(Output& out, const ExportOptions& options) : Exporter(options), out_(out), builder_(graph_) {}

  void prefix(std::string_view name, std::string_view iri) override { builder_.prefix(name, iri); }
  void statements(std::span<const StatementView> batch) override {
    for (const StatementView& one : batch)
      if (one.object.is_triple() || one.subject.is_triple())
        count_loss("triple term");
      else
        builder_.statement(one);
  }
  void node(const TermView&, Location) override { count_loss("resource without statements"); }

  void finish() override {
    PrefixMap prefixes = well_known_prefixes();
    const Graph& graph = graph_;
    for (const PrefixMap* own : {&graph.prefixes(), &options().prefixes})
      for (const auto& [name, iri] : own->by_name()) prefixes.add(name, iri);
    summary_.statements = graph_.statement_count();
    JsonLdWriteOptions shape;
    if (const std::string_view word = read_jsonld_words(options().jsonld, shape); !word.empty())
      throw std::runtime_error("--jsonld: unknown word '" + std::string(word) + "'");
    if (shape.expanded)
      count_loss("value that expanded form refuses", write_expanded(graph_, shape, out_));
    else
      write_compact(graph_, prefixes, shape, out_);
  }

 private:
  Output& out_;
  Graph graph_;
  GraphBuilder builder_;
};

}  // namespace

std::unique_ptr<Exporter> open_jsonld(Output& out, const ExportOptions& options) {
  return std::make_unique<JsonLdExporter>(out, options);
}

}  // namespace graphwright
