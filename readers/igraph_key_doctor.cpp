#include "igraph_key_doctor.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "white_space.hpp"
#include "word_list.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 3> read_domains{"graph", "node", "edge"};
constexpr std::array<std::string_view, 6> left_out_domains{"", "all", "graphml", "port", "hyperedge", "endpoint"};

struct TypeWord {
  std::string_view word;
  ValueKind kind;
};
constexpr std::array<TypeWord, 6> types{{{"boolean", ValueKind::truth},
                                         {"string", ValueKind::text},
                                         {"float", ValueKind::real},
                                         {"double", ValueKind::real},
                                         {"int", ValueKind::real},
                                         {"long", ValueKind::real}}};

/// igraph compares as many letters as a type has; all numbers are doubles to it.
std::optional<ValueKind> kind_of(std::string_view type) {
  const auto* known =
      std::find_if(types.begin(), types.end(), [=](const TypeWord& one) { return one.word.starts_with(type); });
  return known == types.end() ? std::nullopt : std::optional(known->kind);
}

/// Where a domain stands in the table of those that igraph reads; its size for others.
std::size_t domain_place(std::string_view domain) {
  return static_cast<std::size_t>(std::find(read_domains.begin(), read_domains.end(), domain) - read_domains.begin());
}

}  // namespace

void IgraphKeyDoctor::examine(const XmlElement& element) {
  const std::string_view id = attribute(element, "id");
  examine_domain(element, id);
  examine_type(element, id);
  examine_name(element);
  declare(element, id);
}

void IgraphKeyDoctor::examine_domain(const XmlElement& element, std::string_view id) {
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
  else if (!has(read_domains, domain) && !has(left_out_domains, domain))
    findings_.add("igraph-key", element.location,
                  fmt::format("igraph will refuse the key '{}': nothing is called '{}'", id, domain), domain);
}

void IgraphKeyDoctor::examine_type(const XmlElement& element, std::string_view id) {
  const std::string_view type = attribute(element, "attr.type");
  if (!has_attribute(element, "attr.type")) {
    if (attribute(element, "yfiles.type").empty())
      findings_.add("igraph-type", element.location,
                    fmt::format("igraph ignores the key '{}', which has no attr.type", id));
  } else if (type.empty()) {
    findings_.add("igraph-type", element.location,
                  fmt::format("igraph takes the key '{}' for boolean: its attr.type is empty", id));
  } else if (!kind_of(type)) {
    findings_.add("igraph-type", element.location, fmt::format("igraph will refuse attr.type '{}'", type), type);
  }
}

void IgraphKeyDoctor::examine_name(const XmlElement& element) {
  const std::string_view name = attribute(element, "attr.name");
  const std::string_view domain = attribute(element, "for");
  if (name.empty()) return;
  if (name == "id" && domain != "graph")
    findings_.add("igraph-id", element.location, "igraph loses its own ids to an attribute named 'id'");
  if (!names_.insert(fmt::format("{}\n{}", domain, name)).second)
    findings_.add("igraph-name", element.location,
                  fmt::format("igraph keeps one of two attributes named '{}', or refuses them", name), name);
}

void IgraphKeyDoctor::declare(const XmlElement& element, std::string_view id) {
  const std::size_t domain = domain_place(attribute(element, "for"));
  last_key_ = id;
  last_kind_ = has_attribute(element, "attr.type") && domain < keys_.size() ? kind_of(attribute(element, "attr.type"))
                                                                            : std::nullopt;
  if (!last_kind_) {
    ignored_.emplace(id);
    return;
  }
  Keys& keys = keys_[domain];
  const auto [place, is_new] = keys.places.emplace(id, keys.places.size());
  if (!is_new) report_repeated(id, place->second + 1 == keys.places.size(), element.location);
  keys.kinds.push_back(*last_kind_);
}

/// igraph does not see that the key before has the same id, and counts wrong from there on.
void IgraphKeyDoctor::report_repeated(std::string_view id, bool is_last, Location location) {
  if (is_last)
    findings_.add("igraph-key", location, fmt::format("igraph gives values to other keys behind a second key '{}'", id),
                  fmt::format("next {}", id));
  else
    findings_.add("igraph-key", location, fmt::format("igraph will refuse a second key '{}'", id),
                  fmt::format("again {}", id));
}

void IgraphKeyDoctor::examine_default(std::string_view text, Location location) {
  if (last_kind_) check(*last_kind_, last_key_, "the default", text, location);
}

void IgraphKeyDoctor::examine_value(const std::string* key, std::string_view around, std::string_view text,
                                    Location location) {
  if (key != nullptr)
    find_kind(*key, around, location);
  else
    findings_.add("igraph-key", location, "igraph gives a value without a key to the key of the value before it",
                  "value");
  if (value_kind_) check(*value_kind_, value_key_, fmt::format("'{}'", first_line(trimmed(text))), text, location);
}

void IgraphKeyDoctor::find_kind(const std::string& key, std::string_view around, Location location) {
  const Keys& keys = keys_.at(domain_place(around));
  const auto place = keys.places.find(key);
  value_key_ = key;
  value_kind_ = place == keys.places.end() ? std::nullopt : std::optional(keys.kinds[place->second]);
  if (!value_kind_ && !ignored_.contains(key))
    findings_.add(
        "igraph-undeclared", location,
        fmt::format("igraph drops a value of the key '{}': no key for {}s before them is called so", key, around),
        fmt::format("{} {}", around, key));
}

void IgraphKeyDoctor::check(ValueKind kind, std::string_view key, std::string_view what, std::string_view text,
                            Location location) {
  if (is_blank_text(text) || igraph_reads(kind, text)) return;
  findings_.add("igraph-value", location,
                fmt::format("igraph will refuse {} of the key '{}': it is {}", what, key,
                            kind == ValueKind::truth ? "not true, false, yes, no or a whole number"
                                                     : "no number that it can hold"),
                key);
}

}  // namespace graphwright
