#include "known_attributes.hpp"

namespace graphwright {
namespace {

/// Compares with words of known lengths, which takes a nanosecond: it is asked for each attribute of a file.
template <std::size_t... sizes>
constexpr bool is_one_of(std::string_view name, const char (&... words)[sizes]) {
  return (... || (name == std::string_view(words, sizes - 1)));
}

constexpr bool is_time(std::string_view name) {
  return is_one_of(name, "start", "end", "timestamp", "startopen", "endopen");
}

}  // namespace

// What files have most of comes first.

KnowsAttribute graphml_attributes(std::string_view element) {
  if (element == "data") return [](std::string_view name) { return is_one_of(name, "key"); };
  if (element == "edge")
    return [](std::string_view name) {
      return is_one_of(name, "source", "target", "id", "directed", "label", "sourceport", "targetport");
    };
  if (element == "node") return [](std::string_view name) { return is_one_of(name, "id", "labels"); };
  if (element == "port") return [](std::string_view name) { return is_one_of(name, "name"); };
  if (element == "endpoint") return [](std::string_view name) { return is_one_of(name, "node", "id", "port", "type"); };
  if (element == "hyperedge") return [](std::string_view name) { return is_one_of(name, "id"); };
  if (element == "key") return [](std::string_view name) { return is_one_of(name, "id", "for", "dynamic"); };
  if (element == "graph") return [](std::string_view name) { return is_one_of(name, "id", "edgedefault"); };
  return [](std::string_view /*name*/) { return false; };
}

KnowsAttribute gexf_attributes(std::string_view element) {
  if (element == "attvalue")
    return [](std::string_view name) { return is_one_of(name, "for", "value", "id") || is_time(name); };
  if (element == "edge")
    return [](std::string_view name) {
      return is_one_of(name, "source", "target", "id", "weight", "type", "label", "kind", "timestamps", "intervals") ||
             is_time(name);
    };
  if (element == "node")
    return [](std::string_view name) {
      return is_one_of(name, "id", "label", "pid", "timestamps", "intervals") || is_time(name);
    };
  if (element == "color") return [](std::string_view name) { return is_one_of(name, "r", "g", "b", "a", "hex"); };
  if (element == "position") return [](std::string_view name) { return is_one_of(name, "x", "y", "z"); };
  if (element == "size" || element == "thickness")
    return [](std::string_view name) { return is_one_of(name, "value"); };
  if (element == "shape") return [](std::string_view name) { return is_one_of(name, "value", "uri"); };
  if (element == "spell" || element == "slice") return is_time;
  if (element == "parent") return [](std::string_view name) { return is_one_of(name, "for"); };
  if (element == "attribute") return [](std::string_view name) { return is_one_of(name, "id", "title", "type"); };
  if (element == "attributes") return [](std::string_view name) { return is_one_of(name, "class", "mode"); };
  if (element == "nodes" || element == "edges") return [](std::string_view name) { return is_one_of(name, "count"); };
  if (element == "meta") return [](std::string_view name) { return is_one_of(name, "lastmodifieddate"); };
  if (element == "graph")
    return [](std::string_view name) {
      return is_one_of(name, "id", "name", "mode", "defaultedgetype", "idtype", "timeformat", "timerepresentation",
                       "timezone");
    };
  return [](std::string_view /*name*/) { return false; };
}

}  // namespace graphwright
