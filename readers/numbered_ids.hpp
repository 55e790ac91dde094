#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace graphwright {

/// A run of nodes whose ids count up, such as n0, n1, n2, which most programs write: they are found without a table.
class NumberedIds {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Adds the id of a node if it goes on with the run, or begins one.
  bool add(std::string_view id, std::uint32_t node) {
    if (count_ == 0) return begin(id, node);
    if (node != first_node_ + count_ || number_in(id) != first_number_ + count_) return false;
    ++count_;
    return true;
  }

  std::uint32_t find(std::string_view id) const {
    const std::uint64_t at = number_in(id) - first_number_;
    return at < count_ ? first_node_ + static_cast<std::uint32_t>(at) : none;
  }

 private:
  static constexpr std::size_t most_digits = 9;
  static constexpr std::uint64_t no_number = ~std::uint64_t{0};

  bool begin(std::string_view id, std::uint32_t node) {
    const std::size_t digits = id.find_last_not_of("0123456789") + 1;
    prefix_ = id.substr(0, digits);
    first_number_ = number_in(id);
    first_node_ = node;
    count_ = first_number_ == no_number ? 0 : 1;
    return count_ != 0;
  }

  /// The number behind the prefix, written as the run does: without zeros before it.
  std::uint64_t number_in(std::string_view id) const {
    if (!id.starts_with(prefix_)) return no_number;
    id.remove_prefix(prefix_.size());
    if (id.empty() || id.size() > most_digits || (id.front() == '0' && id.size() > 1)) return no_number;
    std::uint64_t number = 0;
    for (const char c : id) {
      if (c < '0' || c > '9') return no_number;
      number = 10 * number + static_cast<std::uint64_t>(c - '0');
    }
    return number;
  }

  std::string prefix_;
  std::uint64_t first_number_ = 0;
  std::uint32_t first_node_ = 0;
  std::uint32_t count_ = 0;
};

}  // namespace graphwright
