#include "shacl_validator.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/regular_expression.hpp"
#include "graphwright/utf8.hpp"
#include "graphwright/vocabulary_iris.hpp"
#include "graphwright/xsd_value.hpp"

#include "shacl_paths.hpp"
#include "shacl_terms.hpp"
#include "shacl_vocabulary.hpp"

namespace graphwright::shacl {
namespace {

using Nodes = std::vector<TermId>;

/// The classes of the data graph and who is a member of which.
class Classes {
 public:
  Classes(const Graph& graph, const GraphIndex& index)
      : index_(index),
        type_(graph.terms().find_iri(iri::rdf::type)),
        subclass_(graph.terms().find_iri(iri::rdfs::sub_class_of)) {}

  /// A class and all below it, by rdfs:subClassOf in the data graph, sorted by id.
  const Nodes& with_subclasses(TermId wanted) {
    const auto [at, is_new] = below_.try_emplace(wanted);
    if (!is_new) return at->second;
    const Path part{.predicate = subclass_};
    const Path path{.kind = Path::Kind::zero_or_more, .parts = {Path{.kind = Path::Kind::inverse, .parts = {part}}}};
    at->second = reach(index_, path, wanted);
    return at->second;
  }
  bool is_instance(TermId node, TermId wanted) {
    const Nodes& classes = with_subclasses(wanted);
    for (const IndexedStatement& row : index_.of_subject(node, type_))
      if (std::binary_search(classes.begin(), classes.end(), row.object)) return true;
    return false;
  }
  Nodes instances(TermId wanted) {
    Nodes found;
    for (TermId one : with_subclasses(wanted))
      for (const IndexedStatement& row : index_.of_object(one, type_)) found.push_back(row.subject);
    return found;
  }

 private:
  const GraphIndex& index_;
  TermId type_;
  TermId subclass_;
  std::map<TermId, Nodes> below_;
};

}  // namespace

class Validator::Checks {
 public:
  Checks(const Graph& data, const Shapes& shapes, const GraphIndex& index)
      : data_(data), shapes_(shapes), index_(index), classes_(data, index) {}

  bool is_cut() const { return is_cut_; }

