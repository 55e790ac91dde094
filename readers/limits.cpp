#include "limits.hpp"

#include <fmt/format.h>

namespace graphwright {

std::string not_utf8_message(char byte) {
  return fmt::format("the byte 0x{:02X} is not UTF-8 here", static_cast<unsigned>(static_cast<unsigned char>(byte)));
}

}  // namespace graphwright
