#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "graphwright/regular_expression.hpp"
#include "graphwright/shacl.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "shacl_syntax.hpp"
#include "shacl_vocabulary.hpp"
#include "shapes_graph.hpp"

namespace graphwright::shacl {
namespace {

constexpr std::size_t max_path_depth = 100;
constexpr std::size_t max_path_parts = 100'000;
constexpr std::size_t max_shape_depth = 500;

/// How a parameter's value is read.
enum class Parameter : std::uint8_t { term, count, list, shape, shape_list };

struct ComponentRow {
  std::string_view property;
  Component component;
  Parameter parameter;
  std::string_view name;
};

/// Parameters whose every value is a constraint of its own, in the order of `Component`.
constexpr std::array<ComponentRow, 27> component_rows{{
    {"class", Component::class_, Parameter::term, "Class"},
    {"datatype", Component::datatype, Parameter::term, "Datatype"},
    {"nodeKind", Component::node_kind, Parameter::term, "NodeKind"},
    {"minCount", Component::min_count, Parameter::count, "MinCount"},
    {"maxCount", Component::max_count, Parameter::count, "MaxCount"},
    {"minExclusive", Component::min_exclusive, Parameter::term, "MinExclusive"},
    {"minInclusive", Component::min_inclusive, Parameter::term, "MinInclusive"},
    {"maxExclusive", Component::max_exclusive, Parameter::term, "MaxExclusive"},
    {"maxInclusive", Component::max_inclusive, Parameter::term, "MaxInclusive"},
    {"minLength", Component::min_length, Parameter::count, "MinLength"},
    {"maxLength", Component::max_length, Parameter::count, "MaxLength"},
    {"pattern", Component::pattern, Parameter::term, "Pattern"},
    {"languageIn", Component::language_in, Parameter::list, "LanguageIn"},
    {"uniqueLang", Component::unique_lang, Parameter::term, "UniqueLang"},
    {"equals", Component::equals, Parameter::term, "Equals"},
    {"disjoint", Component::disjoint, Parameter::term, "Disjoint"},
    {"lessThan", Component::less_than, Parameter::term, "LessThan"},
    {"lessThanOrEquals", Component::less_than_or_equals, Parameter::term, "LessThanOrEquals"},
    {"not", Component::not_, Parameter::shape, "Not"},
    {"and", Component::and_, Parameter::shape_list, "And"},
    {"or", Component::or_, Parameter::shape_list, "Or"},
    {"xone", Component::xone, Parameter::shape_list, "Xone"},
    {"node", Component::node, Parameter::shape, "Node"},
    {"property", Component::property, Parameter::shape, "Property"},
    {"closed", Component::closed, Parameter::term, "Closed"},
    {"hasValue", Component::has_value, Parameter::term, "HasValue"},
    {"in", Component::in, Parameter::list, "In"},
}};

struct TargetRow {
  std::string_view property;
  TargetKind kind;
};

constexpr std::array<TargetRow, 4> target_rows{{
    {"targetNode", TargetKind::node},
    {"targetClass", TargetKind::class_},
    {"targetSubjectsOf", TargetKind::subjects_of},
    {"targetObjectsOf", TargetKind::objects_of},
}};

}  // namespace

std::string component_iri(Component component) {
  if (component == Component::qualified_min_count) return sh("QualifiedMinCountConstraintComponent");
  if (component == Component::qualified_max_count) return sh("QualifiedMaxCountConstraintComponent");
  const auto at = std::find_if(component_rows.begin(), component_rows.end(),
                               [&](const ComponentRow& row) { return row.component == component; });
  return sh(at->name) + "ConstraintComponent";
}

/// Reads shapes out of a graph. Terms of the shapes graph have their own ids; `data` gives those of
/// the data's table, which is what compiled shapes hold.
class ShapeReader {
 public:
  ShapeReader(const Graph& graph, TermTable& terms, Diagnostics& diagnostics, Shapes& out)
      : graph_(graph), terms_(terms), diagnostics_(diagnostics), out_(out) {}

  void read() {
    for (TermId node : shape_nodes()) declare(node);
    for (std::size_t i = 0; i < out_.shapes_.size(); ++i) fill(static_cast<ShapeId>(i));
    add_siblings();
    find_circles();
    report_unsupported(graph_, diagnostics_);
  }

