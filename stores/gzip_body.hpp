#pragma once

#include <string>
#include <string_view>

namespace graphwright {

/// The bytes as one gzip member (RFC 1952).
std::string gzip_body(std::string_view bytes);

}  // namespace graphwright
