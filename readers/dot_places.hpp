#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "dot_tokens.hpp"

namespace graphwright {

/// Where a DOT file first writes some of its nodes, their labels and their ports.
class DotPlaces {
 public:
  DotPlaces(std::string_view bytes, FileId file, std::set<std::string, std::less<>> nodes);

  /// Where the label of a node stands: its own, that of a `node [label=...]`, or else the node.
  Location label(const std::string& node, const std::string& label) const;
  /// Where an end of an edge names a port: `node:port`, a value of `headport` or `tailport`, or else the node.
  Location port(const std::string& node, const std::string& port) const;
  /// Whether a node and its port stand without quotation marks in `node:port`.
  bool is_bare(const std::string& node, const std::string& port) const { return bare_ports_.contains({node, port}); }

 private:
  void take(const DotToken& token);
  void take_mark(const DotToken& token);
  void take_name(const DotToken& token);
  void take_port(const DotToken& token);
  void take_value(const DotToken& token);
  bool follows(std::string_view mark) const { return before_.kind == DotToken::Kind::mark && before_.text == mark; }

  using Pair = std::pair<std::string, std::string>;
  FileId file_;
  std::set<std::string, std::less<>> wanted_;
  std::map<std::string, Location> nodes_;
  std::map<std::string, Location> default_labels_;
  std::map<std::string, Location> port_values_;
  std::map<Pair, Location> labels_;
  std::map<Pair, Location> ports_;
  std::set<Pair> bare_ports_;

  DotToken before_;
  DotToken before_that_;
  std::size_t brackets_ = 0;
  // The node, or the word `node`, of which the attributes in brackets speak; nothing at those of an edge or a graph.
  std::optional<DotToken> subject_;
  DotToken named_;
};

}  // namespace graphwright
