#include "schema_closure.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "graphwright/rule_file.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"
#include "row_table.hpp"
#include "rule_iris.hpp"
#include "rule_matcher.hpp"

namespace graphwright::entailment {
namespace {

struct SchemaRule {
  std::string_view iri;
  std::string_view text;
};

constexpr std::string_view prefixes =
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n";

/// The rules of table 9 that join statements; those over lists are `add_lists`. That a class or property is below
/// itself is not added as a statement, so that restrictions which say the same are compared by rules of their own.
constexpr std::array<SchemaRule, 18> rules{{
    {rule::schema_subclass, "{ ?a rdfs:subClassOf ?b . ?b rdfs:subClassOf ?c } => { ?a rdfs:subClassOf ?c } ."},
    {rule::schema_equivalent_class_1,
     "{ ?a owl:equivalentClass ?b } => { ?a rdfs:subClassOf ?b . ?b rdfs:subClassOf ?a } ."},
    {rule::schema_equivalent_class_2,
     "{ ?a rdfs:subClassOf ?b . ?b rdfs:subClassOf ?a } => { ?a owl:equivalentClass ?b } ."},
    {rule::schema_subproperty,
     "{ ?a rdfs:subPropertyOf ?b . ?b rdfs:subPropertyOf ?c } => { ?a rdfs:subPropertyOf ?c } ."},
    {rule::schema_equivalent_property_1,
     "{ ?a owl:equivalentProperty ?b } => { ?a rdfs:subPropertyOf ?b . ?b rdfs:subPropertyOf ?a } ."},
    {rule::schema_equivalent_property_2,
     "{ ?a rdfs:subPropertyOf ?b . ?b rdfs:subPropertyOf ?a } => { ?a owl:equivalentProperty ?b } ."},
    {rule::schema_domain_1, "{ ?p rdfs:domain ?a . ?a rdfs:subClassOf ?b } => { ?p rdfs:domain ?b } ."},
    {rule::schema_domain_2, "{ ?q rdfs:domain ?c . ?p rdfs:subPropertyOf ?q } => { ?p rdfs:domain ?c } ."},
    {rule::schema_range_1, "{ ?p rdfs:range ?a . ?a rdfs:subClassOf ?b } => { ?p rdfs:range ?b } ."},
    {rule::schema_range_2, "{ ?q rdfs:range ?c . ?p rdfs:subPropertyOf ?q } => { ?p rdfs:range ?c } ."},
    {rule::schema_has_value,
     "{ ?c owl:hasValue ?i . ?c owl:onProperty ?p . ?d owl:hasValue ?i . ?d owl:onProperty ?q . ?p rdfs:subPropertyOf "
     "?q"
     " } => { ?c rdfs:subClassOf ?d } ."},
    {rule::schema_some_values_1,
     "{ ?c owl:someValuesFrom ?a . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?b . ?d owl:onProperty ?p . "
     "?a rdfs:subClassOf ?b } => { ?c rdfs:subClassOf ?d } ."},
    {rule::schema_some_values_2,
     "{ ?c owl:someValuesFrom ?a . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?a . ?d owl:onProperty ?q . "
     "?p rdfs:subPropertyOf ?q } => { ?c rdfs:subClassOf ?d } ."},
    {rule::schema_all_values_1,
     "{ ?c owl:allValuesFrom ?a . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?b . ?d owl:onProperty ?p . "
     "?a rdfs:subClassOf ?b } => { ?c rdfs:subClassOf ?d } ."},
    {rule::schema_all_values_2,
     "{ ?c owl:allValuesFrom ?a . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?a . ?d owl:onProperty ?q . "
     "?p rdfs:subPropertyOf ?q } => { ?d rdfs:subClassOf ?c } ."},
    {rule::schema_has_value,
     "{ ?c owl:hasValue ?i . ?c owl:onProperty ?p . ?d owl:hasValue ?i . ?d owl:onProperty ?p "
     "} => { ?c rdfs:subClassOf ?d } ."},
    {rule::schema_some_values_1,
     "{ ?c owl:someValuesFrom ?a . ?c owl:onProperty ?p . ?d owl:someValuesFrom ?a . ?d owl:onProperty ?p "
     "} => { ?c rdfs:subClassOf ?d } ."},
    {rule::schema_all_values_1,
     "{ ?c owl:allValuesFrom ?a . ?c owl:onProperty ?p . ?d owl:allValuesFrom ?a . ?d owl:onProperty ?p "
     "} => { ?c rdfs:subClassOf ?d } ."},
}};

std::vector<UserRule> compiled_rules() {
  std::vector<UserRule> all;
  Diagnostics none;
  for (const SchemaRule& one : rules) {
    for (UserRule& rule : read_rules(std::string(prefixes).append(one.text), FileId::none, {}, none)) {
      rule.iri = one.iri;
      all.push_back(std::move(rule));
    }
  }
  return all;
}

class SchemaClosure {
 public:
  SchemaClosure(Graph& data, const SchemaGraph& schema, std::size_t max_derived)
      : data_(data),
        schema_(schema),
        max_derived_(max_derived),
        rules_(compiled_rules()),
        matcher_(rules_, data.terms()) {}

