#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/output.hpp"

namespace graphwright {

/// A term of a query's answer, owned: an IRI, a blank node, a literal, or unbound (kind empty).
struct ResultTerm {
  enum class Kind : std::uint8_t { unbound, iri, blank, literal, triple };
  Kind kind = Kind::unbound;
  std::string text;
  std::string language;
  std::string datatype;
  /// Subject, predicate and object of a triple term.
  std::vector<ResultTerm> parts;

  friend bool operator==(const ResultTerm&, const ResultTerm&) = default;
};

/// What SELECT or ASK answers.
struct QueryResults {
  std::vector<std::string> variables;
  std::vector<std::vector<ResultTerm>> rows;
  /// The answer of ASK; then there are no rows.
  std::optional<bool> truth;
};

/// The media type that answers are asked for in.
inline constexpr std::string_view results_media_type = "application/sparql-results+json";

/// Reads SPARQL 1.1 Query Results JSON; throws `StoreError` where it is something else or ends early.
QueryResults parse_results(std::string_view json);

/// How results are written: a table for people, or the formats of SPARQL 1.1.
enum class ResultsFormat : std::uint8_t { table, csv, tsv, json };

/// Writes results; the order of rows stays.
void write_results(const QueryResults& results, ResultsFormat format, Output& output);

/// A term as SPARQL and Turtle write it, in full.
std::string result_text(const ResultTerm& term);

}  // namespace graphwright
