#include "random_graph.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace graphwright {
namespace {

constexpr std::uint32_t max_blanks = 8;

std::uint32_t below(std::mt19937& random, std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); }

}  // namespace

std::vector<std::string> random_lines(std::mt19937& random) {
  const std::uint32_t blanks = 1 + below(random, max_blanks);
  const auto node = [&] {
    return below(random, 5) == 0 ? std::string(":x") : fmt::format("_:b{}", below(random, blanks));
  };
  std::vector<std::string> lines;
  for (std::uint32_t count = 1 + below(random, 12); count != 0; --count) {
    const std::string object = below(random, 8) == 0 ? fmt::format("\"{}\"", below(random, 2)) : node();
    const std::string graph = below(random, 6) == 0 ? node() + " " : "";
    lines.push_back(fmt::format("{} :p{} {} {}.", node(), below(random, 2), object, graph));
  }
  return lines;
}

std::vector<std::string> renamed(std::vector<std::string> lines, std::mt19937& random) {
  std::vector<std::uint32_t> names(max_blanks);
  std::iota(names.begin(), names.end(), 0);
  std::shuffle(names.begin(), names.end(), random);
  std::shuffle(lines.begin(), lines.end(), random);
  for (std::string& line : lines)
    for (std::size_t at = line.find("_:b"); at != std::string::npos; at = line.find("_:b", at + 1))
      line[at + 3] = static_cast<char>('0' + names[static_cast<std::size_t>(line[at + 3] - '0')]);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

}  // namespace graphwright
