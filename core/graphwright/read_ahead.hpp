#pragma once

#include <memory>

#include "graphwright/byte_source.hpp"

namespace graphwright {

/// Reads a source on a thread of its own, up to a megabyte ahead of who asks: what the kernel copies, and what is
/// decompressed, is done beside the reader's work. The bytes are those of the source, and so is what it throws.
///
/// Not for sources that can keep one waiting, such as a pipe: the thread is joined when the source is dropped.
std::unique_ptr<ByteSource> read_ahead(std::unique_ptr<ByteSource> source);

}  // namespace graphwright
