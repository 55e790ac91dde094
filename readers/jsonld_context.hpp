#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "graphwright/diagnostics.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/term.hpp"

#include "json_document.hpp"

namespace graphwright::jsonld {

/// What a container mapping may hold, as bits (JSON-LD 1.1, 4.1).
enum Container : std::uint8_t {
  set = 1,
  list = 2,
  index = 4,
  language = 8,
  id = 16,
  type = 32,
  graph = 64,
};

/// A term of a context and what it means (JSON-LD 1.1 API, 4.1).
struct TermDefinition {
  std::optional<std::string_view> iri;  // none: the term means nothing
  std::string_view type;                // an IRI, @id, @vocab, @json or @none; empty where there is none
  std::optional<std::string_view> language;
  std::optional<std::string_view> index;
  std::optional<std::string_view> nest;
  const JsonValue* context = nullptr;  // a context for the values of the term, or for nodes of the type
  Direction direction = Direction::none;
  std::uint8_t container = 0;
  bool has_language = false;
  bool has_direction = false;
  bool is_prefix = false;
  bool is_protected = false;
  bool is_reverse = false;
};

/// Whether two definitions say the same, whether protected or not.
bool is_same_definition(const TermDefinition& a, const TermDefinition& b);

class ActiveContext;
using ContextPointer = std::shared_ptr<const ActiveContext>;

/// The terms, base and defaults in force at some place of a document (JSON-LD 1.1 API, 4.1).
///
/// A context made from another holds only what differs and looks the rest up there; every eighth is whole
/// again, so that a search is short and a chain is never deep.
class ActiveContext {
 public:
  explicit ActiveContext(std::shared_ptr<const BaseIri> document_base)
      : base(document_base), original_base(std::move(document_base)) {}
  /// A context that begins as a copy of another.
  static std::shared_ptr<ActiveContext> copy_of(const ContextPointer& other);

  const TermDefinition* find(std::string_view term) const;
  void add(std::string_view term, std::shared_ptr<const TermDefinition> definition);
  void remove(std::string_view term);
  bool has_protected_terms() const { return protected_count_ != 0; }

  std::shared_ptr<const BaseIri> base;  // null where the context says that there is none
  std::shared_ptr<const BaseIri> original_base;
  std::optional<std::string_view> vocab;
  std::optional<std::string_view> language;
  Direction direction = Direction::none;
  ContextPointer previous;  // what is in force again in the next node, where this one is not propagated

 private:
  using Terms = std::unordered_map<std::string_view, std::shared_ptr<const TermDefinition>>;

  ContextPointer lower_;
  Terms terms_;  // null: the term of a lower context does not count
  std::size_t layers_ = 0;
  std::size_t protected_count_ = 0;
};

/// Whether a string is a keyword of JSON-LD 1.1 (JSON-LD 1.1, 1.7).
bool is_keyword(std::string_view text);
/// Whether a string looks like a keyword: `@` and letters.
bool has_keyword_form(std::string_view text);
/// Whether a string has the form of an IRI or of a blank node identifier.
bool is_iri_or_blank(std::string_view text);
inline bool is_blank_identifier(std::string_view text) { return text.starts_with("_:"); }

}  // namespace graphwright::jsonld
