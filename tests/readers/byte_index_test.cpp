#include "byte_index.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

struct Rows {
  explicit Rows(std::size_t words) : iri(words), string(words), wide(words) {}
  ByteIndex index() { return {iri.data(), string.data(), wide.data()}; }
  friend bool operator==(const Rows&, const Rows&) = default;
  std::vector<std::uint64_t> iri, string, wide;
};

Rows index_with(IndexBytes version, const std::string& bytes) {
  Rows rows(bytes.size() / index_word_bytes);
  version(bytes.data(), bytes.size() / index_word_bytes, rows.index());
  return rows;
}

TEST(ByteIndex, KnowsTheStopsOfTheGrammar) {
  std::string bytes;
  for (int c = 0; c < 256; ++c) bytes += static_cast<char>(c);
  const Rows rows = index_with(index_bytes_plainly, bytes);
  for (unsigned c = 0; c < 256; ++c) {
    const bool in_iri = c > 0x20 && std::string("<>\"{}|^`\\").find(static_cast<char>(c)) == std::string::npos;
    const bool in_string = std::string("\"\\\n\r").find(static_cast<char>(c)) == std::string::npos;
    EXPECT_EQ((rows.iri[c / 64] >> c % 64 & 1U) == 0, in_iri) << c;
    EXPECT_EQ((rows.string[c / 64] >> c % 64 & 1U) == 0, in_string) << c;
    EXPECT_EQ((rows.wide[c / 64] >> c % 64 & 1U) == 0, c < 0x80) << c;
  }
}

TEST(ByteIndex, EveryVersionAgreesWithThePlainOne) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string bytes(index_word_bytes * 8, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    const Rows expected = index_with(index_bytes_plainly, bytes);
    std::size_t count = 0;
    const IndexVersion* versions = index_versions(count);
    for (std::size_t i = 0; i < count; ++i)
      EXPECT_TRUE(index_with(versions[i].run, bytes) == expected) << versions[i].name;
  }
}

TEST(NextStop, FindsTheFirstBitFromAnywhere) {
  std::mt19937 random(11);
  for (const unsigned rarity : {1U, 40U, 300U}) {
    std::vector<std::uint64_t> bits(32);
    for (std::size_t at = 0; at < 31 * 64; ++at)
      if (random() % rarity == 0) bits[at / 64] |= std::uint64_t{1} << at % 64;
    bits[30] = bits[31] = ~std::uint64_t{0};
    for (std::size_t at = 0; at < 30 * 64; ++at) {
      std::size_t expected = at;
      while ((bits[expected / 64] >> expected % 64 & 1U) == 0) ++expected;
      ASSERT_EQ(next_stop(bits.data(), at), expected) << at;
    }
  }
}

}  // namespace
}  // namespace graphwright
