#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace graphwright {

/// Lines of a small random dataset over few blank nodes, so that many look alike.
std::vector<std::string> random_lines(std::mt19937& random);

/// The same lines in another order, blank nodes `_:bN` renamed at random.
std::vector<std::string> renamed(std::vector<std::string> lines, std::mt19937& random);

/// The lines as one text.
std::string joined(const std::vector<std::string>& lines);

}  // namespace graphwright
