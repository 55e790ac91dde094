#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace graphwright::cli {

/// The bytes that a word such as `512M` or `2G` stands for (K, M, G and T are powers of 1024); 0 for an empty one.
/// Other words are usage errors of the option.
std::size_t memory_size(std::string_view option, const std::string& word);

}  // namespace graphwright::cli
