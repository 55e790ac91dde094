#!/usr/bin/env python3
"""Opens exported tables, GraphML, GEXF, GML, JSON graphs, DOT, Cypher and Mermaid with independent readers: nothing may
change but what the format cannot carry.

check_tables.py PROGRAM EXPORT_FIXTURE GOLDEN_FOLDER STRINGS

STRINGS is the file of texts that must come back unchanged, one JSON object a line; without it only the texts made
here are tried.
"""
import html
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings
import xml.etree.ElementTree

from graph_tables import tables

try:
    import igraph
    import jsonschema
    import networkx
except ImportError as missing:
    print(f"skipped: {missing}; install python3-networkx, python3-igraph and python3-jsonschema")
    sys.exit(77)

PROGRAM, TOOL, GOLDEN, STRINGS = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
BASE = "https://example.org/"
NOTE = BASE + "note"
PIECES = ['"', "'", "\\", ",", ";", "\t", "\n", "\r", "\r\n", "a", "B", " ", "=", "#", "[", "]", "{", "}", "|", "<", ">",
          "&", "&amp;", "&#65;", "`", "$", "\u0001", "\u007f", "\u0085", "é", "漢", "😀", "\u202e", "\u2028", "node", "1."]


def texts():
    made = ["plain", 'with "double" quotes', "", " ", "trailing ", "=1+1", "[1, 2]", "]]>", "\\N", "end", "x" * 10000]
    draw = random.Random(7)
    made += ["".join(draw.choice(PIECES) for _ in range(draw.randrange(1, 9))) for _ in range(200)]
    if STRINGS.exists():
        made += [json.loads(line)["s"] for line in STRINGS.read_text("utf-8").splitlines()]
    else:
        print(f"no {STRINGS}: only the texts made here are tried")
    return list(dict.fromkeys(made))


def literal(text):
    return '"' + "".join(c if 32 <= ord(c) < 127 and c not in '"\\' else f"\\U{ord(c):08X}" for c in text) + '"'


def exported(form, *options, data=None):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "data.nt"
        path.write_text(data, "utf-8")
        done = subprocess.run([PROGRAM, "convert", path, "-f", form, "--base", BASE, *options], capture_output=True)
    if done.returncode:
        raise AssertionError(done.stderr.decode())
    return done.stdout.decode("utf-8")


def json_strings(text):
    """The texts of a script whose strings are those of JSON, property by property."""
    return {name: json.loads(value) for name, value in re.findall(r"`(\w+)`: (\"(?:[^\"\\]|\\.)*\")", text)}


def squeezed(text):
    """Without white space and control characters, and without the pictures that stand for these."""
    return re.sub(r"[\s\x00-\x1f\x7f\x85\u2028\u2400-\u2421]", "", text)


