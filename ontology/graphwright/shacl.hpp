#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/graph.hpp"
#include "graphwright/graph_index.hpp"
#include "graphwright/sink.hpp"

namespace graphwright::shacl {

enum class ShapeId : std::uint32_t { none = 0xFFFFFFFF };

constexpr std::uint32_t index(ShapeId id) { return static_cast<std::uint32_t>(id); }

/// A property path (SHACL, 2.3.1); a predicate path has no parts.
struct Path {
  enum class Kind : std::uint8_t { predicate, inverse, sequence, alternative, zero_or_more, one_or_more, zero_or_one };
  Kind kind = Kind::predicate;
  TermId predicate = TermId::none;
  std::vector<Path> parts{};
  /// The node of the shapes graph that describes the path.
  TermId node = TermId::none;
};

/// The constraint components of SHACL Core (SHACL, 4), each named as its IRI is.
enum class Component : std::uint8_t {
  class_,
  datatype,
  node_kind,
  min_count,
  max_count,
  min_exclusive,
  min_inclusive,
  max_exclusive,
  max_inclusive,
  min_length,
  max_length,
  pattern,
  language_in,
  unique_lang,
  equals,
  disjoint,
  less_than,
  less_than_or_equals,
  not_,
  and_,
  or_,
  xone,
  node,
  property,
  qualified_min_count,
  qualified_max_count,
  closed,
  has_value,
  in,
};

/// The IRI of a constraint component, such as sh:MinCountConstraintComponent.
std::string component_iri(Component component);

/// One constraint of a shape: its component and its parameters.
struct Constraint {
  Component component;
  /// The parameter's term, or the members of its list.
  std::vector<TermId> terms{};
  std::vector<ShapeId> shapes{};
  /// A count or length.
  std::size_t number = 0;
  /// The flags of a pattern.
  std::string flags{};
  /// Qualified counts: shapes that a value counted here must not conform to.
  std::vector<ShapeId> siblings{};
};

enum class TargetKind : std::uint8_t { node, class_, subjects_of, objects_of };

struct Target {
  TargetKind kind;
  TermId term;
};

/// A shape (SHACL, 2): a node shape has no path.
struct Shape {
  TermId node = TermId::none;
  std::optional<Path> path;
  std::vector<Target> targets;
  std::vector<Constraint> constraints;
  std::vector<TermId> messages;
  TermId severity = TermId::none;
  bool is_deactivated = false;
  Location location;
};

/// The shapes of a shapes graph, compiled against the term table of the data that they will check.
///
/// Ill-formed shapes, and shapes that refer to themselves in a circle (SHACL leaves open what these
/// mean), are reported at the shape's own line and left out.
class Shapes {
 public:
  /// Adds the terms of the shapes to the table; no statement is added.
  Shapes(const Graph& shapes, TermTable& terms, Diagnostics& diagnostics);

  std::span<const Shape> all() const { return shapes_; }
  const Shape& at(ShapeId id) const { return shapes_[shacl::index(id)]; }
  /// Whether the shape was found to be part of a circle or ill-formed.
  bool is_usable(ShapeId id) const { return usable_[shacl::index(id)]; }

 private:
  friend class ShapeReader;

  std::vector<Shape> shapes_;
  std::vector<bool> usable_;
};

/// One validation result (SHACL, 3.6.2).
struct Result {
  TermId focus = TermId::none;
  TermId value = TermId::none;
  ShapeId shape = ShapeId::none;
  Component component = Component::node;
  /// A closed shape's result: the predicate that is not allowed; else the shape's own path counts.
  TermId path = TermId::none;
  std::string message;
  /// The statement that broke the constraint, or else one that speaks of the focus node.
  Location location;
};

/// A validation report (SHACL, 3.6.1), results in the order of their texts.
struct Report {
  bool conforms = true;
  std::vector<Result> results;
  /// Whether there were more results than are kept.
  bool is_cut = false;
};

/// Checks all targets of all shapes against the data graph, on up to so many threads; the report is the same
/// for any number.
///
/// @complexity targets times constraints; each path step and class test is a logarithmic search
Report validate(const Graph& data, const Shapes& shapes, std::size_t threads = 1);

/// Reports each result as a diagnostic under the code `shape`: an error for sh:Violation, else a
/// warning.
void report_results(const Report& report, const Shapes& shapes, const Graph& data, Diagnostics& diagnostics);

/// Pushes the report as RDF (SHACL, 3.6); paths are described anew with blank nodes.
void write_report(const Report& report, const Shapes& shapes, const Graph& data, Sink& sink);

}  // namespace graphwright::shacl
