#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "jsonld_contexts.hpp"
#include "jsonld_expanded.hpp"

namespace graphwright::jsonld {

/// The property whose values are expanded: a key of the document, a keyword, or none.
using ActiveProperty = std::optional<std::string_view>;

/// Expands values by the context in force (JSON-LD 1.1 API, 5.1 to 5.3).
///
/// Something wrong is reported at its place and left out with what is in it; the rest is read on. Recursion is
/// as deep as the document, whose depth is limited.
class Expansion {
 public:
  Expansion(Contexts& contexts, Diagnostics& diagnostics) : contexts_(contexts), diagnostics_(diagnostics) {}

  /// Expands an element and appends what it comes to; `from_map` as in the algorithm.
  Shape expand(const ContextPointer& context, const ActiveProperty& property, const JsonValue& element, Items& out,
               bool from_map = false);

  /// Warns that something is left out, once for each key of that text.
  void warn_dropped(Location location, std::string_view what, std::string_view why);

 private:
  /// Where the entries of an object are expanded.
  struct Place {
    ContextPointer context;
    ContextPointer type_context;  // before the contexts of types were applied
    ActiveProperty property;
    bool is_json = false;  // what @value holds is JSON
  };

  Shape expand_array(const ContextPointer& context, const ActiveProperty& property, const JsonValue& element,
                     Items& out, bool from_map);
  Shape expand_object(ContextPointer context, const ActiveProperty& property, const JsonValue& element, Items& out,
                      bool from_map);
  Shape expand_scalar(ContextPointer context, const ActiveProperty& property, const JsonValue& element, Items& out);
  void expand_value(const ActiveContext& context, std::string_view property, const JsonValue& value, Items& out);

  bool is_new_node(const ActiveContext& context, const JsonValue& element);
  bool apply_type_contexts(Place& place, const JsonValue& element);
  bool is_json_object(const Place& place, const JsonValue& element);
  bool expand_entries(const Place& place, const JsonValue& element, Expanded& result);
  bool expand_nested(const Place& place, const JsonMember& nest, Expanded& result);
  Shape finish(const ActiveProperty& property, Expanded&& result, Items& out);
  Shape finish_value(Expanded&& result, Items& out);

  // Keywords (jsonld_keywords.cpp).
  bool expand_keyword(const Place& place, std::string_view keyword, const JsonMember& member, Expanded& result);
  bool expand_id(const Place& place, const JsonValue& value, Expanded& result);
  bool expand_type(const Place& place, const JsonValue& value, Expanded& result);
  bool expand_included(const Place& place, const JsonValue& value, Expanded& result);
  bool expand_value_entry(const Place& place, const JsonValue& value, Expanded& result);
  bool expand_text_entry(std::string_view keyword, const JsonValue& value, Expanded& result);
  bool expand_list(const Place& place, const JsonMember& member, Expanded& result);
  bool expand_reverse(const Place& place, const JsonValue& value, Expanded& result);
  bool check_list_of_lists(const Items& items);

  // Properties and maps (jsonld_maps.cpp).
  bool expand_property(const Place& place, std::string_view iri, const JsonMember& member, Expanded& result);
  bool expand_language_map(const Place& place, const TermDefinition& term, const JsonValue& map, Items& out);
  bool expand_index_map(const Place& place, std::string_view key, const TermDefinition& term, const JsonValue& map,
                        Items& out);
  bool expand_index_entry(const Place& place, std::string_view key, const TermDefinition& term, const JsonMember& entry,
                          Items& out);
  bool add_index(const Place& place, const TermDefinition& term, const JsonMember& entry, Expanded& item);
  bool add_index_property(const Place& place, const TermDefinition& term, const JsonMember& entry, Expanded& item);
  bool add_values(std::string_view iri, bool is_reverse, Items&& values, Expanded& result);

  bool fail(Location location, std::string_view error, std::string message) {
    return contexts_.fail(location, error, std::move(message));
  }
  std::optional<std::string_view> keyword_of(const ActiveContext& context, std::string_view key);

  Contexts& contexts_;
  Diagnostics& diagnostics_;
  std::deque<JsonValue> made_;  // values that the document does not hold
  std::set<std::string, std::less<>> warned_;
};

/// A list object, or a graph object, that holds these items.
Expanded list_of(Items&& items, Location location);
Expanded graph_of(Expanded&& item);

}  // namespace graphwright::jsonld
