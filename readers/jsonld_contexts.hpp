#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "graphwright/reader.hpp"
#include "graphwright/sink.hpp"

#include "jsonld_context.hpp"
#include "text_arena.hpp"

namespace graphwright::jsonld {

/// What a string may mean when it is expanded to an IRI (JSON-LD 1.1 API, 5.2).
struct IriUse {
  /// It may be a term, or relative to the vocabulary.
  bool vocab = true;
  /// It may be relative to the base IRI.
  bool relative = false;
};

/// How a context is applied (JSON-LD 1.1 API, 4.1).
struct ContextUse {
  bool override_protected = false;
  bool propagate = true;
  /// It belongs to a term; its prefixes are not those of the document.
  bool is_scoped = false;
};

/// Applies contexts to contexts, and expands strings to IRIs by them.
///
/// Nothing is ever fetched: a context that lies elsewhere is an error at its place.
class Contexts {
 public:
  Contexts(const ReadOptions& options, TextArena& arena, Sink& sink, Diagnostics& diagnostics)
      : options_(options), arena_(arena), sink_(sink), diagnostics_(diagnostics) {}

  /// The context with which a document begins.
  ContextPointer initial() const;
  /// Context Processing (JSON-LD 1.1 API, 4.1); null where the context is wrong, which was reported then.
  ContextPointer process(const ContextPointer& active, const JsonValue& local, const ContextUse& use);
  /// Reports what is wrong with the context of a term, as far as it can be told where it is defined.
  bool check(const ContextPointer& active, const JsonValue& local);
  /// IRI Expansion (JSON-LD 1.1 API, 5.2); none where the string means nothing.
  std::optional<std::string_view> expand(const ActiveContext& context, std::string_view value, IriUse use = {});

  bool is_version_10() const { return options_.jsonld.processing_mode == JsonLdVersion::v1_0; }
  bool fail(Location location, std::string_view error, std::string message);
  TextArena& arena() { return arena_; }

 private:
  using CacheKey = std::tuple<const ActiveContext*, const JsonValue*, bool, bool>;
  struct Cached {
    ContextPointer active;  // keeps its address from being given to another
    ContextPointer result;
  };

  ContextPointer process_all(const ContextPointer& active, const JsonValue& local, ContextUse use);
  bool apply(std::shared_ptr<ActiveContext>& result, const JsonValue& context, const ContextUse& use);
  bool apply_definition(std::shared_ptr<ActiveContext>& result, const JsonValue& context, const ContextUse& use);
  bool refuse_elsewhere(const JsonValue& address);
  bool check_version(const JsonValue& context);
  bool set_base(ActiveContext& result, const JsonValue& value);
  bool set_vocab(ActiveContext& result, const JsonValue& value);
  bool set_defaults(ActiveContext& result, const JsonValue& context);
  bool check_flags(const JsonValue& context, bool& are_protected);
  void announce(const ActiveContext& context, const JsonValue& definition);

  const ReadOptions& options_;
  TextArena& arena_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::map<CacheKey, Cached> cache_;
};

}  // namespace graphwright::jsonld
