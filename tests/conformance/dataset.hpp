#pragma once

#include <set>
#include <string>
#include <vector>

#include "graphwright/sink.hpp"

namespace graphwright {

/// Collects statements as token lists; blank nodes are tokens that begin with `_:`.
class Dataset : public Sink {
 public:
  using Quad = std::vector<std::string>;

  void statements(std::span<const StatementView> batch) override;
  const std::set<Quad>& quads() const { return quads_; }

 private:
  std::set<Quad> quads_;
};

/// Whether two datasets are equal up to the names of their blank nodes (RDF 1.2 Concepts, 3.7).
bool is_isomorphic(const Dataset& a, const Dataset& b);

}  // namespace graphwright
