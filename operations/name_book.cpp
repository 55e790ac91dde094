#include "graphwright/name_book.hpp"

#include <algorithm>

#include "graphwright/ascii_case.hpp"
#include "graphwright/diagnostics.hpp"
#include "graphwright/resource_id.hpp"

namespace graphwright {

template <typename Predicate>
std::vector<std::string> NameBook::matching(const Predicate& is_match) const {
  std::vector<std::string> names;
  for (const Entry& one : entries_)
    if (is_match(one)) names.push_back(one.is_blank ? "_:" + std::string(one.id) : std::string(one.id));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string NameBook::nearest(std::string_view name) const {
  std::vector<std::string_view> known;
  for (const Entry& one : entries_) {
    if (!one.is_blank) known.push_back(short_name(one.id));
    if (!one.label.empty()) known.push_back(one.label);
  }
  return nearest_name(name, known);
}

FoundName NameBook::find(std::string_view name) const {
  const bool is_bracketed = name.size() > 2 && name.front() == '<' && name.back() == '>';
  const std::string iri(is_bracketed ? name.substr(1, name.size() - 2) : name);
  const std::string expanded = prefixes_.expand(name).value_or("");
  const std::string below = base_.empty() ? "" : base_ + iri;
  const std::string small = ascii_lower(name);
  std::vector<std::string> found;
  const auto try_next = [&](const auto& is_match) {
    if (found.empty()) found = matching(is_match);
  };
  try_next([&](const Entry& one) {
    return one.is_blank ? name.starts_with("_:") && name.substr(2) == one.id : one.id == iri;
  });
  if (!is_bracketed) {
    try_next([&](const Entry& one) { return !one.is_blank && one.id == expanded; });
    try_next([&](const Entry& one) { return !one.is_blank && one.id == below; });
    try_next([&](const Entry& one) { return !one.is_blank && is_name_of(name, one.id); });
    try_next([&](const Entry& one) { return !name.empty() && one.label == name; });
    try_next([&](const Entry& one) { return !name.empty() && ascii_lower(one.label) == small; });
  }
  if (found.size() == 1) return {std::move(found.front()), {}, {}};
  if (found.empty()) return {{}, {}, nearest(name)};
  return {{}, std::move(found), {}};
}

}  // namespace graphwright
