#include "dot_edges.hpp"

namespace graphwright {
namespace {

bool is_line(const DotToken& token) { return is_mark(token, "->") || is_mark(token, "--"); }

}  // namespace

void DotEdges::take(const DotToken& token) {
  is_strict_ = is_strict_ || (!is_open_ && is_word(token, "strict"));
  if (!is_strict_) follow(token);
  before_ = token;
}

void DotEdges::follow(const DotToken& token) {
  is_open_ = is_open_ || is_mark(token, "{");
  if (is_mark(token, "[")) ++brackets_;
  if (is_mark(token, "]") && brackets_ > 0) --brackets_;
  if (brackets_ > 0 || !is_open_ || is_mark(token, ":") || is_mark(before_, ":") || is_line(token)) return;
  if (token.kind == DotToken::Kind::mark || is_word(token, "subgraph")) {
    node_.reset();
    return;
  }
  std::string name = plain_text(token);
  if (is_line(before_) && node_) edges_.add(*node_, name, {}, before_.text == "->", token.location);
  node_ = std::move(name);
}

}  // namespace graphwright
