#include "review_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "graphwright/decisions.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright::cli {
namespace {

/// How many bytes are shown before and behind a quote, and of a quote itself.
constexpr std::size_t most_around = 300;
constexpr std::size_t most_quoted = 1000;

bool is_border(std::string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || !is_continuation_byte(text[at]);
}

/// The end of a text that begins with a whole character, with dots where something is left out.
std::string last_part(std::string_view text, std::size_t most) {
  if (text.size() <= most) return printable(text);
  std::size_t at = text.size() - most;
  while (!is_border(text, at)) ++at;
  return "..." + printable(text.substr(at));
}

std::string first_part(std::string_view text, std::size_t most) {
  if (text.size() <= most) return printable(text);
  while (!is_border(text, most)) --most;
  return printable(text.substr(0, most)) + "...";
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // U+0080 to U+009F are controls too.
    const bool is_long_control =
        byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    if (is_long_control) ++at;
    out.push_back(byte < 0x20 || byte == 0x7F || is_long_control ? ' ' : text[at]);
  }
  return out;
}

std::string marked_sentence(std::string_view text, const Claim& claim) {
  const std::string_view before = text.substr(claim.sentence_begin, claim.begin - claim.sentence_begin);
  const std::string_view quote = text.substr(claim.begin, claim.end - claim.begin);
  const std::string_view behind = text.substr(claim.end, std::max(claim.sentence_end, claim.end) - claim.end);
  return on_one_line(last_part(before, most_around) + "[[" + first_part(quote, most_quoted) + "]]" +
                     first_part(behind, most_around));
}

std::string fact_line(const Claim& claim) {
  std::string out = fmt::format("{} ({}) {} {} ({}), {}", claim.subject, claim.subject_class, claim.relation,
                                claim.object, claim.object_class, name(claim.modality));
  if (!claim.speaker.empty())
    out += (claim.modality == Modality::attributed ? " to " : " according to ") + claim.speaker;
  if (!claim.time.empty()) out += ", " + claim.time;
  if (!claim.place.empty()) out += ", at " + claim.place;
  return printable(out);
}

std::string_view verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted:
      return "accepted";
    case Verdict::edited:
      return "edited";
    case Verdict::rejected:
      return "rejected";
    case Verdict::none:
      break;
  }
  return "undecided";
}

std::string counted(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace graphwright::cli
