#include "graphml_key_doctor.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "white_space.hpp"
#include "word_list.hpp"

namespace graphwright {
namespace {

constexpr std::size_t most_value_bytes = 100;
constexpr std::array<std::string_view, 7> networkx_types{"boolean", "int",    "integer", "long",
                                                         "float",   "double", "string"};
constexpr std::array<std::string_view, 15> gephi_types{
    "boolean", "bool",       "int",        "integer",    "long",    "float",     "double",    "string",
    "short",   "bigdecimal", "biginteger", "liststring", "listint", "listfloat", "listdouble"};

ValueKind kind_of(std::string_view type) {
  if (type == "int" || type == "long" || type == "integer") return ValueKind::whole;
  if (type == "float" || type == "double") return ValueKind::real;
  return type == "boolean" ? ValueKind::truth : ValueKind::text;
}

}  // namespace

void GraphmlKeyDoctor::examine(const XmlElement& element, bool is_in_root, bool is_before_graph) {
  const std::string_view id = attribute(element, "id");
  last_key_ = id;
  is_last_in_root_ = is_in_root;
  if (attribute(element, "yfiles.type") == "nodegraphics") has_drawing_ = true;
  if (attribute(element, "attr.name") == "interaction" && attribute(element, "for") != "node") has_interaction_ = true;
  if (!is_before_graph)
    findings_.add("gephi-key-order", element.location, "Gephi ignores keys that stand within or behind the graph");
  examine_type(element);
  if (!is_in_root) {
    inner_keys_.emplace(id);
    return;
  }
  // What is of yEd is text to NetworkX, whatever type it says.
  const std::string_view type = has_attribute(element, "yfiles.type") ? "string" : attribute(element, "attr.type");
  root_keys_.insert_or_assign(std::string(id), kind_of(type));
  examine_for_networkx(element, id);
  igraph_.examine(element);
}

void GraphmlKeyDoctor::examine_type(const XmlElement& element) {
  const std::string_view type = attribute(element, "attr.type");
  if (type.empty() && attribute(element, "yfiles.type").empty())
    findings_.add("graph-tool-type", element.location,
                  "graph-tool will refuse a key without attr.type; write attr.type=\"string\"");
  if (has_attribute(element, "attr.type") && !has(gephi_types, type))
    findings_.add("gephi-type", element.location, fmt::format("Gephi drops columns of attr.type '{}'", type), type);
}

void GraphmlKeyDoctor::examine_for_networkx(const XmlElement& element, std::string_view id) {
  const std::string_view type = attribute(element, "attr.type");
  if (has_attribute(element, "yfiles.type")) return;
  if (has_attribute(element, "attr.type") && !has(networkx_types, type))
    findings_.add("networkx-type", element.location, fmt::format("NetworkX will refuse attr.type '{}'", type), type);
  if (!has_attribute(element, "attr.name"))
    findings_.add("networkx-name", element.location,
                  fmt::format("NetworkX will refuse the key '{}', which has no attr.name", id));
}

void GraphmlKeyDoctor::begin_default(const XmlElement& element) {
  findings_.add("networkx-default", element.location,
                "NetworkX and Cytoscape do not give a default to nodes and edges that have no value");
  location_ = element.location;
  text_.clear();
  is_default_ = true;
}

void GraphmlKeyDoctor::begin_value(const XmlElement& element, ValuePlace place) {
  key_ = attribute(element, "key");
  has_key_ = has_attribute(element, "key");
  location_ = element.location;
  text_.clear();
  is_default_ = false;
  place_ = std::move(place);
}

void GraphmlKeyDoctor::add_text(std::string_view text) {
  if (text_.size() < most_value_bytes) text_ += text;
}

void GraphmlKeyDoctor::end_value() {
  if (is_default_) return end_default();
  if (place_.igraph) igraph_.examine_value(has_key_ ? &key_ : nullptr, place_.around, text_, location_);
  if (!place_.networkx) return;
  if (!root_keys_.contains(key_))
    early_.push_back({key_, text_, location_});
  else if (!text_.empty())  // no value to NetworkX
    examine_networkx_value(key_, text_, location_, false);
}

/// A default that holds nothing is one to NetworkX.
void GraphmlKeyDoctor::end_default() {
  if (!is_last_in_root_) return;
  igraph_.examine_default(text_, location_);
  examine_networkx_value(last_key_, text_, location_, true);
}

void GraphmlKeyDoctor::examine_networkx_value(const std::string& key, std::string_view text, Location location,
                                              bool is_default) {
  const ValueKind kind = root_keys_.at(key);
  if (networkx_reads(kind, text)) return;
  const std::string what = is_default ? "the default" : fmt::format("'{}'", first_line(trimmed(text)));
  findings_.add("networkx-value", location,
                fmt::format("NetworkX will refuse {} of the key '{}': it is not {}", what, key, description(kind)),
                key);
}

/// NetworkX knows the keys of the root element, wherever they stand there.
void GraphmlKeyDoctor::close() {
  for (const EarlyValue& one : early_) {
    if (!root_keys_.contains(one.key))
      findings_.add("networkx-undeclared", one.location,
                    fmt::format("NetworkX will refuse a value of the key '{}', which {}", one.key,
                                inner_keys_.contains(one.key) ? "is declared within the graph" : "is not declared"),
                    one.key);
    else if (!one.text.empty())
      examine_networkx_value(one.key, one.text, one.location, false);
  }
}

}  // namespace graphwright
