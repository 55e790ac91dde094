#pragma once

#include <string>

#include "graphwright/graph.hpp"
#include "graphwright/ontology.hpp"

namespace graphwright {

/// A page in Markdown that tells people what an ontology has: classes, relations and attributes, each with its
/// meaning (rdfs:comment, else skos:definition), its place in the hierarchy, domain, range and examples
/// (skos:example). Same ontology, same page, whatever the order of the file.
std::string ontology_page(const Graph& axioms, const Ontology& ontology);

}  // namespace graphwright
