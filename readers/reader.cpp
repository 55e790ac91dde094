#include "graphwright/reader.hpp"

#include <algorithm>
#include <array>

#include "rdfxml_reader.hpp"

namespace graphwright {
namespace {

constexpr std::array<ReaderFormat, 1> table{{
    {"rdfxml", false, read_rdfxml},
}};

}  // namespace

std::span<const ReaderFormat> reader_formats() { return table; }

const ReaderFormat* find_reader(std::string_view format) {
  const auto at =
      std::find_if(table.begin(), table.end(), [&](const ReaderFormat& one) { return one.format == format; });
  return at == table.end() ? nullptr : &*at;
}

}  // namespace graphwright