  std::size_t run() {
    for (const SchemaStatement& one : schema_.all())
      if (matcher_.uses(one.predicate)) load(one);
    add_lists(axiom::intersection_of, rule::schema_intersection, true);
    add_lists(axiom::union_of, rule::schema_union, false);
    for (std::size_t next = 0; next < rows_.size() && count_ < max_derived_ && !matcher_.has_given_up(); ++next)
      process(static_cast<RowId>(next));
    return count_;
  }

 private:
  /// Where a row comes from: the data's own axioms behind it, or an ontology beside the data.
  struct Origin {
    bool is_in_data = false;
    std::vector<Premise> premises;
  };

  void load(const SchemaStatement& one) {
    const bool is_in_data = one.statement != StatementId::none;
    rows_.add({.subject = one.subject, .predicate = one.predicate, .object = one.object, .statement = one.statement});
    known_.insert({one.subject, one.predicate, one.object});
    origins_.push_back({is_in_data, {}});
    if (is_in_data) origins_.back().premises = {{one.statement, FactId::none}};
  }

  void add_lists(std::string_view predicate, std::string_view rule, bool is_below) {
    const TermId subclass = data_.terms().intern_iri(iri::rdfs::sub_class_of);
    for (const SchemaStatement& one : schema_.with_predicate(predicate))
      for (TermId member : schema_.list(one.object)) {
        const bool is_in_data = one.statement != StatementId::none;
        Origin origin{is_in_data, {}};
        if (is_in_data) origin.premises = {{one.statement, FactId::none}};
        add(rule, is_below ? one.subject : member, subclass, is_below ? member : one.subject, std::move(origin));
      }
  }

  void process(RowId id) {
    rows_.index_by_terms(id);
    rows_.index_alone(id);
    matcher_.for_each_match(rows_, id, [&](const RuleMatcher::Match& match) {
      Origin origin{true, {}};
      for (RowId premise : match.premises) {
        const Origin& one = origins_[index(premise)];
        origin.is_in_data &= one.is_in_data;
        for (const Premise& behind : one.premises)
          if (std::find(origin.premises.begin(), origin.premises.end(), behind) == origin.premises.end())
            origin.premises.push_back(behind);
      }
      for (const Statement& one : match.conclusions) add(match.rule, one.subject, one.predicate, one.object, origin);
    });
  }

  void add(std::string_view rule, TermId subject, TermId predicate, TermId object, Origin origin) {
    if (subject == object || count_ >= max_derived_ || !known_.insert({subject, predicate, object}).second) return;
    Row row{.subject = subject, .predicate = predicate, .object = object};
    const bool has_names = data_.view(subject).is_iri() && data_.view(object).is_iri();
    if (has_names && origin.is_in_data) {
      const Statement statement{subject, predicate, object, TermId::none};
      const StatementId stated = data_.find(statement);
      if (stated != StatementId::none && data_.is_asserted(stated)) return;
      row.statement = data_.add_statement(statement);
      data_.add_derivation({{row.statement, FactId::none}, data_.terms().intern_iri(rule), origin.premises, false});
      origin.premises = {{row.statement, FactId::none}};
      ++count_;
    }
    rows_.add(row);
    origins_.push_back(std::move(origin));
  }

  Graph& data_;
  const SchemaGraph& schema_;
  std::size_t max_derived_;
  std::vector<UserRule> rules_;
  RuleMatcher matcher_;
  RowTable rows_;
  std::vector<Origin> origins_;
  std::set<std::array<TermId, 3>> known_;
  std::size_t count_ = 0;
};

}  // namespace

std::size_t close_schema(Graph& data, const SchemaGraph& schema, std::size_t max_derived) {
  return SchemaClosure(data, schema, max_derived).run();
}

}  // namespace graphwright::entailment
