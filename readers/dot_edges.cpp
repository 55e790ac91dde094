#include "dot_edges.hpp"

#include <optional>
#include <string>

#include "graphwright/ascii_case.hpp"

#include "dot_tokens.hpp"
#include "parallel_edges.hpp"

namespace graphwright {
namespace {

/// Follows the statements of a graph, node by node.
class DotEdges {
 public:
  DotEdges(std::string_view bytes, FileId file) : tokens_(bytes, file) {}

  void collect(ParallelEdges& edges) {
    for (DotToken token = tokens_.next(); token.kind != DotToken::Kind::end; token = tokens_.next()) {
      if (is_word(token, "strict") && !is_open_) return;
      take(token, edges);
      before_ = token;
    }
  }

 private:
  static bool is_word(const DotToken& token, std::string_view word) {
    return token.kind == DotToken::Kind::name && ascii_lower(token.text) == word;
  }
  static bool is_mark(const DotToken& token, std::string_view mark) {
    return token.kind == DotToken::Kind::mark && token.text == mark;
  }
  static bool is_line(const DotToken& token) { return is_mark(token, "->") || is_mark(token, "--"); }

  void take(const DotToken& token, ParallelEdges& edges) {
    is_open_ = is_open_ || is_mark(token, "{");
    if (is_mark(token, "[")) ++brackets_;
    if (is_mark(token, "]") && brackets_ > 0) --brackets_;
    if (brackets_ > 0 || !is_open_ || is_mark(token, ":") || is_mark(before_, ":")) return;
    if (is_line(token)) return;
    if (token.kind == DotToken::Kind::mark || is_word(token, "subgraph")) {
      node_.reset();
      return;
    }
    std::string name = plain_text(token);
    if (is_line(before_) && node_) edges.add(*node_, name, {}, before_.text == "->", token.location);
    node_ = std::move(name);
  }

  DotTokens tokens_;
  DotToken before_;
  std::optional<std::string> node_;  // the last one, unless something stands between
  std::size_t brackets_ = 0;
  bool is_open_ = false;
};

}  // namespace

void examine_parallel_edges(std::string_view bytes, FileId file, DoctorFindings& findings) {
  ParallelEdges edges;
  DotEdges(bytes, file).collect(edges);
  edges.report(findings);
}

}  // namespace graphwright
