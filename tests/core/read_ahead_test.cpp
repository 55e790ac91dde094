#include "graphwright/read_ahead.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace graphwright {
namespace {

std::string text_of(std::size_t size) {
  std::string text(size, '\0');
  for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>('a' + (i * 7 + i / 1000) % 26);
  return text;
}

/// Gives some bytes, then fails.
class FailingSource : public ByteSource {
 public:
  explicit FailingSource(std::size_t left) : left_(left) {}
  std::size_t read(char* buffer, std::size_t size) override {
    if (left_ == 0) throw std::runtime_error("the disk is gone");
    const std::size_t count = std::min(size, left_);
    std::fill(buffer, buffer + count, 'x');
    left_ -= count;
    return count;
  }

 private:
  std::size_t left_;
};

TEST(ReadAhead, GivesTheBytesOfTheSource) {
  for (const std::size_t size : {0U, 1U, 300'000U, 1'500'000U}) {
    const std::string text = text_of(size);
    for (const std::size_t chunk : {0U, 1000U, 262'144U}) {
      const std::unique_ptr<ByteSource> source = read_ahead(memory_source(text, chunk));
      EXPECT_EQ(read_all(*source), text) << size << " bytes in chunks of " << chunk;
      char more = 0;
      EXPECT_EQ(source->read(&more, 1), 0U) << "the end stays the end";
    }
  }
}

TEST(ReadAhead, FailsWhereTheSourceFails) {
  const std::unique_ptr<ByteSource> source = read_ahead(std::make_unique<FailingSource>(700'000));
  std::string bytes(700'000, '\0');
  for (std::size_t have = 0; have < bytes.size();) have += source->read(bytes.data() + have, bytes.size() - have);
  EXPECT_EQ(bytes, std::string(700'000, 'x'));
  char more = 0;
  EXPECT_THROW(source->read(&more, 1), std::runtime_error);
}

TEST(ReadAhead, CanBeDroppedBeforeTheEnd) {
  const std::string text = text_of(5'000'000);
  const std::unique_ptr<ByteSource> source = read_ahead(memory_source(text));
  char first = 0;
  ASSERT_EQ(source->read(&first, 1), 1U);
  EXPECT_EQ(first, text.front());
}

}  // namespace
}  // namespace graphwright
