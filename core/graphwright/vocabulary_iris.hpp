#pragma once

#include <string_view>

/// The IRIs that the program itself speaks of, by their usual prefixes.
namespace graphwright::iri {

namespace rdf {
inline constexpr std::string_view ns = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view statement = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr std::string_view subject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view predicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view object = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view reifies = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies";
inline constexpr std::string_view lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
inline constexpr std::string_view dir_lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString";
inline constexpr std::string_view property = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
inline constexpr std::string_view json = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
inline constexpr std::string_view list = "http://www.w3.org/1999/02/22-rdf-syntax-ns#List";
inline constexpr std::string_view value = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
inline constexpr std::string_view language = "http://www.w3.org/1999/02/22-rdf-syntax-ns#language";
inline constexpr std::string_view direction = "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction";
}  // namespace rdf

namespace rdfs {
inline constexpr std::string_view ns = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view comment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr std::string_view class_ = "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr std::string_view literal = "http://www.w3.org/2000/01/rdf-schema#Literal";
inline constexpr std::string_view domain = "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr std::string_view range = "http://www.w3.org/2000/01/rdf-schema#range";
inline constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view sub_property_of = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
}  // namespace rdfs

namespace xsd {
inline constexpr std::string_view ns = "http://www.w3.org/2001/XMLSchema#";
inline constexpr std::string_view string = "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view boolean = "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view integer = "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view decimal = "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view double_ = "http://www.w3.org/2001/XMLSchema#double";
inline constexpr std::string_view float_ = "http://www.w3.org/2001/XMLSchema#float";
inline constexpr std::string_view date = "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view date_time = "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view g_year = "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view g_year_month = "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view language = "http://www.w3.org/2001/XMLSchema#language";
inline constexpr std::string_view any_uri = "http://www.w3.org/2001/XMLSchema#anyURI";
}  // namespace xsd

namespace owl {
inline constexpr std::string_view ns = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view same_as = "http://www.w3.org/2002/07/owl#sameAs";
}  // namespace owl

namespace skos {
inline constexpr std::string_view ns = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view alt_label = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view pref_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
}  // namespace skos

namespace dcterms {
inline constexpr std::string_view ns = "http://purl.org/dc/terms/";
inline constexpr std::string_view title = "http://purl.org/dc/terms/title";
inline constexpr std::string_view publisher = "http://purl.org/dc/terms/publisher";
inline constexpr std::string_view date = "http://purl.org/dc/terms/date";
inline constexpr std::string_view language = "http://purl.org/dc/terms/language";
inline constexpr std::string_view source = "http://purl.org/dc/terms/source";
}  // namespace dcterms

namespace prov {
inline constexpr std::string_view ns = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view was_quoted_from = "http://www.w3.org/ns/prov#wasQuotedFrom";
}  // namespace prov

namespace oa {
inline constexpr std::string_view ns = "http://www.w3.org/ns/oa#";
inline constexpr std::string_view text_quote_selector = "http://www.w3.org/ns/oa#TextQuoteSelector";
inline constexpr std::string_view exact = "http://www.w3.org/ns/oa#exact";
inline constexpr std::string_view start = "http://www.w3.org/ns/oa#start";
inline constexpr std::string_view end = "http://www.w3.org/ns/oa#end";
}  // namespace oa

/// Our own vocabulary for facts and evidence, described in ontology/vocabulary.ttl.
namespace gw {
inline constexpr std::string_view ns = "https://w3id.org/graphwright/vocabulary#";
inline constexpr std::string_view time = "https://w3id.org/graphwright/vocabulary#time";
inline constexpr std::string_view earliest = "https://w3id.org/graphwright/vocabulary#earliest";
inline constexpr std::string_view latest = "https://w3id.org/graphwright/vocabulary#latest";
inline constexpr std::string_view place = "https://w3id.org/graphwright/vocabulary#place";
inline constexpr std::string_view modality = "https://w3id.org/graphwright/vocabulary#modality";
inline constexpr std::string_view speaker = "https://w3id.org/graphwright/vocabulary#speaker";
inline constexpr std::string_view has_evidence = "https://w3id.org/graphwright/vocabulary#hasEvidence";
inline constexpr std::string_view evidence = "https://w3id.org/graphwright/vocabulary#Evidence";
inline constexpr std::string_view source = "https://w3id.org/graphwright/vocabulary#Source";
inline constexpr std::string_view sha256 = "https://w3id.org/graphwright/vocabulary#sha256";
inline constexpr std::string_view confidence = "https://w3id.org/graphwright/vocabulary#confidence";
inline constexpr std::string_view edge_id = "https://w3id.org/graphwright/vocabulary#edgeId";
/// The class of facts, and that of derived ones which `Derived::relations` shows.
inline constexpr std::string_view fact = "https://w3id.org/graphwright/vocabulary#Fact";
inline constexpr std::string_view direct_relation = "https://w3id.org/graphwright/vocabulary#DirectRelation";
inline constexpr std::string_view rule = "https://w3id.org/graphwright/vocabulary#rule";
inline constexpr std::string_view premise = "https://w3id.org/graphwright/vocabulary#premise";
/// Facts and evidence are named below this IRI by the hash of their content (docs/data_model.md).
inline constexpr std::string_view id_ns = "https://w3id.org/graphwright/id/";
}  // namespace gw

inline constexpr std::string_view edtf = "http://id.loc.gov/datatypes/edtf";

}  // namespace graphwright::iri
