#include "graphwright/exporter.hpp"

#include <algorithm>
#include <array>

namespace graphwright {
namespace {

constexpr std::array<ExporterFormat, 0> table{};

}  // namespace

void Exporter::write(const Graph& graph) { replay(graph, options_.view, *this); }

std::span<const ExporterFormat> exporter_formats() { return table; }

const ExporterFormat* find_exporter(std::string_view format) {
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const ExporterFormat& one) { return one.format == format; });
  return at == table.end() ? nullptr : &*at;
}

}  // namespace graphwright