class Strings(unittest.TestCase):
    """Each text stands in the attribute `note` of a node of its own."""

    @classmethod
    def setUpClass(cls):
        cls.texts = texts()
        cls.data = "".join(f"<{BASE}n{i:04}> <{NOTE}> {literal(text)} .\n" for i, text in enumerate(cls.texts))

    def check(self, notes):
        self.assertEqual(len(notes), len(self.texts))
        for i, text in enumerate(self.texts):
            self.assertEqual(notes[f"n{i:04}"], text)

    def test_csv(self):
        self.check({row["label"]: row["note"] for row in tables(exported("csv", data=self.data))[0]})

    def test_tsv(self):
        self.check({row["label"]: row["note"] for row in tables(exported("tsv", data=self.data), "\t")[0]})

    def test_flavours_of_csv(self):
        for flavour, label in (("gephi", "Label"), ("neo4j", "label")):
            written = exported("csv", "--flavour", flavour, data=self.data)
            self.check({row[label]: row["note"] for row in tables(written)[0]})

    def test_csv_is_read_back(self):
        # What has no label gets its name as label; all else comes back as it was.
        labels = "".join(f'<{BASE}n{i:04}> <http://www.w3.org/2000/01/rdf-schema#label> "n{i:04}" .\n'
                         for i in range(len(self.texts)))
        expected = sorted(exported("ntriples", data=self.data + labels).split("\n"))
        for form in ("csv", "tsv"):
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / f"data.{form}"
                path.write_bytes(exported(form, data=self.data).encode("utf-8"))
                back = subprocess.run([PROGRAM, "convert", path, "-f", "ntriples", "--base", BASE],
                                      capture_output=True)
            self.assertEqual(back.returncode, 0, back.stderr.decode())
            self.assertEqual(sorted(back.stdout.decode("utf-8").split("\n")), expected)

    def test_gml(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "data.gml"
            path.write_text(exported("gml", data=self.data), "ascii")
            graph = networkx.read_gml(path)
            self.assertEqual(igraph.Graph.Read_GML(str(path)).vcount(), len(self.texts))
        # NetworkX takes these two texts for empty sequences.
        self.check({node: {(): "()"}.get(values["note"], values["note"]) if values["note"] != [] else "[]"
                    for node, values in graph.nodes(data=True)})

    def test_json(self):
        graph = json.loads(exported("jgf", data=self.data))["graph"]
        self.check({one["label"]: one["metadata"]["note"] for one in graph["nodes"].values()})
        graph = networkx.cytoscape_graph(json.loads(exported("cyjs", data=self.data)))
        self.check({values["name"]: values["note"] for _, values in graph.nodes(data=True)})

    def test_cypher(self):
        found = {}
        for line in exported("cypher", data=self.data).split("\n"):
            values = json_strings(line)
            if values:
                found[values["label"]] = values["note"]
        self.check(found)

    def check_in_xml(self, notes):
        """Control characters are no letters of XML and stand there as pictures, which the export reports."""
        self.assertEqual(len(notes), len(self.texts))
        for i, text in enumerate(self.texts):
            expected = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda c: chr(0x2400 + ord(c[0])), text)
            self.assertEqual(notes[f"n{i:04}"] or "", expected.replace("\x7f", "\u2421"))

    def test_graphml_of_all_flavours(self):
        for flavour in ("", "gephi", "yed", "cytoscape", "tinkerpop", "neo4j"):
            with self.subTest(flavour=flavour), tempfile.TemporaryDirectory() as folder:
                options = ["--flavour", flavour] if flavour else []
                path = pathlib.Path(folder) / "data.graphml"
                path.write_bytes(exported("graphml", *options, data=self.data).encode("utf-8"))
                nodes = [values for _, values in networkx.read_graphml(path).nodes(data=True)]
                self.check_in_xml({one.get("label") or one["name"]: one.get("note") for one in nodes})
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # igraph speaks of the drawing of yEd
                    graph = igraph.Graph.Read_GraphML(str(path))
                label = "label" if "label" in graph.vs.attributes() else "name"
                self.check_in_xml({one[label]: one["note"] for one in graph.vs})

    def test_gexf(self):
        # NetworkX knows GEXF up to 1.2 only.
        space = "{http://gexf.net/1.3}"
        document = xml.etree.ElementTree.fromstring(exported("gexf", data=self.data))
        title = next(one.get("id") for one in document.iter(f"{space}attribute") if one.get("title") == "note")
        self.check_in_xml({node.get("label"): next((value.get("value") for value in node.iter(f"{space}attvalue")
                                                    if value.get("for") == title), None)
                           for node in document.iter(f"{space}node")})

    def test_dot(self):
        if shutil.which("gvpr") is None:
            self.skipTest("gvpr of Graphviz is not there")
        # Labels show, broken into lines, and long ones cut; a text without a letter gives way to the name.
        data = self.data.replace(NOTE, "http://www.w3.org/2000/01/rdf-schema#label")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "data.dot"
            path.write_text(exported("dot", data=data), "utf-8")
            run = subprocess.run(["gvpr", 'N { print($.URL, "\x1f", $.label, "\x1e"); }', path], capture_output=True)
        self.assertEqual(run.stderr, b"")
        rows = [row.strip("\n").split("\x1f") for row in run.stdout.decode("utf-8").split("\x1e")[:-1]]
        shown = {url.rsplit("/", 1)[1]: label for url, label in rows}
        self.assertEqual(len(shown), len(self.texts))
        for i, text in enumerate(self.texts):
            label = html.unescape(re.sub(r"\\(.)", lambda c: "\n" if c[1] in "nlr" else c[1], shown[f"n{i:04}"]))
            if text.strip() and len(text) < 60:
                self.assertEqual(squeezed(label), squeezed(text))

    def test_mermaid(self):
        # Labels show; white space collapses in HTML, a carriage return and control characters are not kept.
        data = self.data.replace(NOTE, "http://www.w3.org/2000/01/rdf-schema#label")
        lines = re.findall(r'^  n_\S*?\["(.*)"\]$', exported("mermaid", data=data), re.M)
        self.assertEqual(len(lines), len(self.texts))
        for i, text in enumerate(self.texts):
            shown = html.unescape(re.sub(r"#(\d+);", r"&#\1;", lines[i].replace("<br>", "\n")))
            self.assertNotRegex(re.sub(r"#\d+;|<br>", "", lines[i]), r'["<>&`\\#\[\]{}|;*_~:]')
            expected = re.sub(r"[\x00-\x08\x0b-\x1f]", lambda c: chr(0x2400 + ord(c[0])), text.replace("\r", ""))
            expected = expected.replace("\x7f", "\u2421")
            if text.strip():
                self.assertEqual(shown, expected)


