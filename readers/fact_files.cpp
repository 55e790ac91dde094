#include "graphwright/fact_files.hpp"

#include <utility>
#include <vector>

#include "graphwright/iri.hpp"

#include "fact_names.hpp"
#include "fact_scope.hpp"
#include "fact_statements.hpp"
#include "yaml_document.hpp"

namespace graphwright {

struct FactFiles::State {
  State(FactContext context, Diagnostics& all_diagnostics)
      : base(context.base),
        sources(context.sources),
        names(std::move(context), all_diagnostics),
        diagnostics(all_diagnostics) {}

  /// Learns the names of entities and events.
  void declare(const YamlDocument& document) {
    for (std::string_view section : {"entities", "events"})
      if (const YamlEntry* entry = find_entry(document.root(), section))
        for (const YamlEntry& one : entry->value.entries) names.declare(one.key, one.location);
  }

  std::string base;
  const SourceLibrary* sources;
  FactNames names;
  Diagnostics& diagnostics;
  std::vector<YamlDocument> documents;
  bool is_complete = true;
};

FactFiles::FactFiles(FactContext context, Diagnostics& diagnostics)
    : state_(std::make_unique<State>(std::move(context), diagnostics)) {}

FactFiles::~FactFiles() = default;

void FactFiles::add(ByteSource& source, const ReadOptions& options) {
  YamlDocument document = YamlDocument::read(source, options, state_->diagnostics);
  state_->declare(document);
  state_->is_complete &= document.is_complete();
  state_->documents.push_back(std::move(document));
}

void FactFiles::push(Sink& sink, const std::function<bool(std::string_view iri)>& is_known) {
  state_->names.set_known(is_known);
  FactScopeReader scopes(state_->names, state_->sources, state_->diagnostics);
  for (const YamlDocument& document : state_->documents)
    FactStatements(document, state_->names, scopes, sink, state_->diagnostics).push();
  state_->documents.clear();
  // What could not be read may declare what seems to be missing.
  if (state_->is_complete) state_->names.report_unknown_entities();
}

void read_facts(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  FactContext context;
  if (options.facts != nullptr) context = *options.facts;
  if (context.base.empty()) context.base = options.base;
  if (!context.base.empty() && !is_namespace(context.base)) context.base += '#';
  FactFiles files(std::move(context), diagnostics);
  files.add(source, options);
  files.push(sink);
  sink.finish();
}

}  // namespace graphwright
