#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "graphwright/regular_expression.hpp"
#include "graphwright/shacl.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "shacl_vocabulary.hpp"

namespace graphwright::shacl {
namespace {

constexpr std::size_t max_path_depth = 100;
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
      : graph_(graph), index_(graph), terms_(terms), diagnostics_(diagnostics), out_(out) {}

  void read() {
    for (TermId node : shape_nodes()) declare(node);
    for (std::size_t i = 0; i < out_.shapes_.size(); ++i) fill(static_cast<ShapeId>(i));
    add_siblings();
    find_circles();
  }

 private:
  TermId known(std::string_view local) const { return graph_.terms().find_iri(sh(local)); }
  TermId known_iri(std::string_view iri) const { return graph_.terms().find_iri(iri); }
  TermId data(TermId id) { return terms_.intern(graph_.view(id)); }

  std::vector<TermId> values(TermId node, std::string_view local) const {
    std::vector<TermId> found;
    for (const IndexedStatement& row : index_.of_subject(node, known(local))) found.push_back(row.object);
    std::sort(found.begin(), found.end(),
              [&](TermId a, TermId b) { return compare(graph_.view(a), graph_.view(b)) < 0; });
    return found;
  }
  TermId value(TermId node, std::string_view local) const {
    const TermId property = known(local);
    return property == TermId::none ? TermId::none : index_.object(node, property);
  }
  bool is_true(TermId node, std::string_view local) const {
    const TermId id = value(node, local);
    return id != TermId::none && (graph_.view(id).text == "true" || graph_.view(id).text == "1");
  }
  Location location_of(TermId node) const {
    const auto rows = index_.of_subject(node);
    return rows.empty() ? Location{} : graph_.location(std::min_element(rows.begin(), rows.end(), by_id)->id);
  }
  static bool by_id(const IndexedStatement& a, const IndexedStatement& b) { return a.id < b.id; }

  void complain(TermId node, std::string message) {
    diagnostics_.error("shape-ill-formed", location_of(node), std::move(message));
  }

  /// Every node that SHACL takes for a shape (SHACL, 2.1), in the order of their texts.
  std::vector<TermId> shape_nodes() const {
    std::vector<TermId> nodes;
    for (const char* type : {"NodeShape", "PropertyShape"})
      for (const IndexedStatement& row : index_.of_object(known(type), known_iri(iri::rdf::type)))
        nodes.push_back(row.subject);
    for (const IndexedStatement& row : index_.all())
      if (is_shape_parameter(row.predicate)) add_parameter_nodes(row, nodes);
    std::sort(nodes.begin(), nodes.end(),
              [&](TermId a, TermId b) { return compare(graph_.view(a), graph_.view(b)) < 0; });
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  bool is_shape_parameter(TermId predicate) const {
    const std::string_view text = graph_.view(predicate).text;
    return text.starts_with(sh_ns);
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
      if (component.parameter == Parameter::shape_list) {
        bool is_list = true;
        for (TermId member : list(row.object, is_list)) nodes.push_back(member);
      }
    }
  }

  std::vector<TermId> list(TermId head, bool& is_list) const {
    std::vector<TermId> members;
    std::set<TermId> seen;
    const TermId nil = known_iri(iri::rdf::nil);
    while (head != nil) {
      const TermId first = index_.object(head, known_iri(iri::rdf::first));
      const TermId rest = index_.object(head, known_iri(iri::rdf::rest));
      if (first == TermId::none || rest == TermId::none || !seen.insert(head).second) {
        is_list = false;
        return {};
      }
      members.push_back(first);
      head = rest;
    }
    return members;
  }

  void declare(TermId node) {
    ids_.emplace(node, static_cast<ShapeId>(out_.shapes_.size()));
    nodes_.push_back(node);
    out_.shapes_.emplace_back();
    out_.usable_.push_back(true);
  }

