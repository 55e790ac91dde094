// Compares what Cytoscape.js holds with the GraphML of the same graph: cytoscape_check.js NAME...
"use strict";
const assert = require("assert");
const fs = require("fs");
const cytoscape = require("cytoscape");

for (const name of process.argv.slice(2)) {
  const graphml = fs.readFileSync(`${name}.graphml`, "utf8");
  const ids = (tag) => [...graphml.matchAll(new RegExp(`<${tag} id="([^"]*)"`, "g"))].map((match) => match[1]);
  const cy = cytoscape({ headless: true, ...JSON.parse(fs.readFileSync(`${name}.cyjs`, "utf8")) });
  assert.deepStrictEqual(cy.nodes().map((node) => node.id()).sort(), ids("node").sort());
  assert.deepStrictEqual(cy.edges().map((edge) => edge.id()).sort(), ids("edge").sort());
  assert.ok(cy.edges().length > 0 && cy.elements().every((one) => one.data("label") !== undefined));
  for (const edge of cy.edges()) {
    assert.ok(edge.source().nonempty() && edge.target().nonempty());
    assert.ok(edge.classes().length > 0, `${edge.id()} has no class for its relation`);
  }
  // Parallel edges stay apart.
  const pairs = cy.edges().map((edge) => `${edge.source().id()} ${edge.target().id()}`);
  assert.strictEqual(pairs.length, ids("edge").length);
  // A style sheet can speak of classes and relations.
  const type = cy.nodes().filter((node) => node.classes().length > 0)[0].classes()[0];
  assert.ok(cy.nodes(`.${type}`).nonempty());
  // What is drawn by a layout of Cytoscape.js has places that are numbers.
  cy.layout({ name: "grid" }).run();
  assert.ok(cy.nodes().every((node) => Number.isFinite(node.position("x"))));
  console.log(`${name.split("/").pop()}: ${cy.nodes().length} nodes, ${cy.edges().length} edges`);
}
