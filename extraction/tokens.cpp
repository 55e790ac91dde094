#include "tokens.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "graphwright/utf8.hpp"

namespace graphwright::extraction {
namespace {

constexpr auto abbreviations = std::to_array<std::string_view>(
    {"adm.", "apr.", "aug.",  "brig.", "capt.", "cmdr.", "col.", "d.c.",   "dec.",   "dr.",
     "e.u.", "feb.", "gen.",  "gov.",  "jan.",  "jul.",  "jun.", "lieut.", "lt.",    "maj.",
     "mar.", "mr.",  "mrs.",  "ms.",   "no.",   "nov.",  "oct.", "prof.",  "rep.",   "rev.",
     "sen.", "sep.", "sept.", "sgt.",  "st.",   "u.k.",  "u.n.", "u.s.",   "u.s.a.", "vs."});
/// Abbreviations behind which a sentence may end; it does where one of these words follows.
constexpr auto may_end = std::to_array<std::string_view>({"d.c.", "e.u.", "u.k.", "u.n.", "u.s.", "u.s.a."});
constexpr auto starters = std::to_array<std::string_view>(
    {"a",  "after", "an",   "and", "at",    "but",  "he",   "his",   "in",    "it",   "its",   "no",
     "on", "she",   "that", "the", "their", "they", "this", "those", "under", "when", "while", "with"});
constexpr auto compound_ends = std::to_array<std::string_view>(
    {"administered", "affiliated", "aligned",   "allied",    "armed",      "backed",    "based",      "born",
     "brokered",     "chaired",    "claimed",   "commanded", "controlled", "dominated", "educated",   "facilitated",
     "funded",       "garrisoned", "governed",  "held",      "hosted",     "imposed",   "inspired",   "led",
     "linked",       "made",       "majority",  "mediated",  "negotiated", "occupied",  "organised",  "organized",
     "owned",        "patrolled",  "populated", "proposed",  "ruled",      "run",       "seized",     "sponsored",
     "supplied",     "supported",  "trained",   "installed", "appointed",  "drafted",   "recognized", "recognised",
     "annexed",      "operated"});

template <typename Table>
bool has(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) != 0 ||
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GENERAL_CATEGORY) == U_NON_SPACING_MARK;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c)) != 0;
}

char32_t code_point(std::string_view text, std::size_t at, std::size_t* next = nullptr) {
  if (at >= text.size()) return 0;
  if (static_cast<unsigned char>(text[at]) < 0x80) {
    if (next != nullptr) *next = at + 1;
    return static_cast<unsigned char>(text[at]);
  }
  std::size_t end = at;
  const char32_t c = decode_utf8(text, end);
  if (next != nullptr) *next = end;
  return c;
}

/// The word that ends just before `at`, white space left out, with its full stop.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t at) {
  while (at > begin && is_space(static_cast<unsigned char>(text[at - 1]))) --at;
  std::size_t first = at;
  while (first > begin && !is_space(static_cast<unsigned char>(text[first - 1])) && at - first < 24) --first;
  while (first < at && (text[first] == '(' || text[first] == '"')) ++first;
  return text.substr(first, at - first);
}

std::string word_after(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(static_cast<unsigned char>(text[at]))) ++at;
  std::size_t end = at;
  while (end < text.size() && end - at < 16 && is_letter(static_cast<unsigned char>(text[end]))) ++end;
  return lower(text.substr(at, end - at));
}

bool is_initial(std::string_view word) {
  return word.size() == 2 && word[1] == '.' && is_upper(static_cast<unsigned char>(word[0]));
}

bool ends_by_abbreviation(std::string_view text, std::size_t begin, std::size_t border) {
  const std::string_view word = word_before(text, begin, border);
  if (word.empty() || word.back() != '.') return false;
  const std::string key = lower(word);
  if (has(may_end, key)) return !has(starters, word_after(text, border));
  return is_initial(word) || has(abbreviations, key);
}

/// A single line break after a long line that does not end a sentence: the text is wrapped.
bool is_wrapped(std::string_view text, std::size_t begin, std::size_t border) {
  std::size_t last = border;
  std::size_t breaks = 0;
  while (last > begin && is_space(static_cast<unsigned char>(text[last - 1]))) breaks += text[--last] == '\n';
  if (breaks != 1 || last == begin) return false;
  const char end = text[last - 1];
  if (end == '.' || end == '!' || end == '?' || end == '"' || end == ':') return false;
  const std::size_t line = text.rfind('\n', last - 1);
  const std::size_t width = last - (line == std::string_view::npos ? begin : line);
  return width > 50 && border < text.size() && text[border] != '\n';
}

bool is_false_border(std::string_view text, std::size_t begin, std::size_t border) {
  return border < text.size() && (is_wrapped(text, begin, border) || ends_by_abbreviation(text, begin, border));
}

Stretch trimmed(std::string_view text, Stretch one) {
  while (one.begin < one.end && is_space(static_cast<unsigned char>(text[one.begin]))) ++one.begin;
  while (one.end > one.begin && is_space(static_cast<unsigned char>(text[one.end - 1]))) --one.end;
  return one;
}

