#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "graphwright/time_span.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "axiom_iris.hpp"
#include "checks.hpp"
#include "value_form.hpp"
#include "wording.hpp"

namespace graphwright {
namespace {

/// Whether a literal of one datatype may stand where another is wanted, its form set aside.
bool is_compatible(std::string_view datatype, std::string_view wanted) {
  if (wanted == axiom::rdfs_literal || datatype == wanted) return true;
  return is_numeric(datatype) && is_numeric(wanted);
}

/// Literals against the ranges of their properties and against their own datatypes.
class LiteralCheck {
 public:
  explicit LiteralCheck(CheckContext& context) : context_(context) {}

  void run() {
    for (std::uint32_t row = 0; row < context_.graph.statement_count(); ++row) check(static_cast<StatementId>(row));
  }

 private:
  void check(StatementId id) {
    const Statement one = context_.graph.statement(id);
    const TermView object = context_.graph.view(one.object);
    const PropertyId property = context_.meanings.property(one.predicate);
    const Property* relation = property == PropertyId::none ? nullptr : &context_.ontology.at(property);
    if (object.is_literal())
      check_literal(one.object, object, relation, id);
    else if (relation != nullptr && relation->kind == PropertyKind::datatype)
      report_range(*relation, wording::shown(context_.graph, one.object) + " is a resource", id);
  }

  void check_literal(TermId term, const TermView& literal, const Property* relation, StatementId id) {
    if (relation != nullptr && relation->kind == PropertyKind::object)
      return report_range(*relation, wording::shown(context_.graph, term) + " is a text", id);
    if (relation != nullptr && !relation->datatypes.empty() && !fits_one(literal, *relation))
      return report_misfit(term, literal, *relation, id);
    if (const ValueForm form = value_form(literal.text, literal.datatype()); form != ValueForm::valid)
      report_form(form, term, literal.datatype(), id);
  }

  static bool fits_one(const TermView& literal, const Property& relation) {
    return std::any_of(relation.datatypes.begin(), relation.datatypes.end(), [&](const std::string& wanted) {
      return is_compatible(literal.datatype(), wanted) && value_form(literal.text, wanted) == ValueForm::valid;
    });
  }

  void report_misfit(TermId term, const TermView& literal, const Property& relation, StatementId id) {
    for (const std::string& wanted : relation.datatypes)
      if (is_compatible(literal.datatype(), wanted))
        return report_form(value_form(literal.text, wanted), term, wanted, id);
    report_range(
        relation,
        fmt::format("{} is an {}", wording::shown(context_.graph, term), wording::shown_datatype(literal.datatype())),
        id);
  }

  void report_range(const Property& relation, const std::string& what, StatementId id) {
    std::string wanted = relation.kind == PropertyKind::object ? std::string("a resource") : std::string("a value");
    if (!relation.datatypes.empty()) wanted = wording::listed(relation.datatypes);
    if (!relation.ranges.empty()) wanted = wording::listed(context_.ontology, relation.ranges.front(), "or");
    context_.diagnostics.error(
        "range", position_of(context_.graph, id),
        fmt::format("{} needs {} as object, but {}", wording::shown(relation.iri), wanted, what));
  }

  void report_form(ValueForm form, TermId term, std::string_view datatype, StatementId id) {
    const Location location = position_of(context_.graph, id);
    const std::string value = wording::shown(context_.graph, term);
    if (form == ValueForm::impossible_date)
      context_.diagnostics.error("impossible-date", location, fmt::format("{} is no day of the calendar", value));
    else if (form == ValueForm::interval_reversed)
      context_.diagnostics.error("reversed-interval", location, fmt::format("{} ends before it begins", value));
    else
      context_.diagnostics.error("bad-literal", location,
                                 fmt::format("{} is no {}", value, wording::shown_datatype(datatype)));
  }

  CheckContext& context_;
};

std::string_view code_of(TimeError::Kind kind) {
  switch (kind) {
    case TimeError::Kind::impossible_date:
      return "impossible-date";
    case TimeError::Kind::interval_reversed:
      return "reversed-interval";
    case TimeError::Kind::syntax:
      break;
  }
  return "time-syntax";
}

/// Times of facts, and speakers of attributed ones.
void check_facts(CheckContext& context) {
  for (std::uint32_t row = 0; row < context.graph.facts().size(); ++row) {
    const Fact& fact = context.graph.facts()[row];
    const Location location = context.graph.location(static_cast<FactId>(row));
    if (fact.modality == Modality::attributed && fact.speaker == TermId::none)
      context.diagnostics.error("missing-speaker", location, "an attributed fact needs a speaker: who says so?");
    if (fact.time == TermId::none) continue;
    const TimeResult time = parse_time(context.graph.view(fact.time).text);
    if (time.error) context.diagnostics.error(code_of(time.error->kind), location, time.error->message);
  }
}

}  // namespace

void check_values(CheckContext& context) {
  LiteralCheck(context).run();
  check_facts(context);
}

}  // namespace graphwright
