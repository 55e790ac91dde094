#include "graphwright/exporter.hpp"

#include <algorithm>
#include <array>

#include "csv.hpp"
#include "cyjs.hpp"
#include "cypher.hpp"
#include "dot.hpp"
#include "gexf.hpp"
#include "gml.hpp"
#include "graphml.hpp"
#include "html.hpp"
#include "jgf.hpp"
#include "jsonld.hpp"
#include "mermaid.hpp"
#include "ntriples.hpp"
#include "rdfxml.hpp"
#include "svg.hpp"
#include "turtle.hpp"

namespace graphwright {
namespace {

constexpr auto table = std::to_array<ExporterFormat>({
    {"csv", false, open_csv, true},
    {"cyjs", false, open_cyjs},
    {"cypher", false, open_cypher},
    {"dot", false, open_dot},
    {"gexf", false, open_gexf},
    {"gml", false, open_gml},
    {"graphml", false, open_graphml},
    {"html", false, open_html},
    {"jgf", false, open_jgf},
    {"mermaid", false, open_mermaid},
    {"jsonld", false, open_jsonld},
    {"nquads", true, open_nquads},
    {"ntriples", true, open_ntriples},
    {"rdfxml", false, open_rdfxml},
    {"svg", false, open_svg},
    {"trig", true, open_trig},
    {"tsv", false, open_tsv, true},
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
