#include <cstddef>
#include <cstdint>

#include "reader_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  graphwright::check_reader(GRAPHWRIGHT_FUZZ_FORMAT, {reinterpret_cast<const char*>(data), size});
  return 0;
}