 private:
  TermId data(TermId id) { return terms_.intern(graph_.view(id)); }
  std::vector<TermId> members(TermId head) const { return graph_.list(head).value_or(std::vector<TermId>{}); }

  void complain(TermId node, std::string_view local, TermId value, std::string message) {
    out_.usable_[shacl::index(ids_.at(node))] = false;
    diagnostics_.error("shape-ill-formed", graph_.location(node, local, value), std::move(message));
  }

  /// Every node that SHACL takes for a shape (SHACL, 2.1), in the order of their texts.
  std::vector<TermId> shape_nodes() const {
    std::vector<TermId> nodes;
    for (const char* type : {"NodeShape", "PropertyShape"})
      for (TermId one : graph_.with_subclasses(sh(type)))
        for (const IndexedStatement& row : graph_.index().of_object(one, graph_.iri(iri::rdf::type)))
          nodes.push_back(row.subject);
    for (const IndexedStatement& row : graph_.index().all())
      if (graph_.view(row.predicate).text.starts_with(sh_ns)) add_parameter_nodes(row, nodes);
    graph_.make_unique(nodes);
    return nodes;
  }

  /// The shapes that a statement of the SHACL vocabulary makes: by a target, a parameter, or a value.
  void add_parameter_nodes(const IndexedStatement& row, std::vector<TermId>& nodes) const {
    const std::string_view local = graph_.view(row.predicate).text.substr(sh_ns.size());
    for (const TargetRow& target : target_rows)
      if (local == target.property) nodes.push_back(row.subject);
    if (local == "qualifiedValueShape") {
      nodes.push_back(row.subject);
      nodes.push_back(row.object);
    }
    for (const ComponentRow& component : component_rows) {
      if (local != component.property) continue;
      nodes.push_back(row.subject);
      if (component.parameter == Parameter::shape) nodes.push_back(row.object);
      if (component.parameter == Parameter::shape_list)
        for (TermId member : members(row.object)) nodes.push_back(member);
    }
  }

  void declare(TermId node) {
    ids_.emplace(node, static_cast<ShapeId>(out_.shapes_.size()));
    nodes_.push_back(node);
    out_.shapes_.emplace_back();
    out_.usable_.push_back(true);
  }

  void fill(ShapeId id) {
    const TermId node = nodes_[shacl::index(id)];
    Shape& shape = out_.shapes_[shacl::index(id)];
    shape.node = data(node);
    shape.location = graph_.location(node);
    shape.is_deactivated = graph_.is_true(node, "deactivated");
    shape.severity = severity(node);
    if (!is_well_formed(graph_, node, diagnostics_)) {
      out_.usable_[shacl::index(id)] = false;
      return;
    }
    for (TermId message : graph_.values(node, "message")) shape.messages.push_back(data(message));
    add_targets(node, shape);
    add_path(node, shape);
    for (const ComponentRow& row : component_rows)
      for (TermId parameter : graph_.values(node, row.property)) add_constraint(node, row, parameter, shape);
    add_qualified(node, shape);
  }

  TermId severity(TermId node) {
    const TermId given = graph_.value(node, "severity");
    return given == TermId::none ? terms_.intern_iri(sh("Violation")) : data(given);
  }

  void add_targets(TermId node, Shape& shape) {
    for (const TargetRow& row : target_rows)
      for (TermId term : graph_.values(node, row.property)) shape.targets.push_back({row.kind, data(term)});
    if (is_class(node)) shape.targets.push_back({TargetKind::class_, data(node)});
  }

  /// Whether a shape is a class, whose members it then targets (SHACL, 2.1.3.3). A shapes graph that is an
  /// OWL ontology seldom says that owl:Class is below rdfs:Class; it counts all the same.
  bool is_class(TermId node) const {
    return graph_.view(node).is_iri() && (graph_.is_instance(node, iri::rdfs::class_) ||
                                          graph_.is_instance(node, "http://www.w3.org/2002/07/owl#Class"));
  }

  void add_path(TermId node, Shape& shape) {
    const TermId given = graph_.value(node, "path");
    if (given == TermId::none) return;
    Path path;
    if (!read_path(given, path, 0)) return complain(node, "path", given, "sh:path is not a property path");
    shape.path = std::move(path);
  }

