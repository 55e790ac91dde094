#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/graph_builder.hpp"
#include "graphwright/replay.hpp"

#include "random.hpp"

namespace graphwright {

/// A graph with all that it says and follows from it.
inline constexpr ViewOptions whole_view{.derived = Derived::all, .claims = true};

/// A graph in the making: facts and statements, said once each, with texts and names that careless writers break.
class RandomGraph {
 public:
  static constexpr std::string_view base = "https://example.org/g/";

  /// `has_far` things have names that are neither below the base nor under a prefix.
  RandomGraph(Graph& graph, unsigned seed, bool has_far = true);

  GraphBuilder& builder() { return builder_; }
  std::string node() { return nodes_[below(nodes_.size())]; }

 private:
  std::size_t below(std::size_t end) { return random_.below(end); }
  std::string_view text();
  /// A name below the base or the prefix `dip`, seldom one that means something to a format.
  std::string name(std::string_view usual);
  /// Distinct in its last part among the classes.
  std::string class_name(std::string_view usual);
  void say(const std::string& subject, const std::string& property, const TermView& value);
  void add_node(int number);
  void add_edge(std::size_t number);

  GraphBuilder builder_;
  Random random_;
  bool has_far_;
  std::vector<std::string> nodes_;
  std::vector<std::string> ids_;
  std::array<std::string, 3> sources_{std::string(base) + "brief", "https://news.example/a?b=c&d#e", "urn:far:report"};
};

}  // namespace graphwright
