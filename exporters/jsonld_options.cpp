#include "jsonld_options.hpp"

#include <algorithm>

namespace graphwright {
namespace {

/// Sets what one word says; false where it says nothing that is known.
bool set_option(std::string_view name, std::string_view value, JsonLdWriteOptions& options) {
  const bool is_off = value.empty() || value == "false" || value == "none";
  if (name == "expanded" || name == "compact") {
    options.expanded = name == "expanded";
    return is_off;
  }
  if (name == "native-types" || name == "useNativeTypes") {
    options.native_types = value == "true";
    return is_off || value == "true";
  }
  if (name == "rdf-type" || name == "useRdfType") {
    options.rdf_type = value == "true";
    return is_off || value == "true";
  }
  if (name == "processing-mode" || name == "processingMode" || name == "specVersion") {
    if (!is_off) options.is_version_10 = value == "json-ld-1.0";
    return is_off || value == "json-ld-1.0" || value == "json-ld-1.1";
  }
  if (name != "rdf-direction" && name != "rdfDirection") return false;
  if (value == "i18n-datatype") options.direction = DirectionForm::i18n_datatype;
  if (value == "compound-literal") options.direction = DirectionForm::compound_literal;
  return is_off || options.direction != DirectionForm::none;
}

}  // namespace

std::string_view read_jsonld_words(std::string_view words, JsonLdWriteOptions& options) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(','));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string_view value = word.substr(std::min(equals + 1, word.size()));
    if (!word.empty() && !set_option(word.substr(0, equals), value, options)) return word;
  }
  return {};
}

}  // namespace graphwright
