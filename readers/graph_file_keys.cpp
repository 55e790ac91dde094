#include "graph_file_keys.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/graph_file_iris.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 8> domain_names{"all",  "graphml",   "graph", "node",
                                                       "edge", "hyperedge", "port",  "endpoint"};

struct KnownName {
  std::string_view name;
  KeyDomain domain;
  std::string_view property;
  bool is_drawing = false;
};

/// Names whose meaning is the same in all tools.
constexpr std::array<KnownName, 11> known_names{{{"label", KeyDomain::node, iri::rdfs::label},
                                                 {"nodelabel", KeyDomain::node, iri::rdfs::label},
                                                 {"name", KeyDomain::node, "https://schema.org/name"},
                                                 {"label", KeyDomain::edge, iri::rdfs::label},
                                                 {"edgelabel", KeyDomain::edge, iri::rdfs::label},
                                                 {"weight", KeyDomain::edge, iri::gw::weight},
                                                 {"x", KeyDomain::node, iri::gw::x, true},
                                                 {"y", KeyDomain::node, iri::gw::y, true},
                                                 {"z", KeyDomain::node, iri::gw::z, true},
                                                 {"size", KeyDomain::node, iri::gw::size, true},
                                                 {"color", KeyDomain::node, iri::gw::color, true}}};

/// Names of keys that say which relation an edge is, the surest first.
constexpr std::array<std::string_view, 8> relation_names{"labelE", "interaction", "relation", "relationship",
                                                         "type",   "kind",        "label",    "edgelabel"};

std::uint8_t relation_rank(const GraphFileKey& key) {
  const auto says_it = [&](std::string_view name) { return key.name == name || key.id == name; };
  const auto at = std::find_if(relation_names.begin(), relation_names.end(), says_it);
  return at == relation_names.end() || !key.is_text() ? GraphFileKey::no_rank
                                                      : static_cast<std::uint8_t>(at - relation_names.begin());
}

EdgeTime edge_time(std::string_view id) {
  if (id == "e_time") return EdgeTime::time;
  return id == "e_earliest" || id == "e_latest" ? EdgeTime::day : EdgeTime::no;
}

/// The property of our vocabulary that the id of a key names which we added to somebody's file, such as a measure
/// (`n_gw:degree`); empty where it is none.
std::string own_property(const GraphFileKey& key) {
  constexpr std::string_view prefix = "n_gw:";
  constexpr std::string_view suffix = "_hyperedge";
  std::string_view id = key.id;
  if (!id.starts_with(prefix) || (key.domain != KeyDomain::node && key.domain != KeyDomain::hyperedge)) return {};
  id.remove_prefix(prefix.size());
  if (key.domain == KeyDomain::hyperedge && id.ends_with(suffix)) id.remove_suffix(suffix.size());
  if (!std::all_of(id.begin(), id.end(), is_ascii_alphanumeric)) return {};
  std::string property = std::string(iri::gw::ns).append(id);
  return iri::gw::is_graph_file_word(property) ? std::string{} : property;
}

/// What a key is called. Where a name was taken, exports of ours write `attribute:` before it, in the id as well.
std::string_view called(const GraphFileKey& key) {
  constexpr std::string_view prefix = "attribute:";
  const std::string_view name = key.name && !key.name->empty() ? std::string_view(*key.name) : key.id;
  const bool is_ours = name.size() > prefix.size() && name.starts_with(prefix) && key.id.ends_with(name) &&
                       key.id.size() <= name.size() + 2;
  return is_ours ? name.substr(prefix.size()) : name;
}

}  // namespace

std::string_view name(KeyDomain domain) { return domain_names[static_cast<std::size_t>(domain)]; }

std::uint32_t GraphFileKeys::add(GraphFileKey key) {
  if (key.property.empty()) key.property = own_relation_property(key);
  if (!has_own_relations_ || !key.property.empty()) key.relation_rank = relation_rank(key);
  if (key.property.empty()) key.property = property_of(key);
  if (has_own_times_ && key.domain == KeyDomain::edge) key.edge_time = edge_time(key.id);
  properties_.emplace(key.property, key.domain);
  for (std::size_t domain = 0; domain < has_defaults_.size(); ++domain)
    if (key.has_plain_default() && key.is_in(static_cast<KeyDomain>(domain))) has_defaults_[domain] = true;
  keys_.push_back(std::move(key));
  next_.emplace_back();
  return size() - 1;
}

