// Neo4j 4.4 or later: cypher-shell -f FILE. Running it again changes nothing.
CREATE CONSTRAINT graphwright_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;

UNWIND [
  {id: "georgia", set: {`label`: "georgia", `iri`: "https://example.org/georgia"}},
  {id: "modality-note", set: {`label`: "modality-note", `iri`: "https://example.org/modality-note", `comment`: "A bare statement beside claims"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n += row.set;

UNWIND [
  {id: "antony-blinken", set: {`label`: "Antony Blinken", `type`: "Person", `iri`: "https://example.org/antony-blinken", `label_en`: "Antony Blinken"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Person`, n += row.set;

UNWIND [
  {id: "washington", set: {`label`: "Washington", `type`: "Place", `iri`: "https://example.org/washington", `label_en`: "Washington"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Place`, n += row.set;

UNWIND [
  {id: "azerbaijan", set: {`label`: "Azerbaijan", `type`: "Polity", `iri`: "https://example.org/azerbaijan", `alias`: ["AZE", "Azerbaijan Republic"], `population`: 10000000}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Polity`, n += row.set;

UNWIND [
  {id: "armenia", set: {`label`: "Armenia", `type`: "Polity", `iri`: "https://example.org/armenia", `label_en`: "Armenia", `label_hy`: "Հայաստան", `sameAs`: "http://www.wikidata.org/entity/Q399", `iso-code`: "AM", `population`: 3000000}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Polity`:`Place`, n += row.set;

UNWIND [
  {id: "eac94152132f85818", source: "azerbaijan", target: "armenia", set: {`label`: "attacked", `iri`: "https://w3id.org/graphwright/diplomacy#attacked", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`attacked` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "fact-0623e0301d9145158cf8dfb0c5f41ea4", source: "armenia", target: "azerbaijan", set: {`label`: "fought a war with", `iri`: "https://w3id.org/graphwright/diplomacy#fought-war-with", `weight`: 2.0, `time`: "199X", `earliest`: "1990-01-01", `latest`: "1999-12-31", `modality`: "asserted", `confidence`: 0.9, `sources`: ["brief", "report"], `quotes`: ["fought a war against Azerbaijan", "Baku and Yerevan at war"], `offsets`: ["100-131", "5-28"], `confidences`: ["0.9", "0.75"]}},
  {id: "fact-57f0a4998b3e06b13d597fc6bbedb742", source: "armenia", target: "azerbaijan", set: {`label`: "fought a war with", `iri`: "https://w3id.org/graphwright/diplomacy#fought-war-with", `weight`: 1.0, `time`: "2020", `earliest`: "2020-01-01", `latest`: "2020-12-31", `modality`: "asserted", `sources`: "brief", `quotes`: "War came back in 2020.", `offsets`: "200-222"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`fought-war-with` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "fact-19a3e043edfc5f22e4a3880144dece02", source: "antony-blinken", target: "armenia", set: {`label`: "hosted talks with", `iri`: "https://w3id.org/graphwright/diplomacy#hosted-talks", `weight`: 1.0, `time`: "2022-11-07", `earliest`: "2022-11-07", `latest`: "2022-11-07", `place`: "washington", `modality`: "asserted", `sources`: "brief", `quotes`: "was host to two colleagues", `offsets`: "10-36", `rule`: "dip:rule-hosts"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`hosted-talks` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "fact-61bedc62a09f579b6d7f1170bfe364f5", source: "armenia", target: "azerbaijan", set: {`label`: "met with", `iri`: "https://w3id.org/graphwright/diplomacy#met-with", `weight`: 1.0, `time`: "2022-11-07", `earliest`: "2022-11-07", `latest`: "2022-11-07", `modality`: "asserted", `rule`: "dip:rule-met"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`met-with` {id: row.id}]->(b)
SET r += row.set;
