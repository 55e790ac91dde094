#include "graphwright/exporter.hpp"

#include <algorithm>
#include <array>

#include "dot.hpp"
#include "graphml.hpp"
#include "ntriples.hpp"
#include "svg.hpp"
#include "turtle.hpp"

namespace graphwright {
namespace {

constexpr auto table = std::to_array<ExporterFormat>({
    {"dot", false, open_dot},
    {"graphml", false, open_graphml},
    {"nquads", true, open_nquads},
    {"ntriples", true, open_ntriples},
    {"svg", false, open_svg},
    {"trig", true, open_trig},
    {"turtle", true, open_turtle},
});

}  // namespace

void Exporter::write(const Graph& graph) { replay(graph, options_.view, *this); }

void Exporter::count_loss(std::string_view kind, std::size_t count) {
  if (count == 0) return;
  const auto known =
      std::find_if(summary_.losses.begin(), summary_.losses.end(), [&](const Loss& loss) { return loss.kind == kind; });
  if (known == summary_.losses.end())
    summary_.losses.push_back({kind, count});
  else
    known->count += count;
}

std::span<const ExporterFormat> exporter_formats() { return table; }

const ExporterFormat* find_exporter(std::string_view format) {
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const ExporterFormat& one) { return one.format == format; });
  return at == table.end() ? nullptr : &*at;
}

}  // namespace graphwright