  void fill(ShapeId id) {
    const TermId node = nodes_[shacl::index(id)];
    Shape shape;
    shape.node = data(node);
    shape.location = location_of(node);
    shape.is_deactivated = is_true(node, "deactivated");
    shape.severity = severity(node);
    for (TermId message : values(node, "message")) shape.messages.push_back(data(message));
    add_targets(node, shape);
    add_path(node, shape, id);
    for (const ComponentRow& row : component_rows)
      for (TermId parameter : values(node, row.property)) add_constraint(node, row, parameter, shape, id);
    add_qualified(node, shape);
    out_.shapes_[shacl::index(id)] = std::move(shape);
  }

  TermId severity(TermId node) {
    const TermId given = value(node, "severity");
    return given == TermId::none ? terms_.intern_iri(sh("Violation")) : data(given);
  }

  void add_targets(TermId node, Shape& shape) {
    for (const TargetRow& row : target_rows)
      for (TermId term : values(node, row.property)) shape.targets.push_back({row.kind, data(term)});
    // Implicit class targets (SHACL, 2.1.3.3): a shape that is a class is a target of itself.
    for (std::string_view type : {iri::rdfs::class_, std::string_view("http://www.w3.org/2002/07/owl#Class")})
      if (index_.contains(node, known_iri(iri::rdf::type), known_iri(type))) {
        shape.targets.push_back({TargetKind::class_, data(node)});
        break;
      }
  }

  void add_path(TermId node, Shape& shape, ShapeId id) {
    const std::vector<TermId> paths = values(node, "path");
    if (paths.empty()) return;
    Path path;
    if (paths.size() > 1 || !read_path(paths.front(), path, 0)) {
      complain(node,
               paths.size() > 1 ? "a property shape has one sh:path, not several" : "sh:path is not a property path");
      out_.usable_[shacl::index(id)] = false;
      return;
    }
    shape.path = std::move(path);
  }

  bool read_path(TermId node, Path& path, std::size_t depth) {
    if (depth > max_path_depth) return false;
    path.node = data(node);
    if (graph_.view(node).is_iri()) {
      path.predicate = data(node);
      return true;
    }
    if (index_.object(node, known_iri(iri::rdf::first)) != TermId::none)
      return read_parts(node, Path::Kind::sequence, path, depth);
    if (const TermId list_node = value(node, "alternativePath"); list_node != TermId::none)
      return read_parts(list_node, Path::Kind::alternative, path, depth);
    constexpr std::array<std::pair<const char*, Path::Kind>, 4> unary{{
        {"inversePath", Path::Kind::inverse},
        {"zeroOrMorePath", Path::Kind::zero_or_more},
        {"oneOrMorePath", Path::Kind::one_or_more},
        {"zeroOrOnePath", Path::Kind::zero_or_one},
    }};
    for (const auto& [name, kind] : unary) {
      const TermId inner = value(node, name);
      if (inner == TermId::none) continue;
      path.kind = kind;
      return read_path(inner, path.parts.emplace_back(), depth + 1);
    }
    return false;
  }

  bool read_parts(TermId list_node, Path::Kind kind, Path& path, std::size_t depth) {
    path.kind = kind;
    bool is_list = true;
    const std::vector<TermId> members = list(list_node, is_list);
    if (!is_list || members.size() < 2) return false;
    return std::all_of(members.begin(), members.end(),
                       [&](TermId member) { return read_path(member, path.parts.emplace_back(), depth + 1); });
  }

  void add_constraint(TermId node, const ComponentRow& row, TermId parameter, Shape& shape, ShapeId id) {
    Constraint constraint{.component = row.component};
    if (!read_parameter(row.parameter, parameter, constraint)) {
      complain(node, fmt::format("sh:{} has a value that it cannot have", row.property));
      out_.usable_[shacl::index(id)] = false;
      return;
    }
    if (row.component == Component::unique_lang || row.component == Component::closed)
      if (const std::string_view text = graph_.view(parameter).text; text != "true" && text != "1") return;
    if (row.component == Component::closed) constraint.terms = allowed_predicates(node);
    if (row.component == Component::pattern && !add_flags(node, constraint)) {
      complain(node, "sh:pattern is not a regular expression");
      out_.usable_[shacl::index(id)] = false;
      return;
    }
    shape.constraints.push_back(std::move(constraint));
  }

