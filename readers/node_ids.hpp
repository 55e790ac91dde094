#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graphwright/sink.hpp"
#include "graphwright/term_table.hpp"

#include "numbered_ids.hpp"

namespace graphwright {

/// Whether an id stands in the IRI of its node letter by letter, and is short enough to be an id again, so that it
/// follows from the IRI.
bool is_part_of_iri(std::string_view id);

/// The nodes of a graph file, numbered as they come: their ids, and the resources that they stand for, which the sink
/// holds if it can. Views stay valid.
class NodeIds {
 public:
  static constexpr std::uint32_t none = NumberedIds::none;
  /// How many ids are looked up together.
  static constexpr std::size_t at_once = 64;

  explicit NodeIds(Sink& sink) : sink_(sink) {}

  /// Adds a node; `none` where its id is taken.
  std::uint32_t add(std::string_view id, const TermView& resource);
  std::uint32_t find(std::string_view id) const;
  /// The same for up to `at_once` ids, whose memory is waited for together, and that of their resources asked for;
  /// `nodes` has room for as many.
  void find(std::span<const std::string_view> ids, std::uint32_t* nodes) const;

  /// What a node stands for, for statements to the sink: without a text where that holds it; absent for `none`.
  TermView resource(std::uint32_t node) const;

 private:
  /// A resource that the sink holds, by its number there, or one whose text stands here.
  struct Resource {
    std::uint32_t number;
    TermKind kind;
    bool is_held;
  };

  std::uint32_t node_of(TermId id) const {
    return id == TermId::none || index(id) >= numbers_.size() ? none : numbers_[index(id)];
  }

  void find_named(std::span<const std::string_view> ids, std::uint32_t* nodes) const;

  Sink& sink_;
  NumberedIds numbered_;
  std::size_t named_ = 0;               // ids that are not among those
  TermTable terms_;                     // they, as blank nodes, and resources that the sink does not hold
  std::vector<std::uint32_t> numbers_;  // of nodes, by id
  std::vector<Resource> resources_;     // by node
};

}  // namespace graphwright
