#!/usr/bin/env python3
"""Opens exported graphs with the programs that users open them with, and compares what they see.

check_readers.py READER EXPORT_FIXTURE GOLDEN_FOLDER SUITES

READER is one of networkx, igraph, xmllint, dot, rsvg-convert; the first two also open what is meant for other readers,
as far as they can, and xmllint holds GEXF against its schema. Leaves with 77 (skipped) where the reader or, for
xmllint, the schema is not there.
"""
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ElementTree

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
SKIPPED = 77


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


class Export:
    """One fixture, exported in one format, with the counts that the exporter reports."""

    def __init__(self, tool, fixture, form, folder, flavour=""):
        self.name = f"{fixture.parent.name} {flavour}".strip()
        self.path = pathlib.Path(folder) / f"{fixture.parent.name}.{form}"
        run = subprocess.run([tool, fixture, form, *filter(None, [flavour])], capture_output=True, check=True)
        self.path.write_bytes(run.stdout)
        words = run.stderr.decode().split()
        self.nodes, self.edges = int(words[1]), int(words[3])


class Graphml:
    """The nodes and edges of a GraphML file with typed values, read by the plainest XML reader there is."""

    CONVERT = {"string": str, "int": int, "long": int, "double": float, "boolean": lambda text: text == "true"}

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.keys = {key.get("id"): key for key in root.iter(GRAPHML + "key")}
        self.nodes = {node.get("id"): self.values(node) for node in root.iter(GRAPHML + "node")}
        self.edges = {
            edge.get("id"): (edge.get("source"), edge.get("target"), self.values(edge))
            for edge in root.iter(GRAPHML + "edge")
        }

    def values(self, element):
        found = {}
        for data in element.iter(GRAPHML + "data"):
            key = self.keys[data.get("key")]
            found[key.get("attr.name")] = self.CONVERT[key.get("attr.type")](data.text or "")
        return found


def same(a, b):
    if isinstance(a, float) and isinstance(b, (int, float)):
        return a == b or (math.isnan(a) and math.isnan(b))
    return a == b


def expect(condition, message):
    if not condition:
        print(f"FAILED: {message}")
        sys.exit(1)


def expect_values(seen, expected, where):
    for name, value in expected.items():
        if value == "" and name not in seen:
            continue  # NetworkX leaves empty texts out
        expect(name in seen, f"{where} has no attribute {name}")
        expect(same(value, seen[name]), f"{where}, {name}: {seen[name]!r} instead of {value!r}")


def expect_counts(export, nodes, edges):
    expect((nodes, edges) == (export.nodes, export.edges),
           f"{export.name}: {nodes} nodes and {edges} edges instead of {export.nodes} and {export.edges}")


def check_networkx(export):
    import networkx

    graph = networkx.read_graphml(export.path, force_multigraph=True)
    expected = Graphml(export.path)
    expect_counts(export, graph.number_of_nodes(), graph.number_of_edges())
    expect(graph.is_directed(), f"{export.name}: not directed")
    for node, values in expected.nodes.items():
        expect_values(graph.nodes[node], values, f"{export.name}: node {node}")
    for key, (source, target, values) in expected.edges.items():
        expect_values(graph.edges[source, target, key], values, f"{export.name}: edge {key}")


def check_flavour_in_networkx(export):
    import networkx

    if export.name.endswith("gephi"):  # undirected edges among directed ones, which NetworkX refuses
        return
    graph = networkx.read_graphml(export.path, force_multigraph=True)
    expect_counts(export, graph.number_of_nodes(), graph.number_of_edges())


def check_flavour_in_igraph(export):
    import igraph

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says of yEd's keys that they have no type
        graph = igraph.Graph.Read_GraphML(str(export.path))
    expect_counts(export, graph.vcount(), graph.ecount())


def as_igraph(values):
    """All numbers of igraph are double."""
    return {name: float(value) if type(value) is int else value for name, value in values.items()}


