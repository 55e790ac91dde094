#include "shacl_syntax.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "graphwright/ntriples_text.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "shacl_vocabulary.hpp"

namespace graphwright::shacl {
namespace {

/// What the values of a property must be.
enum class Form : std::uint8_t {
  iri,
  term,
  resource,
  literal,
  text,
  string,
  boolean,
  count,
  node_kind,
  list,
  iri_list,
  string_list,
  shape_list,
};

constexpr std::array<std::string_view, 13> form_names{
    "an IRI",
    "an IRI, a blank node or a literal",
    "an IRI or a blank node",
    "a literal",
    "a string",
    "a string without a language",
    "true or false",
    "a whole number from 0",
    "one of the six kinds of node, such as sh:IRI",
    "a list",
    "a list of IRIs",
    "a list of strings",
    "a list of shapes",
};

/// A syntax rule: what the values are, how many there may be, and whether only property shapes have it.
struct Rule {
  std::string_view property;
  Form form;
  bool is_single = false;
  bool needs_path = false;
};

constexpr std::array<Rule, 41> rules{{
    {"targetNode", Form::term},
    {"targetClass", Form::iri},
    {"targetSubjectsOf", Form::iri},
    {"targetObjectsOf", Form::iri},
    {"severity", Form::iri, true},
    {"message", Form::text},
    {"deactivated", Form::boolean, true},
    {"path", Form::resource, true},
    {"class", Form::iri},
    {"datatype", Form::iri, true},
    {"nodeKind", Form::node_kind, true},
    {"minCount", Form::count, true, true},
    {"maxCount", Form::count, true, true},
    {"minExclusive", Form::literal, true},
    {"minInclusive", Form::literal, true},
    {"maxExclusive", Form::literal, true},
    {"maxInclusive", Form::literal, true},
    {"minLength", Form::count, true},
    {"maxLength", Form::count, true},
    {"pattern", Form::string, true},
    {"flags", Form::string, true},
    {"languageIn", Form::string_list, true},
    {"uniqueLang", Form::boolean, true, true},
    {"equals", Form::iri},
    {"disjoint", Form::iri},
    {"lessThan", Form::iri, false, true},
    {"lessThanOrEquals", Form::iri, false, true},
    {"not", Form::resource},
    {"and", Form::shape_list},
    {"or", Form::shape_list},
    {"xone", Form::shape_list},
    {"node", Form::resource},
    {"property", Form::resource},
    {"qualifiedValueShape", Form::resource, true},
    {"qualifiedMinCount", Form::count, true},
    {"qualifiedMaxCount", Form::count, true},
    {"qualifiedValueShapesDisjoint", Form::boolean, true},
    {"closed", Form::boolean, true},
    {"ignoredProperties", Form::iri_list, true},
    {"hasValue", Form::term},
    {"in", Form::list, true},
}};

constexpr std::array<std::string_view, 6> node_kinds{
    "IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"};

/// Names of SHACL beyond its Core that would change what conforms.
constexpr std::array<std::string_view, 13> beyond_core{
    "expression",   "js",   "maxListLength", "memberShape", "minListLength", "nodeByExpression", "reificationRequired",
    "reifierShape", "rule", "sparql",        "target",      "targetWhere",   "uniqueMembers"};

bool is_whole_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_string(const TermView& term) {
  return term.is_literal() && !term.tagged && term.datatype() == iri::xsd::string;
}

bool is_boolean(const TermView& term) {
  return term.is_literal() && term.datatype() == iri::xsd::boolean &&
         (term.text == "true" || term.text == "false" || term.text == "1" || term.text == "0");
}

bool is_node_kind(const TermView& term) {
  return term.is_iri() && term.text.starts_with(sh_ns) &&
         std::find(node_kinds.begin(), node_kinds.end(), term.text.substr(sh_ns.size())) != node_kinds.end();
}

class ShapeSyntax {
 public:
  ShapeSyntax(const ShapesGraph& graph, TermId shape, Diagnostics& diagnostics)
      : graph_(graph), shape_(shape), diagnostics_(diagnostics) {}

  bool check() {
    if (!graph_.view(shape_).is_resource()) return false;
    for (const Rule& rule : rules) check(rule);
    check_kind();
    return is_well_formed_;
  }

