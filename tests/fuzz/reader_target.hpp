#pragma once

#include <string_view>

namespace graphwright {

/// Feeds bytes to the reader of a format and checks what must hold whatever they are; aborts where it does not.
///
/// - Reading ends, without a crash, within the limits that the options set.
/// - Blocks of another size give the same statements and the same messages at the same places.
/// - Every error has a line and a column.
/// - What is accepted survives: written, read and written again it is the same bytes.
void check_reader(std::string_view format, std::string_view bytes);

}  // namespace graphwright
