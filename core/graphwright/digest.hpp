#pragma once

#include <string>
#include <string_view>

namespace graphwright {

/// The SHA-256 of some bytes in lower-case hexadecimal (FIPS 180-4).
std::string sha256_hex(std::string_view bytes);
/// The SHA-384 of some bytes in lower-case hexadecimal (FIPS 180-4).
std::string sha384_hex(std::string_view bytes);

}  // namespace graphwright
