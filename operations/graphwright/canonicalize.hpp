#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/output.hpp"

namespace graphwright {

/// The hash function that RDFC-1.0 is run with.
enum class HashAlgorithm : std::uint8_t { sha256, sha384 };

/// How blank nodes are labelled.
struct CanonicalizeOptions {
  HashAlgorithm hash = HashAlgorithm::sha256;
  /// Steps that may be spent on blank nodes which their own quads do not tell apart, beside 100 for each
  /// blank node; a step is one hash or one blank node tried in one order. 0 stands for no limit.
  std::uint64_t work_limit = 2'000'000;
};

/// Why a graph could not be carried through an operation: a message code, where, and a sentence.
struct Refusal {
  std::string_view code;
  Location location;
  std::string message;
};

/// What RDFC-1.0 calls the issued identifiers map, or why there is none.
struct CanonicalLabels {
  /// The blank node at `n` is called `c14n` and `n`.
  std::vector<TermId> nodes;
  std::optional<Refusal> refusal;
};

/// Labels the blank nodes of the plain statements by RDFC-1.0 (RDF Dataset Canonicalization, 4.4).
///
/// Equal up to the names of blank nodes means equal labels, whatever the order of the statements.
/// Poison graphs are refused at the work limit, and so are triple terms, for which RDFC-1.0 has no rule.
///
/// @complexity linear in the statements, n log n in those that mention blank nodes; exponential in blank
/// nodes that look alike from all sides, up to the work limit
CanonicalLabels canonical_labels(const Graph& graph, const CanonicalizeOptions& options = {});

/// Writes the plain statements as canonical N-Quads (RDF Dataset Canonicalization, 5 and appendix A).
///
/// @complexity n log n; holds the canonical text of each term once, but no line
void write_canonical(const Graph& graph, const CanonicalLabels& labels, Output& output);

/// A canonicalized dataset, whole.
struct Canonical {
  /// The canonical label of each label, both without `_:`.
  std::map<std::string, std::string> labels;
  std::string nquads;
  std::optional<Refusal> refusal;
};

/// Canonicalizes the plain statements of a graph in memory: `canonical_labels`, then `write_canonical`.
Canonical canonicalize(const Graph& graph, const CanonicalizeOptions& options = {});

}  // namespace graphwright
