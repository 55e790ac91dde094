#include "graphwright/reader.hpp"

#include <algorithm>
#include <array>

#include "graphwright/fact_files.hpp"

#include "csv.hpp"
#include "gexf.hpp"
#include "graphml.hpp"
#include "jsonld_reader.hpp"
#include "ntriples.hpp"
#include "raptor_reader.hpp"
#include "rdfxml_reader.hpp"
#include "turtle.hpp"

namespace graphwright {
namespace {

constexpr auto table = std::to_array<ReaderFormat>({
    {"csv", true, read_csv},
    {"facts", true, read_facts},
    {"gexf", true, read_gexf},
    {"graphml", true, read_graphml},
    {"jsonld", false, read_jsonld},
    {"nquads", false, read_nquads},
    {"ntriples", false, read_ntriples},
    {"rdfa", false, read_rdfa},
    {"rdfjson", false, read_rdfjson},
    {"rdfxml", false, read_rdfxml},
    {"rss", false, read_rss},
    {"trig", false, read_trig},
    {"tsv", true, read_tsv},
    {"turtle", false, read_turtle},
});

}  // namespace

std::span<const ReaderFormat> reader_formats() { return table; }

const ReaderFormat* find_reader(std::string_view format) {
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const ReaderFormat& one) { return one.format == format; });
  return at == table.end() ? nullptr : &*at;
}

}  // namespace graphwright