/// What the values of a key of ours are that say which relation an edge is; empty for any other key.
std::string_view GraphFileKeys::own_relation_property(const GraphFileKey& key) const {
  if (!has_own_relations_ || key.domain != KeyDomain::edge) return {};
  if (key.id == "e_type") return iri::gw::relation_name;
  return key.id == "e_iri" ? iri::gw::relation_iri : std::string_view{};
}

template <typename IsWanted>
std::uint32_t GraphFileKeys::first(const IsWanted& is_wanted) const {
  const auto at = std::find_if(keys_.begin(), keys_.end(), is_wanted);
  return at == keys_.end() ? none : static_cast<std::uint32_t>(at - keys_.begin());
}

std::uint32_t GraphFileKeys::find_declared(std::string_view id, KeyDomain domain) const {
  return first([=](const GraphFileKey& one) { return one.id == id && one.domain == domain; });
}

std::uint32_t GraphFileKeys::find(std::string_view id, KeyDomain domain) {
  Next& next = next_[last_];
  if (next.key == none || next.domain != domain || keys_[next.key].id != id) {
    const std::uint32_t found = find_slowly(id, domain);
    // A key of another domain gives way to a better one that is declared later.
    if (found == none || !keys_[found].is_in(domain)) return found;
    next = {found, domain};
  }
  last_ = next.key + 1;
  return next.key;
}

std::uint32_t GraphFileKeys::find_slowly(std::string_view id, KeyDomain domain) const {
  std::uint32_t other = none;
  for (std::uint32_t at = 0; at < keys_.size(); ++at) {
    if (keys_[at].id != id) continue;
    if (keys_[at].is_in(domain)) return at;
    if (other == none) other = at;
  }
  return other;
}

std::uint32_t GraphFileKeys::find_named(std::string_view name, KeyDomain domain) const {
  return first([=](const GraphFileKey& one) { return one.name == name && one.is_in(domain); });
}

std::uint32_t GraphFileKeys::find_property(std::string_view property, KeyDomain domain) const {
  return first([=](const GraphFileKey& one) { return one.property == property && one.is_in(domain); });
}

bool GraphFileKeys::has_id(std::string_view id) const {
  return std::any_of(keys_.begin(), keys_.end(), [=](const GraphFileKey& one) { return one.id == id; });
}

std::string GraphFileKeys::iri(const GraphFileKey& key) const {
  const auto same =
      std::count_if(keys_.begin(), keys_.end(), [&](const GraphFileKey& one) { return one.id == key.id; });
  std::string iri = fmt::format("{}key/{}", base_, key.id.empty() ? "~" : iri_part(key.id));
  return same > 1 ? iri.append(".").append(graphwright::name(key.domain)) : iri;
}

bool GraphFileKeys::is_free(const std::string& property, KeyDomain domain) const {
  const auto [first, last] = properties_.equal_range(property);
  return std::none_of(first, last, [=](const auto& taken) {
    return taken.second == domain || taken.second == KeyDomain::all || domain == KeyDomain::all;
  });
}

/// The same as that of an earlier key of the same name: NetworkX declares a key for each type that values have.
std::string GraphFileKeys::property_of(const GraphFileKey& key) const {
  const auto is_same = [&](const GraphFileKey& one) { return one.name == key.name && one.domain == key.domain; };
  if (const std::uint32_t same = key.name && !key.name->empty() ? first(is_same) : none; same != none)
    return keys_[same].property;
  if (std::string own = own_property(key); !own.empty() && is_free(own, key.domain)) return own;
  const std::string_view name = called(key);
  for (const KnownName& known : known_names) {
    if (known.is_drawing && draws_by_elements_) continue;
    const bool is_of_text = known.property == iri::rdfs::label || known.property == iri::gw::color ||
                            known.property == "https://schema.org/name";
    if ((name != known.name && key.id != known.name) || is_of_text != key.is_text() || !key.name) continue;
    if (key.is_in(known.domain) && is_free(std::string(known.property), key.domain)) return std::string(known.property);
  }
  std::string property = fmt::format("{}attribute/{}", base_, iri_part(name));
  if (!is_free(property, key.domain) && key.name) property = fmt::format("{}attribute/{}", base_, iri_part(*key.name));
  for (const std::string& more : {key.id, std::string(graphwright::name(key.domain)), std::to_string(keys_.size())}) {
    if (is_free(property, key.domain)) break;
    property.append(".").append(iri_part(more));
  }
  return property;
}

}  // namespace graphwright
