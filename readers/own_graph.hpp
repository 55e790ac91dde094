#pragma once

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graphwright/reader.hpp"

#include "node_ids.hpp"
#include "own_element.hpp"
#include "own_keys.hpp"

namespace graphwright {

/// Whether a processing instruction says that a GraphML or GEXF file is one that this program wrote.
bool begins_own_file(std::string_view target, std::string_view words);
/// Whether one says that just `e_type` and `e_iri` name relations, and XML attributes tell parallel edges apart.
bool names_relations(std::string_view target, std::string_view words);
/// Whether one says that the file names times of edges as we do.
bool names_times(std::string_view target, std::string_view words);

/// Turns a GraphML or GEXF file that this program wrote back into the statements and facts that it was written from.
///
/// Such a file says in processing instructions what its short names stand for (exporters/own_names.hpp). What they do
/// not tell becomes what it is in any other file: a name below the base.
class OwnGraph {
 public:
  OwnGraph(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

  /// Takes one instruction of ours: `base`, `prefix`, `key`, `class`, `name`; those of others are passed over.
  void instruct(std::string_view target, std::string_view words);
  /// The number of a key for values of elements.
  std::uint32_t key(std::string_view id) { return keys_.number(id); }
  void node(const OwnElement& node);
  void edge(const OwnElement& edge);
  /// Says what has not been said yet.
  void finish() { push_edges(); }

 private:
  /// Who a name means; absent where there is no name.
  struct Resource {
    std::string text;
    TermKind kind = TermKind::absent;
    std::uint32_t held = TermView::not_held;

    TermView view() const { return {.text = text, .qualifier = {}, .kind = kind, .held = held}; }
  };
  /// An edge that is no more than a statement, whose target is not looked up yet.
  struct BareEdge {
    std::string id;
    std::string target;
    TermView source;
    std::string_view relation;
    Location location;
  };

  Resource resource(std::string_view id) const;
  void refuse_end(Location location, std::string_view edge, std::string_view id, std::string_view word);

  void collect_types(const OwnElement& node);
  bool says_label(const OwnElement& node, std::string_view label) const;
  void collect_label(const OwnElement& node);
  void collect_values(const OwnElement& node);
  void collect(const OwnKeys::Meaning& key, std::string_view text, std::string_view time, Location location);

  const TermView& source_of(const OwnElement& edge);
  std::string_view relation_of(const OwnElement& edge);
  void take_label(const OwnElement& edge, std::string_view relation);
  void keep_bare(const OwnElement& edge, const TermView& source, std::string_view relation);
  void push_edges();
  void push_fact(const OwnElement& edge, const TermView& source, std::string_view relation);
  bool read_fact(const OwnElement& edge, FactView& fact);
  bool read_evidence(const OwnElement& edge);

  Sink& sink_;
  Diagnostics& diagnostics_;
  std::string base_;
  OwnKeys keys_;
  std::unordered_map<std::string, std::string> classes_;
  std::unordered_map<std::string, std::string> names_;
  NodeIds nodes_;
  // Of a node: who it is, its statements, the texts of those that come from lists, and the facts of those with a time.
  TermView self_;
  std::vector<StatementView> statements_;
  std::vector<std::vector<std::string>> lists_;
  std::deque<FactView> times_;
  // Of the edge before: its source and its relation.
  std::string source_id_;
  TermView source_;
  std::unordered_map<std::string, bool> relations_;  // whether they are IRIs
  const std::pair<const std::string, bool>* relation_ = nullptr;
  // The last `bare_count_` edges, which are looked up together.
  std::array<BareEdge, NodeIds::at_once> bare_;
  std::size_t bare_count_ = 0;
  // Of an edge that is a fact.
  Resource place_;
  Resource speaker_;
  std::vector<Resource> sources_;
  std::vector<std::string> quotes_;
  std::vector<EvidenceView> evidence_;
};

}  // namespace graphwright
