#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "jsonld_contexts.hpp"

namespace graphwright::jsonld {

/// The base direction that a value names, `none` for null; nothing for any other value.
std::optional<Direction> direction_of(const JsonValue& value);

/// What holds for all terms of a context.
struct DefinitionUse {
  bool are_protected = false;
  bool override_protected = false;
};

/// Makes the term definitions of one context, each after those that it rests on.
///
/// Create Term Definition (JSON-LD 1.1 API, 4.2).
class TermDefiner {
 public:
  TermDefiner(Contexts& contexts, std::shared_ptr<ActiveContext> result, const JsonValue& local, DefinitionUse use)
      : contexts_(contexts), result_(std::move(result)), local_(local), use_(use) {}

  /// Defines a term; false where it is wrong, which was reported then.
  bool define(std::string_view term, Location location);

 private:
  struct Draft;

  bool make(Draft& draft);
  bool set_protected(Draft& draft) const;
  bool set_type(Draft& draft);
  bool set_reverse(Draft& draft);
  bool set_iri(Draft& draft);
  bool set_iri_from_id(Draft& draft, const JsonValue& id);
  bool set_iri_from_term(Draft& draft);
  bool set_container(Draft& draft);
  bool set_index(Draft& draft);
  bool set_context(Draft& draft);
  bool set_language(Draft& draft) const;
  bool set_nest(Draft& draft) const;
  bool set_prefix(Draft& draft) const;
  bool check_entries(const Draft& draft) const;
  bool check_protection(Draft& draft) const;
  bool define_dependency(std::string_view term, Location location);
  std::optional<std::string_view> expand(std::string_view value, Location location);
  bool fail(Location location, std::string_view error, std::string message) const {
    return contexts_.fail(location, error, std::move(message));
  }

  Contexts& contexts_;
  std::shared_ptr<ActiveContext> result_;
  const JsonValue& local_;
  DefinitionUse use_;
  std::unordered_map<std::string_view, bool> defined_;
  std::size_t depth_ = 0;
  bool has_failed_ = false;
};

}  // namespace graphwright::jsonld