class Fixtures(unittest.TestCase):
    """The graphs of the golden files have the nodes and edges that the exporter says."""

    def exports(self, form):
        for fixture in sorted(GOLDEN.glob("*/graph.txt")):
            run = subprocess.run([TOOL, fixture, form], capture_output=True, check=True)
            words = run.stderr.decode().split()
            with self.subTest(fixture=fixture.parent.name):
                yield run.stdout, int(words[1]), int(words[3])

    def test_tables(self):
        for text, nodes, edges in self.exports("csv"):
            node_rows, edge_rows = tables(text.decode("utf-8"))
            self.assertEqual((len(node_rows), len(edge_rows)), (nodes, edges))
            ids = {row["id"] for row in node_rows}
            self.assertEqual(len(ids), nodes)
            self.assertEqual(len({row["id"] for row in edge_rows}), edges)
            self.assertLessEqual({row["source"] for row in edge_rows} | {row["target"] for row in edge_rows}, ids)

    def test_gml(self):
        for text, nodes, edges in self.exports("gml"):
            with tempfile.NamedTemporaryFile(suffix=".gml") as file:
                file.write(text)
                file.flush()
                for graph in (networkx.read_gml(file.name), networkx.read_gml(file.name, label="id")):
                    self.assertEqual((graph.number_of_nodes(), graph.number_of_edges()), (nodes, edges))
                    self.assertTrue(graph.is_directed() and graph.is_multigraph())
                graph = igraph.Graph.Read_GML(file.name)
                self.assertEqual((graph.vcount(), graph.ecount(), graph.is_directed()), (nodes, edges, True))

    def test_json_graph_format(self):
        schema = json.loads((pathlib.Path(__file__).parent / "jgf.schema.json").read_text("utf-8"))
        for text, nodes, edges in self.exports("jgf"):
            document = json.loads(text)
            jsonschema.validate(document, schema)
            graph = document["graph"]
            self.assertEqual((len(graph["nodes"]), len(graph["edges"])), (nodes, edges))
            self.assertLessEqual({edge["source"] for edge in graph["edges"]}, set(graph["nodes"]))

    def test_cytoscape(self):
        for text, nodes, edges in self.exports("cyjs"):
            graph = networkx.cytoscape_graph(json.loads(text))
            self.assertEqual((graph.number_of_nodes(), graph.number_of_edges()), (nodes, edges))

    def test_cypher(self):
        for text, nodes, edges in self.exports("cypher"):
            lines = text.decode("utf-8").split("\n")
            self.assertEqual(sum(line.startswith('  {id: "') and ", source: " not in line for line in lines), nodes)
            self.assertEqual(sum(bool(re.match(r'  \{id: "[^"]*", source: ', line)) for line in lines), edges)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
