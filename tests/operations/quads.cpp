#include "quads.hpp"

#include <stdexcept>
#include <string>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

class Line {
 public:
  Line(Graph& graph, std::string_view text) : graph_(graph), rest_(text) {}

  bool is_empty() {
    skip_space();
    return rest_.empty() || rest_.front() == '#';
  }

  Statement statement() {
    Statement one{term(), term(), term(), TermId::none};
    skip_space();
    if (!rest_.starts_with('.')) one.graph = term();
    skip_space();
    if (!rest_.starts_with('.')) fail("a dot");
    return one;
  }

  TermId term() {
    skip_space();
    if (take("<<(")) return triple();
    if (take("<")) return graph_.terms().intern_iri(unescape(until('>')));
    if (take("_:")) return graph_.terms().intern(TermView::blank(word()));
    if (take(":")) return graph_.terms().intern_iri("http://example.org/" + std::string(word()));
    if (take("\"")) return literal();
    fail("a term");
  }

 private:
  [[noreturn]] void fail(const char* wanted) const {
    throw std::runtime_error(std::string("test line needs ") + wanted + " at: " + std::string(rest_));
  }
  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r"), rest_.size())); }
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  std::string_view cut(std::size_t length) {
    const std::string_view text = rest_.substr(0, length);
    rest_.remove_prefix(text.size());
    return text;
  }
  std::string_view word() { return cut(std::min(rest_.find_first_of(" \t\r"), rest_.size())); }
  std::string_view until(char end) {
    const std::string_view text = cut(rest_.find(end));
    rest_.remove_prefix(1);
    return text;
  }

  TermId triple() {
    const TermId subject = term();
    const TermId predicate = term();
    const TermId object = term();
    skip_space();
    if (!take(")>>")) fail("the end of a triple term");
    const TripleView view{graph_.view(subject), graph_.view(predicate), graph_.view(object)};
    return graph_.terms().intern(TermView::triple_term(view));
  }

  TermId literal() {
    std::size_t end = 0;
    while (rest_.at(end) != '"') end += rest_[end] == '\\' ? 2 : 1;
    const std::string text = unescape(cut(end));
    rest_.remove_prefix(1);
    if (take("^^<")) return graph_.terms().intern(TermView::literal(text, until('>')));
    if (!take("@")) return graph_.terms().intern(TermView::literal(text));
    const std::string_view tag = word();
    const std::size_t dash = tag.find("--");
    const Direction direction = dash == std::string_view::npos  ? Direction::none
                                : tag.substr(dash + 2) == "ltr" ? Direction::ltr
                                                                : Direction::rtl;
    return graph_.terms().intern(TermView::tagged_literal(text, tag.substr(0, dash), direction));
  }

  static std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '\\') {
        out += text[at];
        continue;
      }
      const char letter = text[++at];
      if (letter == 'u' || letter == 'U') {
        const std::size_t digits = letter == 'u' ? 4 : 8;
        append_utf8(static_cast<char32_t>(std::stoul(std::string(text.substr(at + 1, digits)), nullptr, 16)), out);
        at += digits;
      } else {
        constexpr std::string_view letters = "tbnrf";
        const std::size_t place = letters.find(letter);
        out += place == std::string_view::npos ? letter : "\t\b\n\r\f"[place];
      }
    }
    return out;
  }

  Graph& graph_;
  std::string_view rest_;
};

}  // namespace

void add_lines(Graph& graph, std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    Line line(graph, lines.substr(0, end));
    if (!line.is_empty()) graph.add_statement(line.statement());
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

Graph graph_of(std::string_view lines) {
  Graph graph;
  add_lines(graph, lines);
  return graph;
}

TermId term_of(Graph& graph, std::string_view text) { return Line(graph, text).term(); }

}  // namespace graphwright
