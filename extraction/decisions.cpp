#include "graphwright/decisions.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "decided_claims.hpp"

namespace graphwright {
namespace {

constexpr std::string_view first_line = "# Decisions of graphwright extract --review. Delete a line to be asked again.";
constexpr std::string_view header =
    "decision\tarticle\tquote\trelation\tsubject\tobject\tstatus\tsubject class\tobject class\ttime\tplace\tspeaker\t"
    "speaker class\trule";
constexpr std::size_t field_count = 14;
constexpr auto verdict_names = std::to_array<std::string_view>({"", "accepted", "edited", "rejected"});

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    out.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// The number of a word in a list; the size of the list where it is not there.
template <typename Names>
std::size_t number_of(const Names& names, std::string_view word) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), word) - names.begin());
}

/// What is wrong with the fields of a row; empty where it is a decision.
std::string fault_of(const std::vector<std::string>& fields) {
  if (fields.size() != field_count)
    return fmt::format("a decision has {} fields between tabs, not {}", field_count, fields.size());
  if (fields[0].empty() || number_of(verdict_names, fields[0]) == verdict_names.size())
    return fmt::format("a decision is 'accepted', 'edited' or 'rejected', not '{}'", fields[0]);
  if (number_of(modality_names, fields[6]) == modality_names.size())
    return fmt::format("a status is 'asserted', 'attributed', 'hypothetical' or 'denied', not '{}'", fields[6]);
  for (const std::size_t i : {1U, 2U, 3U, 4U, 5U, 7U, 8U})
    if (fields[i].empty()) return fmt::format("field {} of the decision is empty", i + 1);
  if (fields[6] == "attributed" && (fields[11].empty() || fields[12].empty()))
    return "an attributed fact needs a speaker and its class";
  return {};
}

Decision decision_of(std::vector<std::string>& fields) {
  Decision out;
  out.article = std::move(fields[1]);
  out.quote = std::move(fields[2]);
  Claim& fact = out.fact;
  fact.verdict = static_cast<Verdict>(number_of(verdict_names, fields[0]));
  fact.modality = static_cast<Modality>(number_of(modality_names, fields[6]));
  fact.relation = std::move(fields[3]);
  fact.subject = std::move(fields[4]);
  fact.object = std::move(fields[5]);
  fact.subject_class = std::move(fields[7]);
  fact.object_class = std::move(fields[8]);
  fact.time = std::move(fields[9]);
  fact.place = std::move(fields[10]);
  fact.speaker = std::move(fields[11]);
  fact.speaker_class = std::move(fields[12]);
  fact.rule = std::move(fields[13]);
  return out;
}

std::vector<std::string> key_of(const Decision& one) {
  return {one.article,      one.quote,       one.fact.relation,
          one.fact.subject, one.fact.object, std::string(name(one.fact.modality))};
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space) out.push_back(c);
    if (is_space && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Decision decision_on(const ReadArticle& article, const Claim& claim, Verdict verdict) {
  const std::string_view text = article.article.text;
  Decision out{on_one_line(article.name), on_one_line(text.substr(claim.begin, claim.end - claim.begin)), claim, {}};
  out.fact.verdict = verdict;
  for (std::string* one : {&out.fact.subject, &out.fact.object, &out.fact.place, &out.fact.speaker})
    *one = on_one_line(*one);
  return out;
}

void Decisions::read(std::string_view text, FileId file, Diagnostics& diagnostics) {
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    const Location location{file, ++number, 1};
    const std::string_view due = number == 1 ? first_line : header;
    if (number <= 2 && line != due) {
      diagnostics.error("bad-decisions", location, fmt::format("a file of decisions has here the line '{}'", due));
      return;
    }
    if (number <= 2 || line.empty()) continue;
    std::vector<std::string> fields = fields_of(line);
    if (std::string fault = fault_of(fields); !fault.empty()) {
      diagnostics.error("bad-decisions", location, std::move(fault));
      continue;
    }
    Decision one = decision_of(fields);
    one.location = location;
    add(std::move(one));
  }
}

std::string Decisions::text() const {
  std::string out = fmt::format("{}\n{}\n", first_line, header);
  for (const auto& [key, one] : all_) {
    const Claim& fact = one.fact;
    out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
                       verdict_names[static_cast<std::size_t>(fact.verdict)], one.article, one.quote, fact.relation,
                       fact.subject, fact.object, name(fact.modality), fact.subject_class, fact.object_class, fact.time,
                       fact.place, fact.speaker, fact.speaker_class, fact.rule);
  }
  return out;
}

void Decisions::add(Decision decision) {
  std::vector<std::string> key = key_of(decision);
  all_.insert_or_assign(std::move(key), std::move(decision));
}

void Decisions::apply(ReadArticle& article, Diagnostics& diagnostics) const {
  std::vector<const Decision*> own;
  const std::string article_name = on_one_line(article.name);
  for (auto at = all_.lower_bound({article_name}); at != all_.end() && at->second.article == article_name; ++at)
    own.push_back(&at->second);
  if (!own.empty()) extraction::apply_decisions(own, article, diagnostics);
}

}  // namespace graphwright
