// Neo4j 4.4 or later: cypher-shell -f FILE. Running it again changes nothing.
CREATE CONSTRAINT graphwright_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;

UNWIND [
  {id: "b", set: {`label`: "b", `iri`: "https://example.org/b", `int32`: -7, `int64`: 1, `mixed`: "7", `real`: (-1.0 / 0.0), `several`: ["[1]"], `truth`: false}},
  {id: "c", set: {`label`: "c", `iri`: "https://example.org/c", `real`: (0.0 / 0.0), `several`: "plain"}},
  {id: "d", set: {`label`: "d", `iri`: "https://example.org/d", `real`: 3.0}},
  {id: "e", set: {`label`: "e", `iri`: "https://example.org/e"}},
  {id: "m", set: {`label`: "m", `iri`: "https://example.org/m", `:Label`: "Case", `beyond`: "9223372036854775808", `day`: "1990-01-01", `:id`: "an id", `int32`: 2147483647, `int64`: 9223372036854775807, `mixed`: "true", `page`: "https://example.org/page", `real`: 1.5, `said`: "ok", `said_en`: ["hello", "hi"], `said_fr`: "salut", `several`: "[1.5, 2, \"text \\\"quoted\\\"\", true]", `:size`: 7, `truth`: true, `weight`: "heavy", `wrong`: "seven"}}
] AS row
MERGE (n:Resource {id: row.id})
SET n += row.set;