/// One pass over a sentence.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, Stretch sentence) : text_(text), at_(sentence.begin), end_(sentence.end) {}

  std::vector<Token> run() {
    while (at_ < end_) {
      std::size_t next = at_;
      const char32_t c = code_point(text_, at_, &next);
      if (is_space(c)) {
        at_ = next;
      } else if (is_word(c)) {
        word();
      } else {
        mark(c, next);
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(std::size_t begin, std::size_t end, Shape shape) {
    Token one{begin, end, shape, is_quoted_, lower(text_.substr(begin, end - begin))};
    tokens_.push_back(std::move(one));
  }

  Shape shape_of(std::size_t begin, std::size_t end) const {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool first = false;
    for (std::size_t at = begin; at < end;) {
      std::size_t next = at;
      const char32_t c = code_point(text_, at, &next);
      if (is_letter(c)) {
        if (letters++ == 0) first = is_upper(c);
        capitals += is_upper(c);
      }
      at = next;
    }
    if (letters == 0) return Shape::number;
    if (capitals == letters && letters > 1) return Shape::capitals;
    // al-Burhan, d'Ivoire: a capital behind a hyphen or apostrophe makes a name too.
    return first || capitals != 0 ? Shape::capitalized : Shape::lower;
  }

  /// Whether a full stop belongs to the word: U.S., Gen., a number's decimals.
  bool keeps_stop(std::size_t begin, std::size_t at) const {
    const char32_t next = code_point(text_, at + 1);
    if (at + 1 < end_ && is_word(next)) return at - begin <= 1 || text_[at - 2] == '.' || is_digit(next);
    const std::string_view word = text_.substr(begin, at + 1 - begin);
    if (word.size() == 2 && is_upper(code_point(word, 0))) return true;
    if (word.size() >= 4 && word[1] == '.') return true;
    return has(abbreviations, lower(word)) && at + 1 < end_;
  }

  bool goes_on(std::size_t begin, std::size_t at, char32_t c) const {
    if (is_word(c)) return true;
    std::size_t next = at;
    code_point(text_, at, &next);
    const char32_t after = next < end_ ? code_point(text_, next) : 0;
    if (is_hyphen(c)) return is_word(after);
    if (is_apostrophe(c)) return is_letter(after);
    if (c == '.') return keeps_stop(begin, at);
    return (c == ',' || c == ':') && is_digit(after) && at > begin &&
           is_digit(static_cast<unsigned char>(text_[at - 1]));
  }

  void word() {
    const std::size_t begin = at_;
    std::size_t at = at_;
    while (at < end_) {
      std::size_t next = at;
      const char32_t c = code_point(text_, at, &next);
      if (!goes_on(begin, at, c)) break;
      at = next;
    }
    at_ = at;
    split(begin, at);
  }

  void split(std::size_t begin, std::size_t end) {
    const std::string key = lower(text_.substr(begin, end - begin));
    if (key.size() > 2 && key.ends_with("'s")) {
      const std::size_t tail = text_[end - 2] == '\'' ? 2 : 4;
      split(begin, end - tail);
      add(end - tail, end, Shape::punctuation);
      return;
    }
    for (std::string_view prefix : {"ex-", "then-"}) {
      if (!key.starts_with(prefix) || key.size() <= prefix.size()) continue;
      add(begin, begin + prefix.size() - 1, Shape::lower);
      split(begin + prefix.size(), end);
      return;
    }
    const std::size_t hyphen = text_.substr(begin, end - begin).rfind('-');
    if (hyphen != std::string_view::npos && hyphen != 0 &&
        has(compound_ends, lower(text_.substr(begin + hyphen + 1, end - begin - hyphen - 1)))) {
      add(begin, begin + hyphen, shape_of(begin, begin + hyphen));
      add(begin + hyphen, end, Shape::lower);
      return;
    }
    add(begin, end, shape_of(begin, end));
  }

  void mark(char32_t c, std::size_t next) {
    const std::size_t begin = at_;
    at_ = next;
    if (c == '-' || c == '.') {
      while (at_ < end_ && text_[at_] == static_cast<char>(c)) ++at_;
    }
    const bool is_opening = c == 0x201C || (c == '"' && !is_quoted_);
    const bool is_closing = c == 0x201D || (c == '"' && is_quoted_);
    if (is_opening) is_quoted_ = true;
    // The possessive of a plural: the ministers' talks.
    if (is_apostrophe(c) && begin > 0 && (text_[begin - 1] == 's' || text_[begin - 1] == 'z') && !tokens_.empty() &&
        tokens_.back().end == begin) {
      Token one{begin, at_, Shape::punctuation, is_quoted_, "'s"};
      tokens_.push_back(std::move(one));
      return;
    }
    add(begin, at_, Shape::punctuation);
    if (c == 0x2013 || c == 0x2014) tokens_.back().key = "--";
    if (c == 0x201C || c == 0x201D) tokens_.back().key = "\"";
    if (is_closing) is_quoted_ = false;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  bool is_quoted_ = false;
  std::vector<Token> tokens_;
};

std::unique_ptr<icu::BreakIterator> sentence_borders() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> borders(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no rules for sentences");
  return borders;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte));
      ++at;
      continue;
    }
    const char32_t c = decode_utf8(text, at);
    if (is_apostrophe(c)) {
      out.push_back('\'');
    } else if (is_hyphen(c)) {
      out.push_back('-');
    } else {
      append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))), out);
    }
  }
  return out;
}

std::vector<Stretch> sentences(std::string_view text) {
  const std::unique_ptr<icu::BreakIterator> borders = sentence_borders();
  UErrorCode status = U_ZERO_ERROR;
  UText* view = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot open a text");
  borders->setText(view, status);
  std::vector<Stretch> found;
  std::size_t begin = 0;
  for (std::int32_t at = borders->first(); at != icu::BreakIterator::DONE; at = borders->next()) {
    const auto border = static_cast<std::size_t>(at);
    if (border == 0 || is_false_border(text, begin, border)) continue;
    const Stretch one = trimmed(text, {begin, border});
    if (one.begin < one.end) found.push_back(one);
    begin = border;
  }
  utext_close(view);
  return found;
}

std::vector<Token> tokens(std::string_view text, Stretch sentence) { return Tokenizer(text, sentence).run(); }

}  // namespace graphwright::extraction
