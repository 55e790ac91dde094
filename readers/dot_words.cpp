#include "dot_words.hpp"

#include <algorithm>
#include <array>

#include "graphwright/ascii_case.hpp"

#include "word_list.hpp"

namespace graphwright {
namespace {

constexpr std::array<std::string_view, 63> shapes{"Mcircle",
                                                  "Mdiamond",
                                                  "Mrecord",
                                                  "Msquare",
                                                  "assembly",
                                                  "box",
                                                  "box3d",
                                                  "cds",
                                                  "circle",
                                                  "component",
                                                  "custom",
                                                  "cylinder",
                                                  "diamond",
                                                  "doublecircle",
                                                  "doubleoctagon",
                                                  "egg",
                                                  "ellipse",
                                                  "epsf",
                                                  "fivepoverhang",
                                                  "folder",
                                                  "hexagon",
                                                  "house",
                                                  "insulator",
                                                  "invhouse",
                                                  "invtrapezium",
                                                  "invtriangle",
                                                  "larrow",
                                                  "lpromoter",
                                                  "none",
                                                  "note",
                                                  "noverhang",
                                                  "octagon",
                                                  "oval",
                                                  "parallelogram",
                                                  "pentagon",
                                                  "plain",
                                                  "plaintext",
                                                  "point",
                                                  "polygon",
                                                  "primersite",
                                                  "promoter",
                                                  "proteasesite",
                                                  "proteinstab",
                                                  "rarrow",
                                                  "record",
                                                  "rect",
                                                  "rectangle",
                                                  "restrictionsite",
                                                  "ribosite",
                                                  "rnastab",
                                                  "rpromoter",
                                                  "septagon",
                                                  "signature",
                                                  "square",
                                                  "star",
                                                  "tab",
                                                  "terminator",
                                                  "threepoverhang",
                                                  "trapezium",
                                                  "triangle",
                                                  "tripleoctagon",
                                                  "underline",
                                                  "utr"};
constexpr std::array<std::string_view, 11> layouts{"circo", "dot",   "fdp",       "neato", "nop",  "nop1",
                                                   "nop2",  "osage", "patchwork", "sfdp",  "twopi"};
constexpr std::array<std::string_view, 15> elements{"b", "br",  "font", "hr",    "i",  "img", "o", "vr",
                                                    "s", "sub", "sup",  "table", "td", "tr",  "u"};

}  // namespace

bool is_graphviz_shape(std::string_view word) { return has(shapes, word); }

bool is_graphviz_layout(std::string_view word) { return has(layouts, word); }

bool is_graphviz_element(std::string_view word) { return has(elements, ascii_lower(word)); }

}  // namespace graphwright
