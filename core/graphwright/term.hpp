#pragma once

#include <cstdint>
#include <string_view>

namespace graphwright {

/// The kinds of RDF term (RDF 1.2 Concepts, 3.1); `absent` stands for the default graph or for no term.
enum class TermKind : std::uint8_t { absent, iri, blank, literal, triple };

/// Base direction of a literal (RDF 1.2 Concepts, 3.3).
enum class Direction : std::uint8_t { none, ltr, rtl };

struct TripleView;

/// A borrowed RDF term: its text belongs to whoever hands it over and is valid during the call only.
///
/// `text` is the IRI, the blank node label without `_:`, or the lexical form. `qualifier` is the
/// language tag of a tagged literal and the datatype IRI of any other; an empty one is xsd:string.
/// A resource that the sink holds (`Sink::hold`) goes to that sink by its number, with a text or without.
struct TermView {
  static constexpr std::uint32_t not_held = 0xFFFFFFFF;

  std::string_view text;
  std::string_view qualifier;
  const TripleView* triple = nullptr;
  TermKind kind = TermKind::absent;
  bool tagged = false;
  Direction direction = Direction::none;
  std::uint32_t held = not_held;

  static constexpr TermView iri(std::string_view iri) { return {.text = iri, .qualifier = {}, .kind = TermKind::iri}; }
  static constexpr TermView blank(std::string_view label) {
    return {.text = label, .qualifier = {}, .kind = TermKind::blank};
  }
  static constexpr TermView literal(std::string_view lexical_form, std::string_view datatype = {}) {
    return {.text = lexical_form, .qualifier = datatype, .kind = TermKind::literal};
  }
  static constexpr TermView tagged_literal(std::string_view lexical_form, std::string_view language,
                                           Direction direction = Direction::none) {
    return {
        .text = lexical_form, .qualifier = language, .kind = TermKind::literal, .tagged = true, .direction = direction};
  }
  static constexpr TermView triple_term(const TripleView& triple) {
    return {.text = {}, .qualifier = {}, .triple = &triple, .kind = TermKind::triple};
  }

  constexpr bool is_absent() const { return kind == TermKind::absent; }
  constexpr bool is_iri() const { return kind == TermKind::iri; }
  constexpr bool is_blank() const { return kind == TermKind::blank; }
  constexpr bool is_literal() const { return kind == TermKind::literal; }
  constexpr bool is_triple() const { return kind == TermKind::triple; }
  /// An IRI or a blank node: what a statement can be about.
  constexpr bool is_resource() const { return is_iri() || is_blank(); }
  constexpr bool is_held() const { return held != not_held; }
  /// The language tag, empty where there is none.
  constexpr std::string_view language() const { return tagged ? qualifier : std::string_view{}; }
  /// The datatype IRI of a literal, also where it goes without saying (RDF 1.2 Concepts, 3.3).
  std::string_view datatype() const;

  /// Term equality (RDF 1.2 Concepts, 3.1); language tags are compared without case.
  friend bool operator==(const TermView& a, const TermView& b);
};

/// A borrowed triple term (RDF 1.2 Concepts, 3.1).
struct TripleView {
  TermView subject;
  TermView predicate;
  TermView object;
};

/// Orders terms by their text alone, never by an id: absent, IRIs, blank nodes, literals, triple terms.
///
/// @complexity linear in the shared prefix of the two texts
int compare(const TermView& a, const TermView& b);

}  // namespace graphwright
