#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graphwright/reader.hpp"

namespace graphwright {

/// A value of a node or edge by the id of its key.
struct OwnValue {
  std::string key;
  std::string text;
  Location location;
};

/// A node or an edge as a file of ours has it.
struct OwnElement {
  std::string id;
  /// Of an edge.
  std::string source;
  std::string target;
  /// The label of a node, where the format has a place of its own for it.
  std::string label;
  std::vector<OwnValue> values;
  Location location;
};

/// Turns a GraphML or GEXF file that this program wrote back into the statements and facts that it was written from.
///
/// Such a file says in processing instructions what its short names stand for (exporters/own_names.hpp). What they do
/// not tell becomes what it is in any other file: a name below the base.
class OwnGraph {
 public:
  OwnGraph(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

  /// Takes one instruction: `base`, `prefix`, `key`, `class`, `name`.
  void instruct(std::string_view words);
  void node(const OwnElement& node);
  void edge(const OwnElement& edge);

 private:
  /// How the values of a key become terms.
  struct Key {
    std::string property;
    /// A datatype, `@` and a language, `iri`; empty: plain text.
    std::string kind;
    bool is_list = false;
  };
  struct Resource {
    std::string text;
    bool is_blank = false;

    TermView view() const { return is_blank ? TermView::blank(text) : TermView::iri(text); }
  };

  std::string_view value(const OwnElement& element, std::string_view key) const;
  Resource resource(const std::string& id) const;
  /// The node at an end of an edge; null after a message where there is none.
  const Resource* end(const OwnElement& edge, const std::string& id, std::string_view word);
  void push_types(const OwnElement& node, const TermView& self);
  bool says_label(const OwnElement& node, std::string_view label) const;
  void push_label(const OwnElement& node, const Resource& self);
  void push_value(const TermView& self, const Key& key, std::string_view text, Location location);
  static bool is_bare(const OwnElement& edge);
  bool read_evidence(const OwnElement& edge);

  Sink& sink_;
  Diagnostics& diagnostics_;
  std::string base_;
  std::unordered_map<std::string, Key> keys_;
  std::unordered_map<std::string, std::string> classes_;
  std::unordered_map<std::string, std::string> names_;
  /// Thinly filled: a chain of two is another wait for memory.
  std::unordered_map<std::string, Resource> nodes_;
  /// Of the edge before: its source, and its relation if that is an IRI.
  std::string source_id_;
  const Resource* source_ = nullptr;
  std::string relation_;
  bool is_relation_ = false;
  std::vector<Resource> sources_;
  std::vector<std::string> quotes_;
  std::vector<EvidenceView> evidence_;
};

/// Follows a file of ours; nothing until an instruction says that it is one.
class OwnGraphSwitch {
 public:
  OwnGraphSwitch(const ReadOptions& options, Sink& sink, Diagnostics& diagnostics)
      : options_(options), sink_(sink), diagnostics_(diagnostics) {}

  /// Takes a processing instruction; those of other programs are passed over.
  void instruct(std::string_view target, std::string_view words);
  explicit operator bool() const { return graph_.has_value(); }
  OwnGraph* operator->() { return &*graph_; }

 private:
  const ReadOptions& options_;
  Sink& sink_;
  Diagnostics& diagnostics_;
  std::optional<OwnGraph> graph_;
};

}  // namespace graphwright
