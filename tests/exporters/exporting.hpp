#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/exporter.hpp"

namespace graphwright {

/// Writes statements in a format and gives the bytes.
inline std::string export_text(std::string_view format, const std::vector<StatementView>& statements,
                               const ExportOptions& options = {}) {
  StringOutput out;
  const auto exporter = find_exporter(format)->open(out, options);
  exporter->statements(statements);
  exporter->finish();
  return out.take();
}

}  // namespace graphwright
