#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace graphwright {

/// A growing row of plain values that wastes little.
///
/// A vector that doubles holds up to twice what it needs, and three times while it grows. This one asks
/// for an eighth more once it is large; the C library moves large blocks by their page tables, without a
/// copy, so that growing stays linear in time.
template <typename Value>
class Column {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Value& operator[](std::size_t at) const { return values_.get()[at]; }
  Value& operator[](std::size_t at) { return values_.get()[at]; }
  const Value* data() const { return values_.get(); }
  const Value* begin() const { return values_.get(); }
  const Value* end() const { return values_.get() + size_; }

  void push_back(const Value& value) {
    if (size_ == capacity_) grow();
    values_.get()[size_++] = value;
  }
  template <typename Values>
  void append(const Values& values) {
    for (const Value& value : values) push_back(value);
  }
  /// Bytes held.
  std::size_t memory() const { return capacity_ * sizeof(Value); }

 private:
  struct Free {
    void operator()(Value* values) const { std::free(values); }
  };

  void grow() {
    constexpr std::size_t first = 64;
    constexpr std::size_t small = std::size_t{1} << 16;
    const std::size_t wanted = capacity_ < small ? std::max(first, capacity_ * 2) : capacity_ + capacity_ / 8;
    void* const moved = std::realloc(values_.get(), wanted * sizeof(Value));
    if (moved == nullptr) throw std::bad_alloc();
    static_cast<void>(values_.release());
    values_.reset(static_cast<Value*>(moved));
    capacity_ = wanted;
  }

  std::unique_ptr<Value, Free> values_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace graphwright
