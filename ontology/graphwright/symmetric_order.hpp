#pragma once

#include <span>
#include <vector>

#include "graphwright/ontology.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

/// A sink that hands statements on and turns those of symmetric properties so that the smaller IRI is
/// the subject: who met whom is one edge, whichever side a file names first.
class SymmetricOrder : public Sink {
 public:
  SymmetricOrder(const Ontology& ontology, Sink& next);

  void base(std::string_view iri) override { next_.base(iri); }
  void prefix(std::string_view name, std::string_view iri) override { next_.prefix(name, iri); }
  void relation_label(std::string_view iri, std::string_view label) override { next_.relation_label(iri, label); }
  void statements(std::span<const StatementView> batch) override;
  void node(const TermView& resource, Location location) override { next_.node(resource, location); }
  void finish() override { next_.finish(); }

 private:
  const Ontology& ontology_;
  Sink& next_;
  std::vector<StatementView> turned_;
};

}  // namespace graphwright
