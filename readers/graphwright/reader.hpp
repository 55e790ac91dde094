#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "graphwright/byte_source.hpp"
#include "graphwright/diagnostics.hpp"
#include "graphwright/format.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

struct FactContext;
struct TableMapping;

/// The version of JSON-LD whose rules count (the API's option processingMode).
enum class JsonLdVersion : std::uint8_t { v1_0, v1_1 };

/// What becomes of base directions in JSON-LD (the API's option rdfDirection); `rdf12` makes literals of RDF 1.2.
enum class JsonLdDirection : std::uint8_t { none, i18n_datatype, compound_literal, rdf12 };

/// How JSON-LD is read (JSON-LD 1.1 API, 9.3).
struct JsonLdReadOptions {
  JsonLdVersion processing_mode = JsonLdVersion::v1_1;
  JsonLdDirection direction = JsonLdDirection::none;
  /// A file with the context that counts before the document's own; empty where there is none.
  std::string expand_context = {};
  /// Let blank nodes be predicates.
  bool generalized_rdf = false;
};

/// How an input is read. Limits guard against hostile input; passing one is an error with its place.
struct ReadOptions {
  FileId file = FileId::none;
  /// Base IRI for relative references; empty where there is none.
  std::string base;
  /// Accept what real files do although the grammar forbids it.
  bool lenient = false;
  /// What the names in a fact file mean; null where there is no manifest, then only the base counts.
  const FactContext* facts = nullptr;
  JsonLdReadOptions jsonld = {};
  /// What the columns of a table mean; null where it is one of nodes or edges.
  const TableMapping* mapping = nullptr;
  /// The IRI of the input itself, for what names a place in it; empty where that is the base.
  std::string document = {};
  std::size_t max_depth = 1000;
  std::size_t max_token_bytes = std::size_t{256} << 20;
  /// How much is read at once.
  std::size_t block_bytes = std::size_t{128} << 10;
  /// Where readers of lines (N-Triples, N-Quads) put how many they have read; null: nowhere.
  std::uint32_t* lines_read = nullptr;
};

/// A format that can be read: one row of the table.
struct ReaderFormat {
  std::string_view format;
  /// Whether its statements carry facts, so that a graph must be built before RDF is written.
  bool has_facts;
  /// Reads the source to its end into the sink and calls `finish`; what is wrong is reported, and
  /// reading goes on at the next statement.
  void (*read)(ByteSource&, const ReadOptions&, Sink&, Diagnostics&);
};

std::span<const ReaderFormat> reader_formats();
/// Finds the reader of a format by the format's name.
const ReaderFormat* find_reader(std::string_view format);

}  // namespace graphwright
