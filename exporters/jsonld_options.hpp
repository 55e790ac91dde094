#pragma once

#include <cstdint>
#include <string_view>

namespace graphwright {

/// What becomes of base directions (the API's option rdfDirection).
enum class DirectionForm : std::uint8_t { none, i18n_datatype, compound_literal };

/// How JSON-LD is written (JSON-LD 1.1 API, 8.4 and 9.3).
struct JsonLdWriteOptions {
  /// Expanded form by the letter of the algorithm, instead of a compact document for people.
  bool expanded = false;
  /// Numbers and booleans native even where their text is lost (useNativeTypes).
  bool native_types = false;
  /// rdf:type as a property like others (useRdfType).
  bool rdf_type = false;
  /// JSON-LD 1.0 has no lists in lists.
  bool is_version_10 = false;
  DirectionForm direction = DirectionForm::none;
};

/// Reads how an export is to be written: words with commas between them, `expanded` and `name=value`.
///
/// Names are native-types, rdf-type, rdf-direction and processing-mode, or those of the API; a name with an empty
/// value, `false` or `none` changes nothing. Gives the first word that is not known, empty where all are.
std::string_view read_jsonld_words(std::string_view words, JsonLdWriteOptions& options);

}  // namespace graphwright
