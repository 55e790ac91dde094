#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

/// A term of a rule: a variable or a constant.
struct RuleTerm {
  enum class Kind : std::uint8_t { variable, iri, literal };
  Kind kind = Kind::variable;
  /// The variable's name, the IRI or the lexical form.
  std::string text;
  std::string datatype;
  std::string language;
  friend bool operator==(const RuleTerm&, const RuleTerm&) = default;
};

/// A triple pattern of a rule; the predicate is an IRI.
struct RuleAtom {
  RuleTerm subject;
  RuleTerm predicate;
  RuleTerm object;
};

/// That two terms of a rule are different (log:notEqualTo).
struct RuleDifference {
  RuleTerm left;
  RuleTerm right;
};

/// If all of `body` holds, so does all of `head`.
struct UserRule {
  /// Names the rule by its content, so that it is the same in every run.
  std::string iri;
  std::vector<RuleAtom> body;
  std::vector<RuleDifference> differences;
  std::vector<RuleAtom> head;
  Location location;
};

/// Reads rules written in a subset of Notation3: `{ ?x :parent ?y . ?y :brother ?z } => { ?x :uncle ?z } .`
///
/// Prefixes and bases are those of Turtle. Terms are IRIs, prefixed names, literals and variables; the predicate
/// is no variable; in the body `?x log:notEqualTo ?y` says that two are different. All variables of the head
/// stand in the body, so rules make nothing new and always end. What is wrong is reported under `rule-syntax`
/// or `rule-unsafe`, and reading goes on with the next rule.
std::vector<UserRule> read_rules(std::string_view text, FileId file, std::string_view base, Diagnostics& diagnostics);

}  // namespace graphwright
