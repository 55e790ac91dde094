#include "memory_size.hpp"

#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "session.hpp"

namespace graphwright::cli {

std::size_t memory_size(std::string_view option, const std::string& word) {
  constexpr std::string_view units = "KMGT";
  if (word.empty()) return 0;
  std::size_t size = 0;
  const char* const end = word.data() + word.size();
  const auto [unit, error] = std::from_chars(word.data(), end, size);
  const std::size_t place = unit + 1 == end ? units.find(*unit) : std::string_view::npos;
  const std::size_t shift = unit == end ? 0 : 10 * (place + 1);
  if (error != std::errc() || (unit != end && place == std::string_view::npos) ||
      size > std::numeric_limits<std::size_t>::max() >> shift)
    throw UsageError(fmt::format("{}: '{}' is not a size; sizes are bytes, or as in 512M and 2G", option, word));
  return size << shift;
}

}  // namespace graphwright::cli