 private:
  void check(const Rule& rule) {
    const std::vector<TermId> values = graph_.values(shape_, rule.property);
    if (values.empty()) return;
    if (rule.is_single && values.size() > 1)
      complain(rule.property, values.back(), fmt::format("a shape has one sh:{}, not several", rule.property));
    if (rule.needs_path && !has_path())
      complain(
          rule.property, values.front(),
          fmt::format("sh:{} counts or compares the values of a path, but the shape has no sh:path", rule.property));
    for (TermId value : values)
      if (!has_form(value, rule.form))
        complain(rule.property, value,
                 fmt::format("sh:{} needs {}, but here is {}", rule.property,
                             form_names[static_cast<std::size_t>(rule.form)], shown(value)));
  }

  /// A property shape has a path, a node shape has none (SHACL, 2.2 and 2.3).
  void check_kind() {
    const bool is_property_shape = graph_.is_instance(shape_, sh("PropertyShape")) ||
                                   !graph_.index().of_object(shape_, graph_.iri(sh("property"))).empty();
    if (is_property_shape && !has_path()) complain("path", TermId::none, "a property shape needs a sh:path");
    if (has_path() && graph_.is_instance(shape_, sh("NodeShape")))
      complain("path", graph_.value(shape_, "path"), "a node shape cannot have a sh:path");
  }

  bool has_path() const { return graph_.value(shape_, "path") != TermId::none; }

  void complain(std::string_view property, TermId value, std::string message) {
    is_well_formed_ = false;
    diagnostics_.error("shape-ill-formed", graph_.location(shape_, property, value), std::move(message));
  }

  std::string shown(TermId id) const {
    const TermView term = graph_.view(id);
    if (term.is_blank()) return "a blank node";
    std::string text;
    append_ntriples(term, text);
    return text;
  }

  bool has_form(TermId id, Form form) const {
    const TermView term = graph_.view(id);
    switch (form) {
      case Form::iri:
        return term.is_iri();
      case Form::term:
        return !term.is_triple();
      case Form::resource:
        return term.is_resource();
      case Form::literal:
        return term.is_literal();
      case Form::text:
        return is_string(term) || (term.is_literal() && term.tagged);
      case Form::string:
        return is_string(term);
      case Form::boolean:
        return is_boolean(term);
      case Form::count:
        return term.is_literal() && term.datatype().starts_with(iri::xsd::ns) && is_whole_number(term.text);
      case Form::node_kind:
        return is_node_kind(term);
      case Form::list:
        return graph_.list(id).has_value();
      case Form::iri_list:
        return is_list_of(id, Form::iri);
      case Form::string_list:
        return is_list_of(id, Form::string);
      case Form::shape_list:
        return is_list_of(id, Form::resource);
    }
    return false;
  }

  bool is_list_of(TermId head, Form form) const {
    const auto members = graph_.list(head);
    return members && std::all_of(members->begin(), members->end(), [&](TermId one) { return has_form(one, form); });
  }

  const ShapesGraph& graph_;
  TermId shape_;
  Diagnostics& diagnostics_;
  bool is_well_formed_ = true;
};

}  // namespace

bool is_well_formed(const ShapesGraph& graph, TermId shape, Diagnostics& diagnostics) {
  return ShapeSyntax(graph, shape, diagnostics).check();
}

void report_unsupported(const ShapesGraph& graph, Diagnostics& diagnostics) {
  const auto statements_with = [&](std::string_view local) {
    const TermId predicate = graph.iri(sh(local));
    std::vector<IndexedStatement> found;
    if (predicate == TermId::none) return found;
    std::ranges::copy_if(graph.index().all(), std::back_inserter(found),
                         [&](const IndexedStatement& row) { return row.predicate == predicate; });
    return found;
  };
  for (std::string_view local : beyond_core)
    if (const auto rows = statements_with(local); !rows.empty())
      diagnostics.warning("unsupported-axiom", graph.location(rows.front().subject, local, rows.front().object),
                          fmt::format("'sh:{}' is not part of SHACL Core and is not checked ({} {})", local,
                                      rows.size(), rows.size() == 1 ? "time" : "times"));
  for (const IndexedStatement& row : statements_with("entailment"))
    diagnostics.error(
        "shape-entailment", graph.location(row.subject, "entailment", row.object),
        fmt::format("the shapes ask for the entailment <{}>, which is not applied before they are checked",
                    graph.view(row.object).text));
}

}  // namespace graphwright::shacl
