#include "graphwright/query_text.hpp"

#include <algorithm>
#include <string>

namespace graphwright {
namespace {

bool is_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
         byte == '-' || byte == '.' || byte == '\\' || static_cast<unsigned char>(byte) >= 0x80;
}

std::string upper(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char byte) { return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte; });
  return text;
}

/// Walks over the tokens of a query (SPARQL 1.1 Query Language, 19.8) as far as keywords need it.
class Keywords {
 public:
  explicit Keywords(std::string_view text) : text_(text) {}

  /// The next bare word in capitals, empty at the end.
  std::string next() {
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      if (byte == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (byte == '<') {
        skip_iri();
      } else if (byte == '"' || byte == '\'') {
        skip_string(byte);
      } else if (byte == '?' || byte == '$' || byte == '@' || byte == ':') {
        ++at_;
        take_word();
      } else if (is_word(byte)) {
        const std::string_view word = take_word();
        if (at_ == text_.size() || text_[at_] != ':') return upper(word);
      } else {
        ++at_;
      }
    }
    return {};
  }

 private:
  std::string_view take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  /// An IRI, or the sign "less than" where what follows cannot be one.
  void skip_iri() {
    const std::size_t end = text_.find_first_of("<>\"{}|^`\\ \t\r\n", at_ + 1);
    at_ = end != std::string_view::npos && text_[end] == '>' ? end + 1 : at_ + 1;
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool is_long = text_.substr(at_, 3) == three;
    const std::string_view close = is_long ? std::string_view(three) : std::string_view(three).substr(0, 1);
    at_ += close.size();
    while (at_ < text_.size() && text_.substr(at_, close.size()) != close) at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_ + close.size(), text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

QueryForm form_of(const std::string& word) {
  if (word == "SELECT") return QueryForm::select;
  if (word == "ASK") return QueryForm::ask;
  if (word == "CONSTRUCT") return QueryForm::construct;
  return word == "DESCRIBE" ? QueryForm::describe : QueryForm::unknown;
}

}  // namespace

QueryText look_at_query(std::string_view query) {
  QueryText found;
  Keywords keywords(query);
  for (std::string word = keywords.next(); !word.empty(); word = keywords.next()) {
    if (found.form == QueryForm::unknown) found.form = form_of(word);
    // A codepoint escape outside of strings could spell a keyword, so it counts as one.
    if (word == "SERVICE" || word == "FROM" || word.find("\\U") != std::string::npos) found.leaves = true;
  }
  return found;
}

}  // namespace graphwright