  bool read_parameter(Parameter kind, TermId parameter, Constraint& constraint) {
    bool is_list = true;
    switch (kind) {
      case Parameter::term:
        constraint.terms.push_back(data(parameter));
        return true;
      case Parameter::count:
        return read_count(parameter, constraint.number);
      case Parameter::list:
        for (TermId member : list(parameter, is_list)) constraint.terms.push_back(data(member));
        return is_list;
      case Parameter::shape:
        constraint.shapes.push_back(ids_.at(parameter));
        return true;
      case Parameter::shape_list:
        for (TermId member : list(parameter, is_list)) constraint.shapes.push_back(ids_.at(member));
        return is_list;
    }
    return false;
  }

  bool read_count(TermId id, std::size_t& count) const {
    const std::string_view text = graph_.view(id).text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc{} && end == text.data() + text.size();
  }

  bool add_flags(TermId node, Constraint& constraint) {
    if (const TermId flags = value(node, "flags"); flags != TermId::none) constraint.flags = graph_.view(flags).text;
    return RegularExpression(terms_.text(constraint.terms.front()), constraint.flags).is_valid();
  }

  /// What a closed shape lets a node have: its properties' predicates and sh:ignoredProperties.
  std::vector<TermId> allowed_predicates(TermId node) {
    std::vector<TermId> allowed;
    for (TermId property : values(node, "property"))
      if (const TermId path = value(property, "path"); path != TermId::none && graph_.view(path).is_iri())
        allowed.push_back(data(path));
    bool is_list = true;
    if (const TermId ignored = value(node, "ignoredProperties"); ignored != TermId::none)
      for (TermId member : list(ignored, is_list)) allowed.push_back(data(member));
    std::sort(allowed.begin(), allowed.end());
    return allowed;
  }

  void add_qualified(TermId node, Shape& shape) {
    for (TermId qualified : values(node, "qualifiedValueShape")) {
      constexpr std::array<std::pair<const char*, Component>, 2> bounds{
          {{"qualifiedMinCount", Component::qualified_min_count},
           {"qualifiedMaxCount", Component::qualified_max_count}}};
      for (const auto& [name, component] : bounds) {
        Constraint constraint{.component = component};
        const TermId count = value(node, name);
        if (count == TermId::none || !read_count(count, constraint.number)) continue;
        constraint.shapes.push_back(ids_.at(qualified));
        shape.constraints.push_back(std::move(constraint));
      }
    }
  }

  /// Sibling shapes (SHACL, 4.7.3): the other qualified value shapes of the parents' properties.
  void add_siblings() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!is_true(nodes_[i], "qualifiedValueShapesDisjoint")) continue;
      std::set<ShapeId> siblings;
      for (const IndexedStatement& parent : index_.of_object(nodes_[i], known("property")))
        for (TermId property : values(parent.subject, "property"))
          for (TermId qualified : values(property, "qualifiedValueShape")) siblings.insert(ids_.at(qualified));
      for (TermId own : values(nodes_[i], "qualifiedValueShape")) siblings.erase(ids_.at(own));
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
    complain(nodes_[at], fmt::format("shapes refer to shapes more than {} levels deep", max_shape_depth));
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

  const Graph& graph_;
  GraphIndex index_;
  TermTable& terms_;
  Diagnostics& diagnostics_;
  Shapes& out_;
  std::map<TermId, ShapeId> ids_;
  std::vector<TermId> nodes_;
};

Shapes::Shapes(const Graph& shapes, TermTable& terms, Diagnostics& diagnostics) {
  ShapeReader(shapes, terms, diagnostics, *this).read();
}

}  // namespace graphwright::shacl
