#include "node_ids.hpp"

#include <array>
#include <random>
#include <string>
#include <unordered_map>

#include <gtest/gtest.h>

#include "recording_sink.hpp"

namespace graphwright {
namespace {

/// The number that an id is found by, alone and among others.
std::uint32_t found(const NodeIds& ids, std::string_view id) {
  const std::array<std::string_view, 3> wanted{"no such id", id, "7"};
  std::array<std::uint32_t, 3> nodes{};
  ids.find(wanted, nodes.data());
  EXPECT_EQ(nodes[1], ids.find(id)) << id;
  return nodes[1];
}

TEST(NodeIds, KnowWhatCountsUpFromWhatOnlyLooksSo) {
  RecordingSink sink(false);
  NodeIds ids(sink);
  const std::array<std::string_view, 9> added{"n9", "n10", "n11", "n011", "n13", "n12", "m13", "n", "n14"};
  for (std::uint32_t node = 0; node < added.size(); ++node)
    ASSERT_EQ(ids.add(added[node], TermView::iri(added[node])), node) << added[node];
  for (std::uint32_t node = 0; node < added.size(); ++node) {
    EXPECT_EQ(found(ids, added[node]), node) << added[node];
    EXPECT_EQ(ids.add(added[node], TermView::iri("again")), NodeIds::none) << added[node];
    EXPECT_EQ(ids.resource(node).text, added[node]);
  }
  for (const std::string_view absent :
       {"n8", "n15", "n09", "n1", "9", "", "n-1", "n4294967305", "n18446744073709551625"})
    EXPECT_EQ(found(ids, absent), NodeIds::none) << absent;
}

TEST(NodeIds, FindWhatATableFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    RecordingSink sink(false);
    NodeIds ids(sink);
    std::unordered_map<std::string, std::uint32_t> table;
    std::size_t next = 0;
    for (int step = 0; step < 60; ++step) {
      // Mostly the number that comes next, of one prefix or another, sometimes any.
      const std::size_t number = random() % 5 == 0 ? random() % 70 : next++;
      const std::string id = (random() % 9 == 0 ? "m" : "n") + std::to_string(number);
      const auto [at, is_new] = table.try_emplace(id, static_cast<std::uint32_t>(table.size()));
      ASSERT_EQ(ids.add(id, TermView::iri(id)), is_new ? at->second : NodeIds::none) << id;
    }
    for (const auto& [id, node] : table) ASSERT_EQ(found(ids, id), node) << id;
  }
}

}  // namespace
}  // namespace graphwright
