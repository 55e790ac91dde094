#include "graphwright/rule_file.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

#include "graphwright/digest.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/ntriples_text.hpp"
#include "graphwright/vocabulary_iris.hpp"

#include "rule_tokens.hpp"

namespace graphwright {
namespace {

constexpr std::string_view log_implies = "http://www.w3.org/2000/10/swap/log#implies";
constexpr std::string_view log_not_equal_to = "http://www.w3.org/2000/10/swap/log#notEqualTo";
constexpr std::size_t max_atoms = 64;

std::string text_of(const RuleTerm& term) {
  if (term.kind == RuleTerm::Kind::variable) return "?" + term.text;
  std::string text;
  if (term.kind == RuleTerm::Kind::iri)
    append_ntriples(TermView::iri(term.text), text);
  else if (!term.language.empty())
    append_ntriples(TermView::tagged_literal(term.text, term.language), text);
  else
    append_ntriples(TermView::literal(term.text, term.datatype), text);
  return text;
}

std::string text_of(const UserRule& rule) {
  std::string text;
  for (const RuleAtom& one : rule.body)
    text += fmt::format("{} {} {}\n", text_of(one.subject), text_of(one.predicate), text_of(one.object));
  for (const RuleDifference& one : rule.differences)
    text += fmt::format("{} != {}\n", text_of(one.left), text_of(one.right));
  text += "=>\n";
  for (const RuleAtom& one : rule.head)
    text += fmt::format("{} {} {}\n", text_of(one.subject), text_of(one.predicate), text_of(one.object));
  return text;
}

class RuleReader {
 public:
  RuleReader(std::string_view text, FileId file, std::string_view base, Diagnostics& diagnostics)
      : tokens_(text, file), base_(base), diagnostics_(diagnostics) {
    tokens_.next();
  }

  std::vector<UserRule> read() {
    while (tokens_.kind() != RuleToken::Kind::end) {
      is_broken_ = false;
      read_statement();
      if (is_broken_) skip_statement();
    }
    return std::move(rules_);
  }

 private:
  using Kind = RuleToken::Kind;

  /// Reports the first fault of a statement; what is read of it from then on is dropped.
  void fail(std::string message) {
    if (!is_broken_) diagnostics_.error("rule-syntax", tokens_.location(), std::move(message));
    is_broken_ = true;
  }

  bool take(std::string_view mark) {
    if (tokens_.kind() != Kind::mark || tokens_.text() != mark) return false;
    tokens_.next();
    return true;
  }
  void expect(std::string_view mark, std::string_view where) {
    if (!take(mark)) fail(fmt::format("expected '{}' {}", mark, where));
  }

  /// Leaves a broken rule: up to the dot behind all braces.
  void skip_statement() {
    std::size_t depth = 0;
    for (; tokens_.kind() != Kind::end; tokens_.next()) {
      if (tokens_.kind() != Kind::mark) continue;
      if (tokens_.text() == "{") ++depth;
      if (tokens_.text() == "}" && depth > 0) --depth;
      if (tokens_.text() != "." || depth > 0) continue;
      tokens_.next();
      if (tokens_.starts_statement()) return;
    }
  }

  void read_statement() {
    if (tokens_.kind() == Kind::keyword) return read_directive();
    UserRule rule;
    rule.location = tokens_.location();
    expect("{", "at the beginning of a rule");
    read_formula(rule.body, &rule.differences);
    read_arrow();
    expect("{", "before the conclusions of a rule");
    read_formula(rule.head, nullptr);
    expect(".", "after a rule");
    if (!is_broken_) add(std::move(rule));
  }

  void read_directive() {
    const std::string word = tokens_.text();
    const bool needs_dot = word.starts_with('@');
    const bool is_prefix = word == "@prefix" || word == "prefix";
    tokens_.next();
    std::string name;
    if (is_prefix) {
      if (tokens_.kind() != Kind::name || !tokens_.text().ends_with(':'))
        return fail("expected a prefix such as 'ex:'");
      name = tokens_.text().substr(0, tokens_.text().size() - 1);
      tokens_.next();
    }
    if (tokens_.kind() != Kind::iri) return fail("expected an IRI in angle brackets");
    const std::string iri = base_.resolve(tokens_.text());
    tokens_.next();
    if (is_prefix)
      prefixes_[name] = iri;
    else
      base_ = BaseIri(iri);
    if (needs_dot) expect(".", "after a directive");
  }

  void read_arrow() {
    if (take("=>")) return;
    if (tokens_.kind() == Kind::mark && tokens_.text() == "<=")
      return fail("a rule is written from its premises to its conclusions: { ... } => { ... }");
    if (tokens_.kind() != Kind::mark && predicate().text == log_implies) return;
    fail("expected '=>' between the two sides of a rule");
  }

