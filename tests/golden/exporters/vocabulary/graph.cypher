// Neo4j 4.4 or later: cypher-shell -f FILE. Running it again changes nothing.
CREATE CONSTRAINT graphwright_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;

UNWIND [
  {id: "rdf:nil", set: {`label`: "nil", `iri`: "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"}},
  {id: "thing.a1c3929979d44a5d", set: {`label`: "thing", `iri`: "https://elsewhere.example/thing"}},
  {id: "thing.de3ec826bd23ce00", set: {`label`: "thing", `iri`: "https://other.example/thing"}},
  {id: "ex:members", set: {`label`: "members", `iri`: "https://vocabulary.example/ns#members"}},
  {id: "_:list", set: {`label`: "list"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n += row.set;

UNWIND [
  {id: "ex:Agent", set: {`label`: "agent", `type`: "Class", `iri`: "https://vocabulary.example/ns#Agent", `comment_de`: "Wer handelt.", `comment_en`: "Who acts.", `label_de`: "Agent", `label_en`: "agent"}},
  {id: "ex:Person", set: {`label`: "Person", `type`: "Class", `iri`: "https://vocabulary.example/ns#Person"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Class`, n += row.set;

UNWIND [
  {id: "ex:knows", set: {`label`: "knows", `type`: "ObjectProperty", `iri`: "https://vocabulary.example/ns#knows"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`ObjectProperty`:`SymmetricProperty`, n += row.set;

UNWIND [
  {id: "ns.926f6d9cedea5bf9", set: {`label`: "A vocabulary", `type`: "Ontology", `iri`: "https://vocabulary.example/ns", `title_en`: "A vocabulary"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Ontology`, n += row.set;

UNWIND [
  {id: "_:restriction", set: {`label`: "restriction", `type`: "Restriction"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n:`Restriction`, n += row.set;

UNWIND [
  {id: "e43ff714f80da63e7", source: "ex:knows", target: "ex:Person", set: {`label`: "domain", `iri`: "http://www.w3.org/2000/01/rdf-schema#domain", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`domain` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e05bf3cf4eb6852b1", source: "_:list", target: "ex:Person", set: {`label`: "first", `iri`: "http://www.w3.org/1999/02/22-rdf-syntax-ns#first", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`first` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e22e59b9aa3c5cbe7", source: "ex:knows", target: "ns.926f6d9cedea5bf9", set: {`label`: "isDefinedBy", `iri`: "http://www.w3.org/2000/01/rdf-schema#isDefinedBy", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`isDefinedBy` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e0b46d02d36fe143c", source: "_:restriction", target: "ex:knows", set: {`label`: "onProperty", `iri`: "http://www.w3.org/2002/07/owl#onProperty", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`onProperty` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e0386ddc7729c1d25", source: "ex:knows", target: "ex:Person", set: {`label`: "range", `iri`: "http://www.w3.org/2000/01/rdf-schema#range", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`range` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e159e37e908f49a12", source: "thing.a1c3929979d44a5d", target: "thing.de3ec826bd23ce00", set: {`label`: "related", `iri`: "https://vocabulary.example/ns#related", `weight`: 1.0}},
  {id: "e6e6c6ea5b0491693", source: "ex:Person", target: "ex:Agent", set: {`label`: "related", `iri`: "https://vocabulary.example/ns#related", `weight`: 1.0, `graph`: "ex:one"}},
  {id: "e1bec0362cb4cb03c", source: "ex:Person", target: "ex:Agent", set: {`label`: "related", `iri`: "https://vocabulary.example/ns#related", `weight`: 1.0, `graph`: "ex:two"}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`related` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e5543925c518ecf51", source: "_:list", target: "rdf:nil", set: {`label`: "rest", `iri`: "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`rest` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e365b0bccdc70b071", source: "ex:members", target: "_:list", set: {`label`: "seeAlso", `iri`: "http://www.w3.org/2000/01/rdf-schema#seeAlso", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`seeAlso` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e334ad3f7e01ed834", source: "_:restriction", target: "ex:Agent", set: {`label`: "someValuesFrom", `iri`: "http://www.w3.org/2002/07/owl#someValuesFrom", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`someValuesFrom` {id: row.id}]->(b)
SET r += row.set;

UNWIND [
  {id: "e7b9d5446b1cbeef3", source: "ex:Person", target: "ex:Agent", set: {`label`: "subClassOf", `iri`: "http://www.w3.org/2000/01/rdf-schema#subClassOf", `weight`: 1.0}},
  {id: "ebe460646bbb8a0a0", source: "ex:Person", target: "_:restriction", set: {`label`: "subClassOf", `iri`: "http://www.w3.org/2000/01/rdf-schema#subClassOf", `weight`: 1.0}}
] AS row
MATCH (a:Resource {id: row.source}), (b:Resource {id: row.target})
MERGE (a)-[r:`subClassOf` {id: row.id}]->(b)
SET r += row.set;
