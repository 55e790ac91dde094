// Neo4j 4.4 or later: cypher-shell -f FILE. Running it again changes nothing.
CREATE CONSTRAINT graphwright_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;

UNWIND [
  {id: "unclassified", set: {`label`: "unclassified", `iri`: "https://example.org/unclassified"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n += row.set;

UNWIND [
  {id: "ned-price", set: {`label`: "Ned Price", `type`: "Person", `iri`: "https://example.org/ned-price"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Person`, n += row.set;

UNWIND [
  {id: "armenia", set: {`label`: "armenia", `type`: "Polity", `iri`: "https://example.org/armenia"}},
  {id: "azerbaijan", set: {`label`: "Azerbaijan", `type`: "Polity", `iri`: "https://example.org/azerbaijan", `label_en`: "Azerbaijan"}},
  {id: "united-states", set: {`label`: "United States", `type`: "Polity", `iri`: "https://example.org/united-states", `label_en`: "United States"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Polity`, n += row.set;

UNWIND [
  {id: "talks", set: {`label`: "talks", `type`: "Talks", `iri`: "https://example.org/talks"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Talks`, n += row.set;

UNWIND [
  {id: "fact-c7c613ac8a3709a6762551e9e9b89bb8", source: "azerbaijan", target: "armenia", set: {`label`: "attacked", `iri`: "https://w3id.org/graphwright/diplomacy#attacked", `weight`: 1.0, `time`: "2022-09-13", `earliest`: "2022-09-13", `latest`: "2022-09-13", `speaker`: "armenia", `modality`: "attributed", `sources`: "report.a3386408b39c4b98", `quotes`: "towns inside Armenia", `offsets`: "1-21"}},
  {id: "fact-0f57012f44d523f87badb6f1ee20b719", source: "azerbaijan", target: "armenia", set: {`label`: "attacked", `iri`: "https://w3id.org/graphwright/diplomacy#attacked", `weight`: 1.0, `time`: "2022-09-13", `earliest`: "2022-09-13", `latest`: "2022-09-13", `speaker`: "azerbaijan", `modality`: "denied"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`attacked` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e7e07d206a2c90a54", source: "unclassified", target: "armenia", set: {`label`: "backs", `iri`: "https://w3id.org/graphwright/diplomacy#backs", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`backs` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "fact-4571f2cfe37b832c5c0aeb9197246cc3", source: "ned-price", target: "armenia", set: {`label`: "praised", `iri`: "https://w3id.org/graphwright/diplomacy#praised", `weight`: 1.0, `time`: "1992/..", `earliest`: "1992-01-01", `speaker`: "ned-price", `modality`: "asserted"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`praised` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "fact-7230485a9e3f75ecddec6dceddbd4db6", source: "armenia", target: "azerbaijan", set: {`label`: "signed-agreement-with", `iri`: "https://w3id.org/graphwright/diplomacy#signed-agreement-with", `weight`: 1.0, `time`: "../2022", `latest`: "2022-12-31", `speaker`: "united-states", `modality`: "hypothetical"}},
  {id: "fact-66b1f4e2038ed54dffb13f96260052de", source: "armenia", target: "azerbaijan", set: {`label`: "signed-agreement-with", `iri`: "https://w3id.org/graphwright/diplomacy#signed-agreement-with", `weight`: 1.0, `time`: "2022-11~", `earliest`: "2022-11-01", `latest`: "2022-11-30", `modality`: "hypothetical"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`signed-agreement-with` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "fact-cb0287d3afde171c775b5993befc23ce", source: "talks", target: "armenia", set: {`label`: "talks-guest", `iri`: "https://w3id.org/graphwright/diplomacy#talks-guest", `weight`: 1.0, `time`: "2022-11-07/2022-11-08", `earliest`: "2022-11-07", `latest`: "2022-11-08", `modality`: "asserted"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`talks-guest` {id: row.id}]->(b)
SET r += row.set;