  bool read_path(TermId node, Path& path, std::size_t depth) {
    if (depth > max_path_depth || !graph_.view(node).is_resource()) return false;
    path.node = data(node);
    if (graph_.view(node).is_iri()) {
      path.predicate = data(node);
      return true;
    }
    if (!graph_.index().of_subject(node, graph_.iri(iri::rdf::first)).empty())
      return read_parts(node, Path::Kind::sequence, path, depth);
    if (const TermId list = graph_.value(node, "alternativePath"); list != TermId::none)
      return read_parts(list, Path::Kind::alternative, path, depth);
    constexpr std::array<std::pair<const char*, Path::Kind>, 4> unary{{
        {"inversePath", Path::Kind::inverse},
        {"zeroOrMorePath", Path::Kind::zero_or_more},
        {"oneOrMorePath", Path::Kind::one_or_more},
        {"zeroOrOnePath", Path::Kind::zero_or_one},
    }};
    for (const auto& [name, kind] : unary) {
      const TermId inner = graph_.value(node, name);
      if (inner == TermId::none) continue;
      path.kind = kind;
      return read_path(inner, path.parts.emplace_back(), depth + 1);
    }
    return false;
  }

  /// Reads the parts of a sequence or of alternatives. A path of a few nodes can name the same part so often
  /// that it grows without end, so all parts of a path are counted.
  bool read_parts(TermId list, Path::Kind kind, Path& path, std::size_t depth) {
    path.kind = kind;
    const std::vector<TermId> parts = members(list);
    if (parts.size() < 2 || (path_parts_ += parts.size()) > max_path_parts) return false;
    return std::all_of(parts.begin(), parts.end(),
                       [&](TermId part) { return read_path(part, path.parts.emplace_back(), depth + 1); });
  }

  void add_constraint(TermId node, const ComponentRow& row, TermId parameter, Shape& shape) {
    Constraint constraint{.component = row.component};
    read_parameter(row.parameter, parameter, constraint);
    const bool is_switch = row.component == Component::unique_lang || row.component == Component::closed;
    if (is_switch && !graph_.is_true(node, row.property)) return;
    if (row.component == Component::closed) constraint.terms = allowed_predicates(node);
    if (row.component == Component::pattern && !add_flags(node, constraint))
      return complain(node, row.property, parameter, "sh:pattern is not a regular expression");
    shape.constraints.push_back(std::move(constraint));
  }

  void read_parameter(Parameter kind, TermId parameter, Constraint& constraint) {
    switch (kind) {
      case Parameter::term:
        constraint.terms.push_back(data(parameter));
        break;
      case Parameter::count:
        constraint.number = count(parameter);
        break;
      case Parameter::list:
        for (TermId member : members(parameter)) constraint.terms.push_back(data(member));
        break;
      case Parameter::shape:
        constraint.shapes.push_back(ids_.at(parameter));
        break;
      case Parameter::shape_list:
        for (TermId member : members(parameter)) constraint.shapes.push_back(ids_.at(member));
        break;
    }
  }

  /// A count that passes the syntax rules; one beyond all that can be counted is the greatest there is.
  std::size_t count(TermId id) const {
    std::string_view text = graph_.view(id).text;
    if (text.starts_with('+')) text.remove_prefix(1);
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc{} ? count : std::numeric_limits<std::size_t>::max();
  }

  bool add_flags(TermId node, Constraint& constraint) {
    if (const TermId flags = graph_.value(node, "flags"); flags != TermId::none)
      constraint.flags = graph_.view(flags).text;
    return RegularExpression(terms_.text(constraint.terms.front()), constraint.flags).is_valid();
  }

  /// What a closed shape lets a node have: its properties' predicates and sh:ignoredProperties.
  std::vector<TermId> allowed_predicates(TermId node) {
    std::vector<TermId> allowed;
    for (TermId property : graph_.values(node, "property"))
      if (const TermId path = graph_.value(property, "path"); path != TermId::none && graph_.view(path).is_iri())
        allowed.push_back(data(path));
    if (const TermId ignored = graph_.value(node, "ignoredProperties"); ignored != TermId::none)
      for (TermId member : members(ignored)) allowed.push_back(data(member));
    std::sort(allowed.begin(), allowed.end());
    return allowed;
  }

