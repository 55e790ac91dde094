#include "graphml_key_doctor.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "white_space.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_value_bytes = 100;
constexpr std::array<std::string_view, 6> common_types{"boolean", "int", "long", "float", "double", "string"};
constexpr std::array<std::string_view, 7> domains{"all", "graph", "node", "edge", "graphml", "port", "hyperedge"};
constexpr std::array<std::string_view, 15> gephi_types{
    "boolean", "bool",       "int",        "integer",    "long",    "float",     "double",    "string",
    "short",   "bigdecimal", "biginteger", "liststring", "listint", "listfloat", "listdouble"};

ValueKind kind_of(std::string_view type) {
  if (type == "int" || type == "long" || type == "integer") return ValueKind::whole;
  if (type == "float" || type == "double") return ValueKind::real;
  return type == "boolean" ? ValueKind::truth : ValueKind::text;
}

template <std::size_t count>
bool has(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// igraph compares as many letters as a type has.
bool is_known_to_igraph(std::string_view type) {
  return std::any_of(common_types.begin(), common_types.end(),
                     [&](std::string_view known) { return known.starts_with(type); });
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace

void GraphmlKeyDoctor::examine(const XmlElement& element, bool is_in_root, bool is_before_graph) {
  const std::string_view id = attribute(element, "id");
  const std::string_view domain = attribute(element, "for");
  last_key_ = id;
  kinds_.emplace(id, kind_of(attribute(element, "attr.type")));
  if (is_in_root) root_keys_.insert(std::string(id));
  if (attribute(element, "yfiles.type") == "nodegraphics") has_drawing_ = true;
  if (attribute(element, "attr.name") == "interaction" && domain != "node") has_interaction_ = true;
  if (!is_before_graph)
    findings_.add("gephi-key-order", element.location, "Gephi ignores keys that stand within or behind the graph");
  examine_domain(element, id);
  examine_type(element, id);
  examine_name(element, domain);
}

void GraphmlKeyDoctor::examine_domain(const XmlElement& element, std::string_view id) {
  const std::string_view domain = attribute(element, "for");
  if (!has_attribute(element, "id"))
    findings_.add("igraph-key", element.location, "igraph will refuse a key without an id", "id");
  // A key without a type is left out before igraph misses what it is for.
  if (!has_attribute(element, "for") && has_attribute(element, "attr.type"))
    findings_.add("igraph-key", element.location,
                  fmt::format("igraph will refuse the key '{}', which does not say what it is for", id), "for");
  else if (has_attribute(element, "for") && (domain.empty() || domain == "all"))
    findings_.add("igraph-all", element.location,
                  fmt::format("igraph ignores the key '{}', since it is for 'all'", id));
  else if (!domain.empty() && !has(domains, domain))
    findings_.add("igraph-key", element.location,
                  fmt::format("igraph will refuse the key '{}': nothing is called '{}'", id, domain), domain);
}

void GraphmlKeyDoctor::examine_type(const XmlElement& element, std::string_view id) {
  const std::string_view type = attribute(element, "attr.type");
  const bool is_drawing = !attribute(element, "yfiles.type").empty();
  if (type.empty() && !is_drawing)
    findings_.add("graph-tool-type", element.location,
                  "graph-tool will refuse a key without attr.type; write attr.type=\"string\"");
  if (!has_attribute(element, "attr.type")) {
    if (!is_drawing)
      findings_.add("igraph-type", element.location,
                    fmt::format("igraph ignores the key '{}', which has no attr.type", id));
    return;
  }
  if (type.empty())
    findings_.add("igraph-type", element.location,
                  fmt::format("igraph takes the key '{}' for boolean: its attr.type is empty", id));
  if (!is_known_to_igraph(type))
    findings_.add("igraph-type", element.location, fmt::format("igraph will refuse attr.type '{}'", type), type);
  if (!has(common_types, type) && type != "integer")
    findings_.add("networkx-type", element.location, fmt::format("NetworkX will refuse attr.type '{}'", type), type);
  if (!has(gephi_types, type))
    findings_.add("gephi-type", element.location, fmt::format("Gephi drops columns of attr.type '{}'", type), type);
}

void GraphmlKeyDoctor::examine_name(const XmlElement& element, std::string_view domain) {
  const std::string_view name = attribute(element, "attr.name");
  if (!has_attribute(element, "attr.name") && !has_attribute(element, "yfiles.type"))
    findings_.add("networkx-name", element.location,
                  fmt::format("NetworkX will refuse the key '{}', which has no attr.name", attribute(element, "id")));
  if (name.empty()) return;
  if (name == "id" && domain != "graph")
    findings_.add("igraph-id", element.location, "igraph loses its own ids to an attribute named 'id'");
  if (!names_.insert(fmt::format("{}\n{}", domain, name)).second)
    findings_.add("igraph-name", element.location,
                  fmt::format("igraph keeps one of two attributes named '{}', or refuses them", name), name);
}

void GraphmlKeyDoctor::begin_default(const XmlElement& element) {
  findings_.add("networkx-default", element.location,
                "NetworkX and Cytoscape do not give a default to nodes and edges that have no value");
  key_ = last_key_;
  location_ = element.location;
  text_.clear();
  is_default_ = true;
  seen_ = {};
}

void GraphmlKeyDoctor::begin_value(const XmlElement& element, SeenBy seen) {
  key_ = attribute(element, "key");
  location_ = element.location;
  text_.clear();
  is_default_ = false;
  seen_ = seen;
  if (!root_keys_.contains(key_) && seen.networkx)
    undeclared_.try_emplace(key_, location_, 0).first->second.second += 1;
}

void GraphmlKeyDoctor::add_text(std::string_view text) {
  if (text_.size() < most_value_bytes) text_ += text;
}

/// A value that holds nothing is none to all readers; a default that holds nothing is one to NetworkX.
void GraphmlKeyDoctor::end_value() {
  if (!text_.empty() || is_default_) examine_value(text_);
}

void GraphmlKeyDoctor::examine_value(std::string_view text) {
  const auto known = kinds_.find(key_);
  if (known == kinds_.end() || known->second == ValueKind::text) return;
  const std::string what = is_default_ ? "the default" : fmt::format("'{}'", first_line(trimmed(text)));
  if (seen_.networkx && !networkx_reads(known->second, text))
    findings_.add(
        "networkx-value", location_,
        fmt::format("NetworkX will refuse {} of the key '{}': it is not {}", what, key_, description(known->second)),
        key_);
  if (seen_.igraph && known->second != ValueKind::truth && !is_blank_text(text) && !igraph_reads_number(text))
    findings_.add("igraph-value", location_,
                  fmt::format("igraph will refuse {} of the key '{}': it is no number that it can hold", what, key_),
                  key_);
}

/// NetworkX knows the keys of the root element, wherever they stand there.
void GraphmlKeyDoctor::close() {
  for (const auto& [key, place] : undeclared_) {
    if (root_keys_.contains(key)) continue;
    findings_.add("networkx-undeclared", place.first,
                  fmt::format("NetworkX will refuse a value of the key '{}', which {}", key,
                              kinds_.contains(key) ? "is declared within the graph" : "is not declared"),
                  key, place.second);
  }
}

}  // namespace graphwright
