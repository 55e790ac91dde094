#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "graphwright/byte_source.hpp"

namespace graphwright {

bool begins_gzip(std::string_view bytes);
bool begins_zstd(std::string_view bytes);

/// Expands gzip members, one after the other (RFC 1952, 2.2); zero bytes may follow the last one.
std::unique_ptr<ByteSource> gunzip(std::unique_ptr<ByteSource> compressed, std::string path);
/// Expands zstd frames, one after the other (RFC 8878, 3).
std::unique_ptr<ByteSource> unzstd(std::unique_ptr<ByteSource> compressed, std::string path);

}  // namespace graphwright
