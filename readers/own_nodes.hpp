#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "graphwright/term_table.hpp"

namespace graphwright {

/// The resources that the nodes of a file stand for, by the ids of the nodes. Views stay valid.
class OwnNodes {
 public:
  /// Says what an id stands for; an absent term where it stands for something already.
  TermView add(std::string_view id, const TermView& resource);
  /// Absent where there is no such node.
  TermView find(std::string_view id) const;
  /// The same for up to `at_once` ids, whose memory is waited for together; `found` has room for as many.
  void find(std::span<const std::string_view> ids, TermView* found) const;

  static constexpr std::size_t at_once = 64;

 private:
  TermId resource_of(TermId id) const {
    return id == TermId::none || index(id) >= resources_.size() ? TermId::none : resources_[index(id)];
  }

  TermTable terms_;                // ids, as blank nodes, and resources
  std::vector<TermId> resources_;  // by id
};

}  // namespace graphwright