  Nodes focus_nodes(const Shape& shape) {
    Nodes nodes;
    for (const Target& target : shape.targets) add_target(target, nodes);
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  /// Whether the focus node conforms to the shape; results are gathered only where they are wanted. What a
  /// shape of shapes says of a node is remembered, so that shapes which share parts are not walked through
  /// again and again.
  bool check(ShapeId id, TermId focus, std::vector<Result>* results) {
    const Shape& shape = shapes_.at(id);
    if (shape.is_deactivated || !shapes_.is_usable(id)) return true;
    if (!refers_to_shapes(shape)) return evaluate(id, focus, results);
    const std::uint64_t key = (std::uint64_t{shacl::index(id)} << 32U) | graphwright::index(focus);
    const auto known = conforms_.find(key);
    if (known != conforms_.end() && (known->second || results == nullptr)) return known->second;
    const bool conforms = evaluate(id, focus, results);
    conforms_.insert_or_assign(key, conforms);
    return conforms;
  }

 private:
  /// What is being checked: a focus node of a shape and its value nodes.
  struct Check {
    ShapeId id;
    const Shape& shape;
    TermId focus;
    const Nodes& values;
    std::vector<Result>* results;
    bool conforms = true;
  };

  TermView view(TermId id) const { return data_.view(id); }

  std::string show(TermId id) const {
    const TermView term = view(id);
    if (term.is_iri())
      if (const auto name = data_.prefixes().shorten(term.text)) return *name;
    std::string text;
    append_ntriples(term, text);
    return text;
  }

  void add_target(const Target& target, Nodes& nodes) {
    if (target.kind == TargetKind::node) nodes.push_back(target.term);
    if (target.kind == TargetKind::class_)
      for (TermId node : classes_.instances(target.term)) nodes.push_back(node);
    for (const IndexedStatement& row : statements_of(target.kind, target.term))
      nodes.push_back(target.kind == TargetKind::subjects_of ? row.subject : row.object);
  }

  /// The statements of a predicate, found once.
  const std::vector<IndexedStatement>& statements_of(TargetKind kind, TermId predicate) {
    static const std::vector<IndexedStatement> none;
    if (kind != TargetKind::subjects_of && kind != TargetKind::objects_of) return none;
    const auto [at, is_new] = by_predicate_.try_emplace(predicate);
    if (is_new)
      for (const IndexedStatement& row : index_.all())
        if (row.predicate == predicate) at->second.push_back(row);
    return at->second;
  }

  static bool refers_to_shapes(const Shape& shape) {
    return std::any_of(shape.constraints.begin(), shape.constraints.end(),
                       [](const Constraint& constraint) { return !constraint.shapes.empty(); });
  }

  bool evaluate(ShapeId id, TermId focus, std::vector<Result>* results) {
    const Shape& shape = shapes_.at(id);
    const Nodes values = shape.path ? reach(index_, *shape.path, focus) : Nodes{focus};
    Check check{id, shape, focus, values, results};
    for (const Constraint& constraint : shape.constraints) {
      if (!is_usable(constraint)) continue;
      apply(constraint, check);
      if (!check.conforms && results == nullptr) return false;
    }
    return check.conforms;
  }

  /// A constraint on a shape that was left out is left out too, so that a negation does not turn it round.
  bool is_usable(const Constraint& constraint) const {
    return std::all_of(constraint.shapes.begin(), constraint.shapes.end(),
                       [&](ShapeId id) { return shapes_.is_usable(id); });
  }

  void fail(Check& check, const Constraint& constraint, TermId value, std::string message, TermId path = TermId::none) {
    check.conforms = false;
    if (check.results == nullptr) return;
    if (check.results->size() == max_results) {
      is_cut_ = true;
      return;
    }
    if (!check.shape.messages.empty()) message = std::string(view(check.shape.messages.front()).text);
    check.results->push_back(
        {check.focus, value, check.id, constraint.component, path, std::move(message), location(check, value, path)});
  }

  /// The statement from focus to value where the path is one step, else the first about the focus.
  Location location(const Check& check, TermId value, TermId path) const {
    const TermId predicate = path != TermId::none ? path
                             : check.shape.path   ? check.shape.path->predicate
                                                  : TermId::none;
    for (const IndexedStatement& row : index_.of_subject(check.focus, predicate))
      if (row.object == value) return place(row.id);
    Location first;
    for (const IndexedStatement& row : index_.of_subject(check.focus)) {
      const Location here = place(row.id);
      if (here.line != 0 && (first.line == 0 || here < first)) first = here;
    }
    return first;
  }

  /// A statement's own place, or that of its first fact.
  Location place(StatementId id) const {
    const Location own = data_.location(id);
    if (own.line != 0) return own;
    for (FactId fact : data_.facts_of(id)) return data_.location(fact);
    return {};
  }

  template <typename Test>
  void for_each_value(Check& check, const Constraint& constraint, Test test, std::string_view complaint) {
    for (TermId value : check.values)
      if (!test(value)) fail(check, constraint, value, fmt::format("{} {}", show(value), complaint));
  }

  void apply(const Constraint& constraint, Check& check) {
    switch (constraint.component) {
      case Component::class_:
      case Component::datatype:
      case Component::node_kind:
        return apply_type(constraint, check);
      case Component::min_count:
      case Component::max_count:
        return apply_count(constraint, check);
      case Component::min_exclusive:
      case Component::min_inclusive:
      case Component::max_exclusive:
      case Component::max_inclusive:
        return apply_range(constraint, check);
      case Component::min_length:
      case Component::max_length:
      case Component::pattern:
      case Component::language_in:
        return apply_text(constraint, check);
      case Component::unique_lang:
        return apply_unique_lang(constraint, check);
      case Component::equals:
      case Component::disjoint:
        return apply_pair(constraint, check);
      case Component::less_than:
      case Component::less_than_or_equals:
        return apply_less_than(constraint, check);
      case Component::not_:
      case Component::and_:
      case Component::or_:
      case Component::xone:
      case Component::node:
        return apply_logic(constraint, check);
      case Component::property:
        return apply_property(constraint, check);
      case Component::qualified_min_count:
      case Component::qualified_max_count:
        return apply_qualified(constraint, check);
      case Component::closed:
        return apply_closed(constraint, check);
      case Component::has_value:
        return apply_has_value(constraint, check);
      case Component::in:
        return apply_in(constraint, check);
    }
  }

  void apply_type(const Constraint& constraint, Check& check) {
    const TermId wanted = constraint.terms.front();
    if (constraint.component == Component::class_)
      return for_each_value(
          check, constraint, [&](TermId value) { return classes_.is_instance(value, wanted); },
          "is not a " + show(wanted));
    if (constraint.component == Component::node_kind)
      return for_each_value(
          check, constraint,
          [&](TermId value) { return is_of_kind(view(value), view(wanted).text.substr(sh_ns.size())); },
          "is not of the kind " + show(wanted));
    for_each_value(
        check, constraint, [&](TermId value) { return has_datatype(view(value), view(wanted).text); },
        "is not a literal of the datatype " + show(wanted));
  }

  static bool has_datatype(const TermView& value, std::string_view datatype) {
    return value.is_literal() && value.datatype() == datatype && is_valid_lexical_form(datatype, value.text);
  }

  void apply_count(const Constraint& constraint, Check& check) {
    const std::size_t count = check.values.size();
    const bool is_least = constraint.component == Component::min_count;
    if (is_least ? count >= constraint.number : count <= constraint.number) return;
    fail(check, constraint, TermId::none,
         fmt::format("{} has {} values of {}, but {} {} are needed", show(check.focus), count, show_path(check.shape),
                     is_least ? "at least" : "at most", constraint.number));
  }

  std::string show_path(const Shape& shape) const {
    if (!shape.path) return "itself";
    return shape.path->kind == Path::Kind::predicate ? show(shape.path->predicate) : "a path";
  }

  void apply_range(const Constraint& constraint, Check& check) {
    const TermView bound = view(constraint.terms.front());
    const auto holds = [&](TermId value) {
      const std::partial_ordering order = compare_values(view(value), bound);
      switch (constraint.component) {
        case Component::min_exclusive:
          return order > 0;
        case Component::min_inclusive:
          return order >= 0;
        case Component::max_exclusive:
          return order < 0;
        default:
          return order <= 0;
      }
    };
    for_each_value(check, constraint, holds, "is not within the bound " + show(constraint.terms.front()));
  }

  void apply_text(const Constraint& constraint, Check& check) {
    const auto length = [&](TermId value) { return count_code_points(view(value).text); };
    const auto has_text = [&](TermId value) { return view(value).is_iri() || view(value).is_literal(); };
    if (constraint.component == Component::min_length)
      return for_each_value(
          check, constraint, [&](TermId value) { return has_text(value) && length(value) >= constraint.number; },
          fmt::format("is shorter than {} characters", constraint.number));
    if (constraint.component == Component::max_length)
      return for_each_value(
          check, constraint, [&](TermId value) { return has_text(value) && length(value) <= constraint.number; },
          fmt::format("is longer than {} characters", constraint.number));
    if (constraint.component == Component::language_in)
      return for_each_value(
          check, constraint, [&](TermId value) { return has_language(view(value), constraint); },
          "is in none of the languages asked for");
    const RegularExpression& pattern = compiled(constraint);
    for_each_value(
        check, constraint, [&](TermId value) { return has_text(value) && pattern.finds_in(view(value).text); },
        "does not match the pattern " + show(constraint.terms.front()));
  }

  const RegularExpression& compiled(const Constraint& constraint) {
    const auto at = patterns_.find(&constraint);
    if (at != patterns_.end()) return at->second;
    RegularExpression expression(view(constraint.terms.front()).text, constraint.flags);
    return patterns_.emplace(&constraint, std::move(expression)).first->second;
  }

  bool has_language(const TermView& value, const Constraint& constraint) const {
    return value.is_literal() && value.tagged &&
           std::any_of(constraint.terms.begin(), constraint.terms.end(),
                       [&](TermId range) { return matches_language(value.language(), view(range).text); });
  }

  void apply_unique_lang(const Constraint& constraint, Check& check) {
    std::map<std::string, std::size_t> counts;
    for (TermId value : check.values)
      if (const std::string_view language = view(value).language(); !language.empty()) ++counts[ascii_lower(language)];
    for (const auto& [language, count] : counts)
      if (count > 1)
        fail(check, constraint, TermId::none,
             fmt::format("{} has {} values of {} in the language {}", show(check.focus), count, show_path(check.shape),
                         language));
  }

  Nodes objects(TermId subject, TermId predicate) const {
    Nodes found;
    for (const IndexedStatement& row : index_.of_subject(subject, predicate)) found.push_back(row.object);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  void apply_pair(const Constraint& constraint, Check& check) {
    const TermId other = constraint.terms.front();
    const Nodes theirs = objects(check.focus, other);
    const auto is_theirs = [&](TermId value) { return std::binary_search(theirs.begin(), theirs.end(), value); };
    if (constraint.component == Component::disjoint)
      return for_each_value(
          check, constraint, [&](TermId value) { return !is_theirs(value); }, "is a value of " + show(other) + " too");
    for_each_value(check, constraint, is_theirs, "is not a value of " + show(other));
    for (TermId value : theirs)
      if (std::find(check.values.begin(), check.values.end(), value) == check.values.end())
        fail(check, constraint, value, fmt::format("{} is a value of {} only", show(value), show(other)));
  }

  void apply_less_than(const Constraint& constraint, Check& check) {
    for (TermId value : check.values)
      for (TermId other : objects(check.focus, constraint.terms.front())) {
        const std::partial_ordering order = compare_values(view(value), view(other));
        if (constraint.component == Component::less_than ? order < 0 : order <= 0) continue;
        fail(check, constraint, value, fmt::format("{} is not less than {}", show(value), show(other)));
      }
  }

  void apply_logic(const Constraint& constraint, Check& check) {
    for (TermId value : check.values) {
      std::size_t count = 0;
      for (ShapeId id : constraint.shapes) count += this->check(id, value, nullptr) ? 1U : 0U;
      if (is_met(constraint, count)) continue;
      fail(check, constraint, value,
           fmt::format("{} does not conform to the {} of its shapes", show(value), logic_name(constraint.component)));
    }
  }

  static bool is_met(const Constraint& constraint, std::size_t count) {
    switch (constraint.component) {
      case Component::not_:
        return count == 0;
      case Component::or_:
        return count > 0;
      case Component::xone:
        return count == 1;
      default:
        return count == constraint.shapes.size();
    }
  }

  static std::string_view logic_name(Component component) {
    switch (component) {
      case Component::not_:
        return "negation";
      case Component::or_:
        return "alternatives";
      case Component::xone:
        return "exclusive alternatives";
      default:
        return "whole";
    }
  }

  void apply_property(const Constraint& constraint, Check& check) {
    for (TermId value : check.values)
      if (!this->check(constraint.shapes.front(), value, check.results)) check.conforms = false;
  }

  void apply_qualified(const Constraint& constraint, Check& check) {
    std::size_t count = 0;
    for (TermId value : check.values)
      if (this->check(constraint.shapes.front(), value, nullptr) && !is_sibling(constraint, value)) ++count;
    const bool is_least = constraint.component == Component::qualified_min_count;
    if (is_least ? count >= constraint.number : count <= constraint.number) return;
    fail(check, constraint, TermId::none,
         fmt::format("{} has {} values of {} that conform to the qualified shape, but {} {} are needed",
                     show(check.focus), count, show_path(check.shape), is_least ? "at least" : "at most",
                     constraint.number));
  }

  bool is_sibling(const Constraint& constraint, TermId value) {
    return std::any_of(constraint.siblings.begin(), constraint.siblings.end(),
                       [&](ShapeId id) { return check(id, value, nullptr); });
  }

  void apply_closed(const Constraint& constraint, Check& check) {
    for (TermId value : check.values)
      for (const IndexedStatement& row : distinct(index_.of_subject(value)))
        if (!std::binary_search(constraint.terms.begin(), constraint.terms.end(), row.predicate))
          fail(check, constraint, row.object, fmt::format("{} may not have {}", show(value), show(row.predicate)),
               row.predicate);
  }

  /// Statements that differ in their graph alone are one here.
  static std::vector<IndexedStatement> distinct(std::span<const IndexedStatement> rows) {
    std::vector<IndexedStatement> once(rows.begin(), rows.end());
    const auto are_equal = [](const IndexedStatement& a, const IndexedStatement& b) {
      return a.predicate == b.predicate && a.object == b.object;
    };
    once.erase(std::unique(once.begin(), once.end(), are_equal), once.end());
    return once;
  }

  void apply_has_value(const Constraint& constraint, Check& check) {
    const TermId wanted = constraint.terms.front();
    if (std::find(check.values.begin(), check.values.end(), wanted) != check.values.end()) return;
    fail(check, constraint, TermId::none,
         fmt::format("{} lacks the value {} of {}", show(check.focus), show(wanted), show_path(check.shape)));
  }

  void apply_in(const Constraint& constraint, Check& check) {
    for_each_value(
        check, constraint,
        [&](TermId value) {
          return std::find(constraint.terms.begin(), constraint.terms.end(), value) != constraint.terms.end();
        },
        "is not one of the values allowed");
  }

  const Graph& data_;
  const Shapes& shapes_;
  const GraphIndex& index_;
  Classes classes_;
  std::map<TermId, std::vector<IndexedStatement>> by_predicate_;
  std::map<const Constraint*, RegularExpression> patterns_;
  std::unordered_map<std::uint64_t, bool> conforms_;
  bool is_cut_ = false;
};

Validator::Validator(const Graph& data, const Shapes& shapes, const GraphIndex& index)
    : checks_(std::make_unique<Checks>(data, shapes, index)) {}
Validator::~Validator() = default;

std::vector<TermId> Validator::focus_nodes(const Shape& shape) { return checks_->focus_nodes(shape); }

void Validator::check(ShapeId shape, TermId focus, std::vector<Result>& results) {
  checks_->check(shape, focus, &results);
}

bool Validator::is_cut() const { return checks_->is_cut(); }

}  // namespace graphwright::shacl
