#pragma once

#include <string>
#include <vector>

#include "graphwright/exporter.hpp"
#include "graphwright/graph.hpp"

namespace graphwright {

/// A graph and the options to export it with, written down in lines of words for tests.
///
///     prefix dip https://w3id.org/graphwright/diplomacy#
///     armenia dip:backs separatists              a bare statement
///     fact armenia dip:backs separatists         a fact; the lines below speak of it
///     time 2020
///     place | speaker | modality | edge-id | graph WORD
///     evidence brief "the quote" 10 19 0.9
///     derived dip:rule                           the fact or statement above was derived; it is a direct relation
///     node nowhere
///     event | symmetric | attribute | hidden | class-order IRI
///     label dip:backs "is behind"                what the ontology calls it
///     claims | events | cluster | derived-none | derived-all | attributed
///
/// Words are names below https://example.org/, prefixed names, `<IRI>`, `_:blank` or literals as in
/// Turtle; `a` is rdf:type; `\uXXXX` and the usual escapes stand in quotes; `#` begins a comment line.
struct Fixture {
  Graph graph;
  ExportOptions options;
};

/// Reads a fixture; `order` permutes its statements (0: as written), which must not change any output.
Fixture read_fixture(const std::string& text, unsigned order = 0);
Fixture read_fixture_file(const std::string& path, unsigned order = 0);

/// Exports a fixture's graph in a format and gives the bytes.
std::string exported(const Fixture& fixture, std::string_view format, ExportSummary* summary = nullptr);

}  // namespace graphwright
