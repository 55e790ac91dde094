#include "dot_places.hpp"

#include <algorithm>
#include <array>

#include "graphwright/ascii_case.hpp"

namespace graphwright {
namespace {

/// Whether a token is a keyword, which has no quotation marks and may have capital letters.
bool is_keyword(const DotToken& token, std::string_view word) {
  return token.kind == DotToken::Kind::name &&
         std::equal(token.text.begin(), token.text.end(), word.begin(), word.end(),
                    [](char written, char small) { return ascii_lower(written) == small; });
}

bool names_a_graph(const DotToken& before) {
  constexpr std::array<std::string_view, 3> words{"graph", "digraph", "subgraph"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_keyword(before, word); });
}

template <typename Map, typename Key>
std::optional<Location> find(const Map& places, const Key& key) {
  const auto found = places.find(key);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

DotPlaces::DotPlaces(std::string_view bytes, FileId file, std::set<std::string, std::less<>> nodes)
    : file_(file), wanted_(std::move(nodes)) {
  DotTokens tokens(bytes, file);
  for (DotToken token = tokens.next(); token.kind != DotToken::Kind::end; token = tokens.next()) {
    take(token);
    before_that_ = before_;
    before_ = token;
  }
}

Location DotPlaces::label(const std::string& node, const std::string& label) const {
  if (const auto own = find(labels_, Pair{node, label})) return *own;
  if (const auto inherited = find(default_labels_, label)) return *inherited;
  return find(nodes_, node).value_or(Location{file_});
}

Location DotPlaces::port(const std::string& node, const std::string& port) const {
  if (const auto written = find(ports_, Pair{node, port})) return *written;
  if (const auto value = find(port_values_, port)) return *value;
  return find(nodes_, node).value_or(Location{file_});
}

void DotPlaces::take(const DotToken& token) {
  if (token.kind == DotToken::Kind::mark) return take_mark(token);
  if (brackets_ > 0) return take_value(token);
  if (follows(":")) return take_port(token);
  if (!follows("=") && !names_a_graph(before_)) take_name(token);
}

void DotPlaces::take_mark(const DotToken& token) {
  if (token.text == "[") ++brackets_;
  if (token.text == "]" && brackets_ > 0) --brackets_;
  if (token.text == "}") subject_.reset();
}

void DotPlaces::take_name(const DotToken& token) {
  named_ = token;
  const bool is_of_a_node =
      !follows("->") && !follows("--") && !is_keyword(token, "edge") && !is_keyword(token, "graph");
  subject_ = is_of_a_node ? std::optional(token) : std::nullopt;
  if (const std::string name = plain_text(token); wanted_.contains(name)) nodes_.try_emplace(name, token.location);
}

void DotPlaces::take_port(const DotToken& token) {
  // What follows a second colon is a point of the compass.
  if (named_.kind == DotToken::Kind::end) return;
  const std::string name = plain_text(named_);
  if (wanted_.contains(name)) {
    const std::string text = plain_text(token);
    const Pair pair{name, text.substr(0, text.find(':'))};
    ports_.try_emplace(pair, named_.location);
    if (named_.kind == DotToken::Kind::name) bare_ports_.insert(pair);
  }
  named_ = {};
}

void DotPlaces::take_value(const DotToken& token) {
  if (!follows("=")) return;
  const std::string text = plain_text(token);
  if (before_that_.text == "headport" || before_that_.text == "tailport")
    port_values_.try_emplace(text.substr(0, text.find(':')), token.location);
  if (before_that_.text != "label" || !subject_) return;
  if (is_keyword(*subject_, "node"))
    default_labels_.try_emplace(text, token.location);
  else if (const std::string name = plain_text(*subject_); wanted_.contains(name))
    labels_.try_emplace({name, text}, token.location);
}

}  // namespace graphwright