  void add_qualified(TermId node, Shape& shape) {
    constexpr std::array<std::pair<const char*, Component>, 2> bounds{
        {{"qualifiedMinCount", Component::qualified_min_count}, {"qualifiedMaxCount", Component::qualified_max_count}}};
    for (TermId qualified : graph_.values(node, "qualifiedValueShape"))
      for (const auto& [name, component] : bounds)
        if (const TermId bound = graph_.value(node, name); bound != TermId::none)
          shape.constraints.push_back({.component = component, .shapes = {ids_.at(qualified)}, .number = count(bound)});
  }

  /// Sibling shapes (SHACL, 4.7.3): the other qualified value shapes of the parents' properties.
  void add_siblings() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!graph_.is_true(nodes_[i], "qualifiedValueShapesDisjoint")) continue;
      std::set<ShapeId> siblings;
      for (const IndexedStatement& parent : graph_.index().of_object(nodes_[i], graph_.iri(sh("property"))))
        for (TermId property : graph_.values(parent.subject, "property"))
          for (TermId qualified : graph_.values(property, "qualifiedValueShape")) siblings.insert(ids_.at(qualified));
      for (TermId own : graph_.values(nodes_[i], "qualifiedValueShape")) siblings.erase(ids_.at(own));
      for (Constraint& constraint : out_.shapes_[i].constraints)
        if (constraint.component == Component::qualified_min_count ||
            constraint.component == Component::qualified_max_count)
          constraint.siblings.assign(siblings.begin(), siblings.end());
    }
  }

  enum class Mark : std::uint8_t { unseen, open, done };

  void find_circles() {
    std::vector<Mark> marks(nodes_.size(), Mark::unseen);
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (marks[i] == Mark::unseen) walk(i, marks);
  }

  /// Depth-first with its own stack: a shape met while it is open closes a circle.
  void walk(std::size_t start, std::vector<Mark>& marks) {
    std::vector<std::pair<std::size_t, std::vector<std::size_t>>> stack;
    const auto open = [&](std::size_t at) {
      marks[at] = Mark::open;
      stack.emplace_back(at, references(at));
    };
    open(start);
    while (!stack.empty()) {
      auto& [at, left] = stack.back();
      if (left.empty()) {
        marks[at] = Mark::done;
        stack.pop_back();
        continue;
      }
      const std::size_t next = left.back();
      left.pop_back();
      if (marks[next] == Mark::open) report_circle(next);
      if (marks[next] == Mark::unseen && stack.size() < max_shape_depth) open(next);
      if (stack.size() == max_shape_depth) refuse_depth(next);
    }
  }

  void refuse_depth(std::size_t at) {
    if (!out_.usable_[at]) return;
    out_.usable_[at] = false;
    diagnostics_.error("shape-ill-formed", out_.shapes_[at].location,
                       fmt::format("shapes refer to shapes more than {} levels deep", max_shape_depth));
  }

  std::vector<std::size_t> references(std::size_t at) const {
    std::vector<std::size_t> next;
    for (const Constraint& constraint : out_.shapes_[at].constraints)
      for (ShapeId id : constraint.shapes) next.push_back(shacl::index(id));
    return next;
  }

  void report_circle(std::size_t at) {
    if (!out_.usable_[at]) return;
    out_.usable_[at] = false;
    const TermView node = graph_.view(nodes_[at]);
    diagnostics_.error("shape-recursive", out_.shapes_[at].location,
                       node.is_iri() ? fmt::format("the shape <{}> refers to itself in a circle", node.text)
                                     : "a shape refers to itself in a circle");
  }

  ShapesGraph graph_;
  TermTable& terms_;
  Diagnostics& diagnostics_;
  Shapes& out_;
  std::map<TermId, ShapeId> ids_;
  std::vector<TermId> nodes_;
  std::size_t path_parts_ = 0;
};

Shapes::Shapes(const Graph& shapes, TermTable& terms, Diagnostics& diagnostics) {
  ShapeReader(shapes, terms, diagnostics, *this).read();
}

}  // namespace graphwright::shacl
