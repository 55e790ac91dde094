#include "fact_line.hpp"

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::string_view white = " \t\r\n";

/// Takes words and literals off a line.
class LineScanner {
 public:
  LineScanner(std::string_view line, FactLineError& error) : line_(line), error_(error) {}

  bool parse(FactLine& into) {
    into.subject = word();
    into.relation = word();
    skip_white();
    if (into.subject.text.starts_with('"')) return fail(into.subject.offset, "the subject of a line is a name");
    if (into.relation.text.starts_with('"')) return fail(into.relation.offset, "the relation of a line is a name");
    if (at_ == line_.size()) return too_short(into);
    into.object.offset = at_;
    if (line_[at_] == '"') {
      if (!literal(into.literal.emplace())) return false;
      into.object.text = line_.substr(into.object.offset, at_ - into.object.offset);
    } else {
      into.object = word();
    }
    return at_end();
  }

 private:
  void skip_white() {
    while (at_ < line_.size() && white.find(line_[at_]) != std::string_view::npos) ++at_;
  }

  FactWord word() {
    skip_white();
    const std::size_t begin = at_;
    while (at_ < line_.size() && white.find(line_[at_]) == std::string_view::npos) ++at_;
    return {line_.substr(begin, at_ - begin), begin};
  }

  bool fail(std::size_t offset, std::string message) {
    error_ = {std::move(message), offset};
    return false;
  }

  bool too_short(const FactLine& line) {
    const int words = line.subject.text.empty() ? 0 : line.relation.text.empty() ? 1 : 2;
    return fail(0, fmt::format("a line has three words, subject relation object; here {}",
                               words == 1 ? std::string("is one") : fmt::format("are {}", words)));
  }

  bool at_end() {
    skip_white();
    if (at_ == line_.size()) return true;
    return fail(at_,
                "a line has three words, subject relation object; here are more: a name has no spaces, a text "
                "stands in double quotes");
  }

  /// A literal in double quotes, with `\"`, `\\`, `\n` and `\t` as escapes.
  bool literal(FactLiteral& into) {
    const std::size_t begin = at_++;
    for (; at_ < line_.size() && line_[at_] != '"'; ++at_) {
      if (line_[at_] != '\\')
        into.text += line_[at_];
      else if (!escape(into.text))
        return false;
    }
    if (at_ == line_.size()) return fail(begin, "the double quote is never closed");
    ++at_;
    return suffix(into);
  }

  bool escape(std::string& out) {
    constexpr std::string_view kinds = "\"\\nt";
    constexpr std::string_view meanings = "\"\\\n\t";
    const std::size_t kind = at_ + 1 < line_.size() ? kinds.find(line_[at_ + 1]) : std::string_view::npos;
    if (kind == std::string_view::npos) return fail(at_, R"(a backslash stands only in \", \\, \n and \t)");
    out += meanings[kind];
    ++at_;
    return true;
  }

  /// `@language` or `^^datatype`.
  bool suffix(FactLiteral& into) {
    if (line_.substr(at_).starts_with('@')) {
      ++at_;
      into.language = word().text;
      return !into.language.empty() || fail(at_, "a language follows '@', as in @en");
    }
    if (line_.substr(at_).starts_with("^^")) {
      at_ += 2;
      into.datatype = word();
      return !into.datatype.text.empty() || fail(at_, "a datatype follows '^^', as in ^^xsd:integer");
    }
    const bool is_glued = at_ < line_.size() && white.find(line_[at_]) == std::string_view::npos;
    return !is_glued || fail(at_, "after the closing double quote only @language or ^^datatype may follow");
  }

  std::string_view line_;
  FactLineError& error_;
  std::size_t at_ = 0;
};

}  // namespace

bool parse_fact_line(std::string_view line, FactLine& into, FactLineError& error) {
  return LineScanner(line, error).parse(into);
}

}  // namespace graphwright
