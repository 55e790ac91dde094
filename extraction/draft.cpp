#include <fmt/format.h>

#include "graphwright/article.hpp"
#include "graphwright/digest.hpp"

#include "entity_names.hpp"

namespace graphwright {
namespace {

constexpr std::string_view seal_words = "# as drafted: ";

/// A YAML text in double quotes, on one line.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
  }
  out.push_back('"');
  return out;
}

/// One class by its name, several as a YAML list.
std::string class_list(const std::vector<std::string>& classes) {
  return classes.size() == 1 ? classes.front() : fmt::format("[{}]", fmt::join(classes, ", "));
}

std::string_view words(const Claim& claim, std::string_view text) {
  return text.substr(claim.begin, claim.end - claim.begin);
}

std::string speaker_lines(const Claim& claim, const extraction::EntityNames& names) {
  const std::string speaker = claim.speaker.empty() ? "" : names.id(claim.speaker, claim.speaker_class);
  if (claim.modality == Modality::attributed) return fmt::format("    according-to: {}\n", speaker);
  std::string out;
  if (claim.modality != Modality::asserted) out += fmt::format("    modality: {}\n", name(claim.modality));
  if (claim.modality != Modality::asserted && !speaker.empty()) out += fmt::format("    speaker: {}\n", speaker);
  return out;
}

std::string_view verdict_note(Verdict verdict) {
  return verdict == Verdict::accepted ? ", accepted" : verdict == Verdict::edited ? ", edited" : "";
}

std::string block(const Claim& claim, const ReadArticle& article, const extraction::EntityNames& names) {
  std::string out = fmt::format("  - quote: {}  # rule: {}{}\n", quoted(words(claim, article.article.text)), claim.rule,
                                verdict_note(claim.verdict));
  out += fmt::format("    source: {}\n", article.name);
  out += speaker_lines(claim, names);
  if (!claim.time.empty()) out += fmt::format("    time: {}\n", claim.time);
  if (!claim.place.empty()) out += fmt::format("    place: {}\n", names.id(claim.place, "Place"));
  out += fmt::format("    confidence: {}\n", claim.confidence);
  out += fmt::format("    facts: {} {} {}\n", names.id(claim.subject, claim.subject_class), claim.relation,
                     names.id(claim.object, claim.object_class));
  return out;
}

/// The line that tells whether a draft was changed since: the start of the digest of all lines before it.
std::string seal(std::string_view text) { return fmt::format("{}{}\n", seal_words, sha256_hex(text).substr(0, 16)); }

/// A value as a field of a table: on one line, without tabs.
std::string field(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return out;
}

/// The quote cut to the longest of its lines, since a field holds no line break and must stand in the text.
std::string_view longest_line(std::string_view quote) {
  std::string_view best;
  while (!quote.empty()) {
    const std::size_t end = quote.find_first_of("\n\r\t");
    if (quote.substr(0, end).size() > best.size()) best = quote.substr(0, end);
    if (end == std::string_view::npos) break;
    quote.remove_prefix(end + 1);
  }
  return best;
}

}  // namespace

std::string draft_facts(const std::vector<ReadArticle>& articles) {
  const extraction::EntityNames names(articles);
  std::string out =
      "# Drafted by graphwright extract. Correct it with --review or under another name: the next run writes this file "
      "anew.\ngraphwright: 1\n\nentities:";
  for (const auto& [id, one] : names.entries())
    out += fmt::format("\n  {}: {{class: {}, label: {}}}", id, class_list(one.classes()), quoted(one.label));
  if (names.entries().empty()) out += " {}";
  out += "\n\nfacts:";
  bool is_empty = true;
  for (const ReadArticle& article : articles)
    for (const Claim& claim : article.claims) {
      if (is_empty) out += "\n";
      is_empty = false;
      out += block(claim, article, names);
    }
  if (is_empty) out += " []\n";
  return out + seal(out);
}

bool is_untouched_draft(std::string_view text) {
  const std::size_t at = text.rfind(seal_words);
  return at != std::string_view::npos && text.substr(at) == seal(text.substr(0, at));
}

void write_claims(const ReadArticle& article, Output& output) {
  for (const Claim& one : article.claims)
    output.write(fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", article.name, one.relation, field(one.subject),
                             field(one.object), one.time, field(one.place), name(one.modality), field(one.speaker),
                             longest_line(words(one, article.article.text))));
}

}  // namespace graphwright
