#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/graph.hpp"
#include "graphwright/ontology.hpp"

namespace graphwright::wording {

/// How a message names a term: without the graph's base, else by prefix, else in full; literals in quotes.
std::string shown(const Graph& graph, TermId term);

/// How a message names an IRI of the ontology: by its local name.
std::string shown(std::string_view ontology_iri);

/// "a Person", "an Office", "Talks": a name that ends in s takes no article.
std::string with_article(std::string_view name);

/// "Person, Polity or Organization" with the article of the first; `last` joins the last two.
std::string listed(const Ontology& ontology, std::span<const ClassId> classes, std::string_view last);

/// "an xsd:integer or xsd:decimal" for datatypes.
std::string listed(std::span<const std::string> datatypes);

/// A datatype by its usual prefix.
std::string shown_datatype(std::string_view datatype);

}  // namespace graphwright::wording
