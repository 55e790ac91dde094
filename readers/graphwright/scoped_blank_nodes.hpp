#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/sink.hpp"

namespace graphwright {

class TextArena;

/// Keeps the blank nodes of several inputs apart: a label `x` leaves as `SCOPE_x`.
///
/// The scope must begin with a letter and hold letters and digits only, so that no two scopes can give
/// one label. `finish` is passed on like the rest.
class ScopedBlankNodes : public Sink {
 public:
  ScopedBlankNodes(Sink& next, std::string_view scope);
  ~ScopedBlankNodes() override;

  void base(std::string_view iri) override { next_.base(iri); }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }
  void relation_label(std::string_view iri, std::string_view label) override { next_.relation_label(iri, label); }
  void statements(std::span<const StatementView> batch) override;
  void node(const TermView& resource, Location location) override;
  void finish() override { next_.finish(); }

 private:
  TermView scoped(const TermView& term);
  const FactView* scoped(const FactView& fact);
  void clear();

  Sink& next_;
  std::string prefix_;
  std::unique_ptr<TextArena> arena_;
  std::vector<StatementView> rows_;
  std::vector<std::unique_ptr<FactView>> facts_;
  std::vector<std::vector<EvidenceView>> evidence_;
};

}  // namespace graphwright
