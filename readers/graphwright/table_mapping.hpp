#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/diagnostics.hpp"

namespace graphwright {

/// What the columns of a table mean: entities, events and facts (docs/mappings.md).
struct TableMapping;

/// Reads the built-in mapping of that name (`gdelt`, `ucdp`, `acled`), else the file at that path.
///
/// Null where something in it is wrong, which is reported. Throws `std::system_error` where the file
/// cannot be opened.
std::shared_ptr<const TableMapping> read_table_mapping(const std::string& name_or_path, Diagnostics& diagnostics);

/// Whether a mapping of that name is compiled into the program.
bool is_builtin_mapping(std::string_view name);

}  // namespace graphwright