def check_igraph(export):
    import igraph

    graph = igraph.Graph.Read_GraphML(str(export.path))
    expected = Graphml(export.path)
    expect_counts(export, graph.vcount(), graph.ecount())
    for vertex, (node, values) in zip(graph.vs, expected.nodes.items()):
        expect(vertex["id"] == node, f"{export.name}: node {vertex['id']} instead of {node}")
        expect_values(vertex.attributes(), as_igraph(values), f"{export.name}: node {node}")
    for edge, (key, (source, target, values)) in zip(graph.es, expected.edges.items()):
        ends = graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]
        expect(ends == (source, target), f"{export.name}: edge {key} runs {ends}")
        expect_values(edge.attributes(), values, f"{export.name}: edge {key}")


def check_xmllint(export, schema):
    environment = dict(os.environ, XML_CATALOG_FILES=str(schema.parent / "catalog.xml"))
    command = ["xmllint", "--nonet", "--noout", "--schema", schema, export.path]
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    expect(run.returncode == 0, f"{export.name}: {run.stderr}")


def check_dot(export):
    run = subprocess.run(["dot", "-Tjson0", export.path], capture_output=True, text=True)
    expect(run.returncode == 0 and not run.stderr, f"{export.name}: dot says: {run.stderr[:2000]}")
    drawn = json.loads(run.stdout)
    nodes = [one for one in drawn.get("objects", []) if "nodes" not in one]
    expect_counts(export, len(nodes), len(drawn.get("edges", [])))
    run = subprocess.run(["dot", "-Tsvg", export.path], capture_output=True)
    expect(run.returncode == 0 and not run.stderr, f"{export.name}: dot -Tsvg says: {run.stderr[:2000]}")
    ElementTree.fromstring(run.stdout)
    run = subprocess.run(["nop", "-p", export.path], capture_output=True, text=True)
    expect(run.returncode == 0 and not run.stderr, f"{export.name}: nop says: {run.stderr[:2000]}")


def check_rsvg_convert(export):
    ElementTree.parse(export.path)
    run = subprocess.run(["rsvg-convert", "--width", "400", export.path], capture_output=True)
    expect(run.returncode == 0 and run.stdout.startswith(b"\x89PNG"), f"{export.name}: {run.stderr[:2000]}")


FLAVOURS = ("cytoscape", "gephi", "neo4j", "tinkerpop", "yed")
SCHEMAS = {"graphml": "graphml-samples/schema/graphml.xsd", "gexf": "gexf-samples/schema/1.3/gexf.xsd"}
FORMATS = {"dot": "dot", "rsvg-convert": "svg"}


def main():
    reader, tool, golden, suites = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    if reader in ("networkx", "igraph"):
        try:
            __import__(reader)
        except ImportError:
            skip(f"python3-{reader} is not installed")
    elif not shutil.which(reader):
        skip(f"{reader} is not installed")
    if reader == "xmllint" and not suites.is_dir():
        skip(f"no schemas in {suites}")
    form = FORMATS.get(reader, "graphml")
    fixtures = sorted(golden.glob("*/graph.txt"))
    expect(fixtures, f"no fixtures in {golden}")
    with tempfile.TemporaryDirectory() as folder:
        for fixture in fixtures:
            if reader == "xmllint":
                for form, schema in SCHEMAS.items():
                    check_xmllint(Export(tool, fixture, form, folder), suites / schema)
                check_xmllint(Export(tool, fixture, "graphml", folder, "tinkerpop"), suites / SCHEMAS["graphml"])
                continue
            globals()[f"check_{reader.replace('-', '_')}"](Export(tool, fixture, form, folder))
            if form == "graphml":
                for flavour in FLAVOURS:
                    globals()[f"check_flavour_in_{reader}"](Export(tool, fixture, form, folder, flavour))
    print(f"{reader} reads {len(fixtures)} exported graphs as they were meant")


if __name__ == "__main__":
    main()
