#include "rdfc10.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "graphwright/digest.hpp"

namespace graphwright {

void IdentifierIssuer::issue(std::uint32_t blank) {
  if (has(blank)) return;
  numbers_[blank] = static_cast<std::uint32_t>(issued_.size());
  issued_.push_back(blank);
}

void IdentifierIssuer::roll_back(std::size_t count) {
  for (std::size_t i = count; i < issued_.size(); ++i) numbers_[issued_[i]] = none;
  issued_.resize(count);
}

Rdfc10::Rdfc10(const BlankQuads& quads, HashAlgorithm hash, WorkLimit& limit)
    : quads_(quads),
      hash_(hash),
      limit_(limit),
      first_degree_(quads.blank_count()),
      canonical_(quads.blank_count()),
      temporary_(quads.blank_count()) {}

std::string Rdfc10::digest(std::string_view bytes) const {
  return hash_ == HashAlgorithm::sha256 ? sha256_hex(bytes) : sha384_hex(bytes);
}

// 4.6.3 Hash First Degree Quads
std::string Rdfc10::first_degree_hash(std::uint32_t blank) const {
  std::vector<std::string> lines;
  for (std::uint32_t row : quads_.mentions(blank)) {
    const auto label = [&](std::uint32_t other, std::string& out) { out += other == blank ? 'a' : 'z'; };
    append_nquad(quads_.quads()[row], label, lines.emplace_back());
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line;
  return digest(all);
}

// 4.7.3 Hash Related Blank Node
std::string Rdfc10::related_hash(std::uint32_t row, std::uint32_t related, char position) {
  std::string input(1, position);
  if (position != 'g') input += quads_.quads()[row].predicate;
  if (canonical_.has(related)) return digest(input + fmt::format("_:c14n{}", canonical_.number(related)));
  if (temporary_.has(related)) return digest(input + fmt::format("_:b{}", temporary_.number(related)));
  const std::uint64_t place = std::uint64_t{row} << 8U | static_cast<unsigned char>(position);
  std::string& hash = unnamed_hashes_[place];
  if (hash.empty()) hash = digest(input + first_degree_[related]);
  return hash;
}

// 4.4.3 Canonicalization Algorithm, steps 3 to 5
std::optional<std::vector<std::uint32_t>> Rdfc10::label(const std::vector<std::uint32_t>& members) {
  std::map<std::string, std::vector<std::uint32_t>> by_hash;
  for (std::uint32_t blank : members) {
    first_degree_[blank] = first_degree_hash(blank);
    by_hash[first_degree_[blank]].push_back(blank);
  }
  canonical_.roll_back(0);
  for (const auto& [hash, alike] : by_hash)
    if (alike.size() == 1) canonical_.issue(alike.front());
  for (const auto& [hash, alike] : by_hash)
    if (alike.size() > 1 && !label_alike(alike)) return std::nullopt;
  for (std::uint32_t blank : members) first_degree_[blank] = {};
  unnamed_hashes_.clear();
  return canonical_.issued();
}

// Step 5 for one hash: the blank nodes get their labels in the order of their N-degree hashes.
bool Rdfc10::label_alike(const std::vector<std::uint32_t>& alike) {
  std::vector<PathResult> results;
  for (std::uint32_t blank : alike) {
    if (canonical_.has(blank)) continue;
    temporary_.roll_back(0);
    temporary_.issue(blank);
    std::optional<std::string> hash = n_degree_hash(blank);
    if (!hash) return false;
    results.push_back({std::move(*hash), temporary_.issued()});
  }
  std::stable_sort(results.begin(), results.end(),
                   [](const PathResult& a, const PathResult& b) { return a.hash < b.hash; });
  for (const PathResult& result : results)
    for (std::uint32_t blank : result.issued) canonical_.issue(blank);
  temporary_.roll_back(0);
  return true;
}

// 4.8.3 Hash N-Degree Quads. The calls that the standard nests lie on a stack of our own, so that long
// chains of blank nodes cannot exhaust that of the program. The issuer that it copies is one list whose
// end is taken back, since each copy only ever grows beyond what it was made from.
std::optional<std::string> Rdfc10::n_degree_hash(std::uint32_t blank) {
  calls_.clear();
  if (!open(blank)) return std::nullopt;
  for (;;) {
    Call& call = calls_.back();
    if (call.visited < call.to_visit.size()) {
      if (!open(call.to_visit[call.visited])) return std::nullopt;
      continue;
    }
    if (call.group < call.related.size()) {
      choose(call);
      std::vector<std::uint32_t>& order = call.related[call.group].blanks;
      if (!std::next_permutation(order.begin(), order.end())) end_group(call);
      if (call.group < call.related.size() && !start_order(call)) return std::nullopt;
      if (call.group < call.related.size()) continue;
    }
    const std::string hash = digest(call.data);
    calls_.pop_back();
    if (calls_.empty()) return hash;
    take_result(calls_.back(), hash);
  }
}

// Steps 1 to 4, and the first order of the first group.
bool Rdfc10::open(std::uint32_t blank) {
  std::map<std::string, std::vector<std::uint32_t>> related;
  std::size_t count = 1;
  for (std::uint32_t row : quads_.mentions(blank)) {
    const BlankQuads::Quad& quad = quads_.quads()[row];
    const std::pair<const BlankQuads::Component*, char> places[] = {
        {&quad.subject, 's'}, {&quad.object, 'o'}, {&quad.graph, 'g'}};
    for (const auto& [component, position] : places) {
      if (!component->is_blank() || component->blank == blank) continue;
      related[related_hash(row, component->blank, position)].push_back(component->blank);
      ++count;
    }
  }
  if (!limit_.spend(count)) return false;
  Call& call = calls_.emplace_back();
  for (auto& [hash, blanks] : related) {
    std::sort(blanks.begin(), blanks.end());
    call.related.push_back({hash, std::move(blanks)});
  }
  if (call.related.empty()) return true;
  call.data = call.related.front().hash;
  call.issued_before = temporary_.issued().size();
  return start_order(call);
}

// Steps 5.4.1 to 5.4.4: one order in which the related blank nodes may be visited.
bool Rdfc10::start_order(Call& call) {
  const std::vector<std::uint32_t>& order = call.related[call.group].blanks;
  if (!limit_.spend(order.size())) return false;
  temporary_.roll_back(call.issued_before);
  call.is_chosen_current = false;
  call.is_abandoned = false;
  call.path.clear();
  call.to_visit.clear();
  call.visited = 0;
  for (std::uint32_t related : order) {
    if (canonical_.has(related)) {
      call.path.append(fmt::format("_:c14n{}", canonical_.number(related)));
    } else {
      if (!temporary_.has(related)) call.to_visit.push_back(related);
      temporary_.issue(related);
      call.path.append(fmt::format("_:b{}", temporary_.number(related)));
    }
    abandon_if_worse(call);
    if (call.is_abandoned) break;
  }
  return true;
}

// Steps 5.4.5.2 to 5.4.5.5: what the nested call gave goes on the path.
void Rdfc10::take_result(Call& call, const std::string& hash) {
  const std::uint32_t related = call.to_visit[call.visited++];
  call.path.append(fmt::format("_:b{}<{}>", temporary_.number(related), hash));
  abandon_if_worse(call);
}

void Rdfc10::abandon_if_worse(Call& call) {
  if (call.chosen_path.empty() || call.path.size() < call.chosen_path.size() || call.path <= call.chosen_path) return;
  call.is_abandoned = true;
  call.to_visit.clear();
  call.visited = 0;
}

// Step 5.4.6
void Rdfc10::choose(Call& call) {
  if (call.is_abandoned || (!call.chosen_path.empty() && call.path >= call.chosen_path)) return;
  call.chosen_path = call.path;
  call.is_chosen_current = true;
  if (call.related[call.group].blanks.size() == 1) return;
  const std::vector<std::uint32_t>& issued = temporary_.issued();
  call.chosen.assign(issued.begin() + static_cast<std::ptrdiff_t>(call.issued_before), issued.end());
}

// Steps 5.5 and 5.6, then 5.1 to 5.3 for the next group.
void Rdfc10::end_group(Call& call) {
  call.data += call.chosen_path;
  if (!call.is_chosen_current) {
    temporary_.roll_back(call.issued_before);
    for (std::uint32_t blank : call.chosen) temporary_.issue(blank);
  }
  call.chosen_path.clear();
  call.chosen.clear();
  if (++call.group == call.related.size()) return;
  call.data += call.related[call.group].hash;
  call.issued_before = temporary_.issued().size();
}

WorkLimit work_limit(const CanonicalizeOptions& options, std::size_t blank_count) {
  constexpr std::uint64_t free_steps = 100;
  return WorkLimit(options.work_limit == 0 ? 0 : options.work_limit + free_steps * blank_count);
}

Refusal work_limit_refusal(std::uint64_t limit, std::size_t blank_count) {
  return {"canonicalize-work-limit",
          {},
          fmt::format("its {} blank nodes look too much alike: labelling them takes more than {} steps, as in a graph "
                      "made to exhaust the algorithm (--max-work raises the limit)",
                      blank_count, limit)};
}

}  // namespace graphwright
