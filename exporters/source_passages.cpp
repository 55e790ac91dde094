#include "source_passages.hpp"

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::size_t code_points_a_mark = 256;
constexpr std::size_t most_around = 280;

/// The byte at which a code point begins; the size of the text where it has fewer.
std::size_t byte_of(std::string_view text, const std::vector<std::size_t>& marks, std::size_t code_point) {
  if (code_point / code_points_a_mark >= marks.size()) return text.size();
  std::size_t at = marks[code_point / code_points_a_mark];
  for (std::size_t left = code_point % code_points_a_mark; left > 0 && at < text.size(); --left) {
    ++at;
    while (at < text.size() && is_continuation_byte(text[at])) ++at;
  }
  return at;
}

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

/// Whether a line end at `at` ends a paragraph: the next line is empty.
bool ends_paragraph(std::string_view text, std::size_t at) {
  if (text[at] != '\n') return false;
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
  return next < text.size() && text[next] == '\n';
}

std::string_view without_leading_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

std::string before(std::string_view text) {
  std::size_t at = text.size();
  std::size_t count = 0;
  while (at > 0 && count < most_around) {
    const std::size_t last = at - 1;
    if (ends_paragraph(text, last)) return std::string(without_leading_space(text.substr(at)));
    if (!is_continuation_byte(text[last])) ++count;
    at = last;
  }
  if (at == 0) return std::string(text);
  std::size_t word = at;
  while (word < text.size() && !is_space(text[word])) ++word;
  if (word == text.size()) {
    while (at > 0 && is_continuation_byte(text[at])) --at;
    word = at;
  }
  return std::string("…").append(text.substr(word));
}

std::string after(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count <= most_around; ++at) {
    if (ends_paragraph(text, at)) return std::string(text.substr(0, at));
    if (!is_continuation_byte(text[at])) ++count;
  }
  if (at == text.size()) return std::string(text);
  std::size_t word = at;
  while (word > 0 && !is_space(text[word - 1])) --word;
  if (word == 0) {
    while (at > 0 && is_continuation_byte(text[at])) --at;
    word = at;
  }
  while (word > 0 && is_space(text[word - 1])) --word;
  return std::string(text.substr(0, word)).append(" …");
}

}  // namespace

SourcePassages::SourcePassages(std::span<const SourceView> sources) {
  for (const SourceView& one : sources) {
    Source& source = sources_[one.iri];
    source.text = one.text;
    std::size_t count = 0;
    for (std::size_t at = 0; at < one.text.size(); ++at) {
      if (is_continuation_byte(one.text[at])) continue;
      if (count % code_points_a_mark == 0) source.marks.push_back(at);
      ++count;
    }
  }
}

std::optional<QuoteContext> SourcePassages::around(std::string_view source_iri, std::uint32_t begin, std::uint32_t end,
                                                   std::string_view quote) const {
  const auto at = sources_.find(source_iri);
  if (at == sources_.end() || begin >= end) return std::nullopt;
  const Source& source = at->second;
  const std::size_t from = byte_of(source.text, source.marks, begin);
  if (source.text.substr(from, quote.size()) != quote) return std::nullopt;
  return QuoteContext{before(source.text.substr(0, from)), after(source.text.substr(from + quote.size()))};
}

std::optional<std::string_view> SourcePassages::between(std::string_view source_iri, std::uint32_t end,
                                                        std::uint32_t begin) const {
  const auto at = sources_.find(source_iri);
  if (at == sources_.end() || begin < end || begin - end > 2 * most_around) return std::nullopt;
  const Source& source = at->second;
  const std::size_t from = byte_of(source.text, source.marks, end);
  const std::size_t to = byte_of(source.text, source.marks, begin);
  for (std::size_t byte = from; byte < to; ++byte)
    if (ends_paragraph(source.text, byte)) return std::nullopt;
  return source.text.substr(from, to - from);
}

}  // namespace graphwright
