#pragma once

#include <array>
#include <string_view>

#include "graphwright/vocabulary_iris.hpp"

namespace graphwright {

/// What labels a resource for people, the best first: graph files are written by it and read back by it.
inline constexpr std::array<std::string_view, 8> label_properties{iri::rdfs::label,
                                                                  iri::skos::pref_label,
                                                                  "https://schema.org/name",
                                                                  "http://schema.org/name",
                                                                  "http://xmlns.com/foaf/0.1/name",
                                                                  iri::dcterms::title,
                                                                  "http://purl.org/dc/elements/1.1/title",
                                                                  "http://www.w3.org/2004/02/skos/core#notation"};

}  // namespace graphwright