  void read_formula(std::vector<RuleAtom>& atoms, std::vector<RuleDifference>* differences) {
    while (!is_broken_ && !take("}")) {
      const RuleTerm subject = term();
      do {
        const RuleTerm verb = predicate();
        do {
          add({subject, verb, term()}, atoms, differences);
        } while (!is_broken_ && take(","));
      } while (!is_broken_ && take(";") && tokens_.kind() != Kind::mark);
      if (!take(".") && !(tokens_.kind() == Kind::mark && tokens_.text() == "}"))
        fail("expected '.' or '}' after a triple of a rule");
    }
  }

  void add(RuleAtom atom, std::vector<RuleAtom>& atoms, std::vector<RuleDifference>* differences) {
    if (atoms.size() == max_atoms) return fail(fmt::format("a rule has at most {} triples on a side", max_atoms));
    if (atom.predicate.text != log_not_equal_to) {
      atoms.push_back(std::move(atom));
      return;
    }
    if (differences == nullptr) return fail("log:notEqualTo is a condition, not a conclusion");
    differences->push_back({std::move(atom.subject), std::move(atom.object)});
  }

  RuleTerm predicate() {
    if (tokens_.kind() == Kind::name && tokens_.text() == "a") {
      tokens_.next();
      return {RuleTerm::Kind::iri, std::string(iri::rdf::type), {}, {}};
    }
    if (tokens_.kind() == Kind::variable) fail("the relation of a rule is a name, not a variable");
    RuleTerm verb = term();
    if (verb.kind != RuleTerm::Kind::iri && !is_broken_) fail("the relation of a rule is a name");
    return verb;
  }

  RuleTerm term() {
    RuleTerm result;
    switch (tokens_.kind()) {
      case Kind::variable:
        result.text = tokens_.text();
        break;
      case Kind::iri:
        result = {RuleTerm::Kind::iri, base_.resolve(tokens_.text()), {}, {}};
        break;
      case Kind::name:
        result = {RuleTerm::Kind::iri, expanded(tokens_.text()), {}, {}};
        break;
      case Kind::number:
        result = {RuleTerm::Kind::literal, tokens_.text(), number_type(tokens_.text()), {}};
        break;
      case Kind::boolean:
        result = {RuleTerm::Kind::literal, tokens_.text(), std::string(iri::xsd::boolean), {}};
        break;
      case Kind::string:
        return literal();
      default:
        fail(tokens_.kind() == Kind::fault ? tokens_.text()
                                           : "expected a term: an IRI, a name, a literal or a ?variable");
        return result;
    }
    tokens_.next();
    return result;
  }

  RuleTerm literal() {
    RuleTerm result{RuleTerm::Kind::literal, tokens_.text(), {}, {}};
    tokens_.next();
    if (tokens_.kind() == Kind::language) {
      result.language = tokens_.text();
      tokens_.next();
    } else if (take("^^")) {
      const RuleTerm datatype = term();
      if (datatype.kind != RuleTerm::Kind::iri) fail("a datatype is an IRI");
      result.datatype = datatype.text;
    }
    return result;
  }

  static std::string number_type(std::string_view text) {
    if (text.find_first_of("eE") != std::string_view::npos) return std::string(iri::xsd::double_);
    return std::string(text.find('.') != std::string_view::npos ? iri::xsd::decimal : iri::xsd::integer);
  }

  std::string expanded(std::string_view name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) {
      fail(fmt::format("'{}' is no term; a name has a prefix: ex:{}", name, name));
      return {};
    }
    const auto at = prefixes_.find(name.substr(0, colon));
    if (at != prefixes_.end()) return at->second + std::string(name.substr(colon + 1));
    fail(fmt::format("the prefix '{}:' is not declared", name.substr(0, colon)));
    return {};
  }

  void add(UserRule rule) {
    std::set<std::string> known;
    for (const RuleAtom& one : rule.body)
      for (const RuleTerm* term : {&one.subject, &one.object})
        if (term->kind == RuleTerm::Kind::variable) known.insert(term->text);
    std::string unknown;
    const auto look = [&](const RuleTerm& term) {
      if (term.kind == RuleTerm::Kind::variable && !known.contains(term.text)) unknown = term.text;
    };
    for (const RuleDifference& one : rule.differences) (look(one.left), look(one.right));
    for (const RuleAtom& one : rule.head) (look(one.subject), look(one.object));
    if (!unknown.empty() || rule.head.empty()) {
      diagnostics_.error("rule-unsafe", rule.location,
                         rule.head.empty() ? "a rule that concludes nothing"
                                           : fmt::format("'?{}' stands in no premise of the rule", unknown));
      return;
    }
    rule.iri = "https://w3id.org/graphwright/id/rule-" + sha256_hex(text_of(rule)).substr(0, 32);
    rules_.push_back(std::move(rule));
  }

  RuleTokens tokens_;
  BaseIri base_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::vector<UserRule> rules_;
  bool is_broken_ = false;
};

}  // namespace

std::vector<UserRule> read_rules(std::string_view text, FileId file, std::string_view base, Diagnostics& diagnostics) {
  return RuleReader(text, file, base, diagnostics).read();
}

}  // namespace graphwright
