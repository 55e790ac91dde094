#pragma once

#include <span>
#include <string_view>

#include "graphwright/fact.hpp"
#include "graphwright/location.hpp"
#include "graphwright/term.hpp"

namespace graphwright {

/// A borrowed statement: a quad, where it stands, and what is known of it (null: nothing more).
struct StatementView {
  TermView subject;
  TermView predicate;
  TermView object;
  TermView graph{};
  Location location{};
  const FactView* fact = nullptr;
};

/// The one seam between the stages: readers push into it, the graph builder and exporters are sinks.
///
/// Everything handed over is borrowed for the length of the call. A reader calls `finish` once, last.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  /// The base IRI changed (Turtle `@base`); statements come with their IRIs resolved all the same.
  virtual void base(std::string_view /*iri*/) {}
  /// A prefix was declared; a later declaration of the same name replaces it.
  virtual void prefix(std::string_view /*name*/, std::string_view /*iri*/) {}
  /// What people call a relation by an ontology that is not at hand; no statement says it.
  virtual void relation_label(std::string_view /*iri*/, std::string_view /*label*/) {}
  virtual void statements(std::span<const StatementView> batch) = 0;
  /// A resource that exists although no statement may speak of it.
  virtual void node(const TermView& /*resource*/, Location /*location*/) {}
  /// Keeps a resource that statements will name often, and gives the number by which they may name it
  /// (`TermView::held`), which spares looking up its text each time. A sink that hands statements on as they come asks
  /// the next one; most keep nothing.
  virtual std::uint32_t hold(const TermView& /*resource*/) { return TermView::not_held; }
  virtual void finish() {}

  void statement(const StatementView& one) { statements({&one, 1}); }
};

}  // namespace graphwright
