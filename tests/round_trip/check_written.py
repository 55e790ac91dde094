#!/usr/bin/env python3
"""Random graphs in formats that are only written, and in the flavours of GraphML, read by independent readers: each says
what the default GraphML says, of which another test shows that it gives back the graph itself.

check_written.py EXPORT_RANDOM [SEEDS]
"""
import collections
import functools
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

sys.path.insert(0, __file__.rsplit("/", 2)[0] + "/exporters")
from graph_tables import tables  # noqa: E402 (the folder is known only now)

try:
    import networkx
except ImportError as missing:
    print(f"skipped: {missing}; install python3-networkx")
    sys.exit(77)

TOOL, SEEDS = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 25
SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def written(seed, form, flavour=None):
    done = subprocess.run([TOOL, str(seed), form] + ([flavour] if flavour else []), capture_output=True, check=True)
    losses = dict(reversed(line.split(" ", 1)) for line in done.stderr.decode().splitlines())
    return done.stdout.decode("utf-8"), {kind: int(count) for kind, count in losses.items()}


def graphml(seed, flavour=None):
    """Nodes and edges by id: the values by the names of their keys, and the ends of an edge."""
    root = xml.etree.ElementTree.fromstring(written(seed, "graphml", flavour)[0])
    # A key without a name is for the drawing of one reader.
    names = {key.get("id"): key.get("attr.name") for key in root.iter(SPACE + "key")}
    values = lambda one: {names[data.get("key")]: data.text or "" for data in one.iter(SPACE + "data")
                          if names[data.get("key")] is not None}
    nodes = {node.get("id"): values(node) for node in root.iter(SPACE + "node")}
    return nodes, {(edge.get("id") or str(number)): {**values(edge), "": (edge.get("source"), edge.get("target"))}
                   for number, edge in enumerate(root.iter(SPACE + "edge"))}


def plain(value):
    """One form for a value in any file: numbers by their worth, lists as JSON."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)) and not (len(value) == 2 and isinstance(value, tuple)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        try:
            if re.fullmatch(r"-?\d+(\.\d+)?(e[-+]?\d+)?", value):
                return float(value)
            return json.dumps(json.loads(value), ensure_ascii=False) if value.startswith('["') else value
        except ValueError:
            return value
    return float(value) if isinstance(value, (int, float)) else value


def listed(values, without=()):
    return {name: plain(value) for name, value in values.items() if name not in without}


def for_each_seed(check):
    @functools.wraps(check)
    def checks(self):
        for seed in range(SEEDS):
            with self.subTest(seed=seed):
                check(self, seed, *graphml(seed))
    return checks


def filled(row):
    return {name: value for name, value in row.items() if value != ""}


def ends(row, source, target):
    return {"": (row[source], row[target])} if source in row else {}


class Written(unittest.TestCase):
    maxDiff = 2000

    def compare(self, expected, found, without=(), anew=()):
        """`without` are names that only one of both has, `anew` what a value stands for besides."""
        self.assertEqual(sorted(expected), sorted(found))
        for name, values in expected.items():
            self.assertEqual(listed(values, without), listed(found[name], set(without) | set(anew)))

    @for_each_seed
    def test_json_graph_format(self, seed, nodes, edges):
        text, losses = written(seed, "jgf")
        graph = json.loads(text)["graph"]
        self.assertEqual(losses, {})
        self.compare(nodes, {name: {"label": one["label"], **one["metadata"]}
                             for name, one in graph["nodes"].items()}, without=["name"])
        self.compare(edges, {one["id"]: {"label": one["label"], "type": one["relation"], **one["metadata"],
                                         "": (one["source"], one["target"])} for one in graph["edges"]},
                     without=["interaction"])

    @for_each_seed
    def test_cytoscape_js(self, seed, nodes, edges):
        text, losses = written(seed, "cyjs")
        elements = json.loads(text)["elements"]
        self.assertEqual(losses, {})
        data = lambda one: one["data"]
        self.compare(nodes, {one["id"]: one for one in map(data, elements["nodes"])}, anew=["id", "value"])
        self.compare(edges, {one["id"]: {**one, "": (one["source"], one["target"])}
                             for one in map(data, elements["edges"])}, anew=["id", "key", "source", "target"])

    @for_each_seed
    def test_gml(self, seed, nodes, edges):
        """Names are of ASCII letters, digits and underscores there, so they are compared by their first letters."""
        letters = lambda name: re.sub(r"[^a-z0-9]", "", name.lower())
        bare = lambda values, without: collections.Counter(
            (letters(name)[:4], {"true": 1.0, "false": 0.0}.get(value, value))
            for name, value in listed(values, without).items() if re.match("[A-Za-wyz]", name))
        text, losses = written(seed, "gml")
        self.assertLessEqual(set(losses), {"datatype of an attribute"})
        graph = networkx.parse_gml(text.splitlines(), label="id", destringizer=lambda value: value)
        keys = {number: values["key"] for number, values in graph.nodes(data=True)}
        self.assertEqual(sorted(nodes), sorted(keys.values()))
        for _, values in graph.nodes(data=True):
            # NetworkX takes labels for names of nodes, so one that is taken has the id behind it.
            self.assertEqual(values["label"].removesuffix(f" ({values['key']})"), nodes[values["key"]]["label"])
            self.assertEqual(bare(nodes[values["key"]], ["label"]), bare(values, ["key", "label"]))
        found = {key: {**values, "": (keys[a], keys[b])} for a, b, key, values in graph.edges(data=True, keys=True)}
        self.assertEqual(sorted(edges), sorted(found))
        for name, values in edges.items():
            self.assertEqual(values[""], found[name][""])
            self.assertEqual(bare(values, ["interaction", ""]), bare(found[name], [""]))

    @for_each_seed
    def test_tables(self, seed, nodes, edges):
        for form, delimiter in (("csv", ","), ("tsv", "\t")):
            for expected, rows in zip((nodes, edges), tables(written(seed, form)[0], delimiter)):
                found = {row["id"]: {**filled(row), **ends(row, "source", "target")} for row in rows}
                self.compare(expected, found, without=["name", "interaction"],
                             anew=["id", "source", "target", "source_iri", "target_iri"])

    @for_each_seed
    def test_tables_of_gephi(self, seed, nodes, edges):
        node_rows, edge_rows = tables(written(seed, "csv", "gephi")[0])
        self.compare(nodes, {row["Id"]: {**filled(row), "label": row["Label"]} for row in node_rows},
                     without=["name"], anew=["Id", "Label"])
        self.assertEqual({row["Type"] for row in edge_rows} - {"Directed"}, set())
        named = lambda row: {name: value for name, value in filled(row).items() if name[:1].islower()}
        self.compare(edges, {row["Id"]: {**named(row), "label": row["Label"], "weight": row["Weight"],
                                         **ends(row, "Source", "Target")} for row in edge_rows},
                     without=["type", "interaction", "relation"])
        for row in edge_rows:
            self.assertEqual(row.get("relation", row["Label"]), edges[row["Id"]]["type"])

    @for_each_seed
    def test_tables_of_neo4j(self, seed, nodes, edges):
        """Names have no colon there, and classes are joined by semicolons."""
        text, losses = written(seed, "csv", "neo4j")
        node_rows, edge_rows = tables(text)
        plain_name = lambda name: re.sub(r"(?<=.):[a-z]+(\[\])?$", "", name)
        values_of = lambda row: {plain_name(name): value for name, value in filled(row).items() if name[0] != ":"}
        found = ({row[":ID"]: values_of(row) for row in node_rows}, {row["id"]: values_of(row) for row in edge_rows})
        for all, some in zip((nodes, edges), found):
            self.assertEqual(sorted(all), sorted(some))
            for key, values in all.items():
                for name, value in values.items():
                    if name in ("", "name", "type", "types", "interaction"):
                        continue
                    self.assertEqual(plain(some[key][name.replace(":", "_")]), plain(value))
        for row in node_rows:
            types = nodes[row[":ID"]].get("types")
            classes = json.loads(types) if types else [nodes[row[":ID"]]["type"]]
            self.assertEqual(row[":LABEL"].split(";"), [one.replace(";", "_") for one in classes])
            if ";" in "".join(classes):
                self.assertIn("semicolon", " ".join(losses))
        for row in edge_rows:
            self.assertEqual((row[":START_ID"], row[":END_ID"]), edges[row["id"]][""])

    @for_each_seed
    def test_cypher(self, seed, nodes, edges):
        text, losses = written(seed, "cypher")
        self.assertEqual(losses, {})
        found = ({}, {})
        names = lambda some: [one.replace("``", "`") for one in re.findall("`((?:[^`]|``)+)`", some)]
        for rows, classes, relation in re.findall(
                r"^UNWIND \[\n(.*?)^\] AS row\n.*?(?:^SET n(:`.*?), n \+=|\[r:(`.*?) \{id)", text, re.M | re.S):
            for row in rows.splitlines():
                one = json.loads(re.sub(r"`((?:[^`]|``)+)`: |\b(id|set|source|target): (?=[\"{])", lambda m:
                                        json.dumps((m[1] or m[2]).replace("``", "`")) + ": ", row.rstrip(",")))
                if "source" in one:
                    one["set"].update({"": (one["source"], one["target"]), "type": names(relation)[0]})
                elif len(names(classes)) > 1:
                    one["set"]["types"] = names(classes)
                found["source" in one][one["id"]] = one["set"]
        self.compare(nodes, found[0], without=["name"])
        self.compare(edges, found[1], without=["interaction"])

    @for_each_seed
    def test_flavours_of_graphml(self, seed, nodes, edges):
        own = {"x", "y", "z", "size", "r", "g", "b", "shared name", "labelV", "labelE", "labels", "shared interaction"}
        for flavour in ("gephi", "yed", "cytoscape", "tinkerpop", "neo4j"):
            found_nodes, found_edges = graphml(seed, flavour)
            renamed = {"name", "type", "label", "interaction"} | own
            self.compare(nodes, found_nodes, without=renamed | ({"types"} if flavour == "neo4j" else set()))
            by_ends = lambda all: sorted((repr(sorted(listed(one, renamed).items(), key=repr)) for one in all))
            self.assertEqual(by_ends(edges.values()), by_ends(found_edges.values()))
            for name, values in nodes.items():
                one = found_nodes[name]
                self.assertEqual(one.get("label", one.get("name")), values["label"])
                self.assertIn(values["type"], one.get("type") or one.get("labelV") or one["labels"].split(":"))
            # Neo4j has types in capitals, words parted by `_`.
            relations = lambda all, names: collections.Counter(
                re.sub("[-. ]", "_", next(one[name] for name in names if name in one).upper()) for one in all)
            self.assertEqual(relations(found_edges.values(), ["interaction", "labelE", "type", "label"]),
                             relations(edges.values(), ["interaction"]))

    @for_each_seed
    def test_dot(self, seed, nodes, edges):
        if shutil.which("gvpr") is None:
            self.skipTest("gvpr of Graphviz is not there")
        program = 'N{print($.name,"\x1f",$.label,"\x1f",$.tooltip,"\x1e")} E{print($.id,"\x1f",$.tail.name,"\x1f",' \
                  '$.head.name,"\x1f",$.label,"\x1f",$.tooltip,"\x1e")}'
        with tempfile.NamedTemporaryFile("w", suffix=".dot", encoding="utf-8") as file:
            file.write(written(seed, "dot")[0])
            file.flush()
            done = subprocess.run(["gvpr", program, file.name], capture_output=True, check=True)
        rows = [row.strip("\n").split("\x1f") for row in done.stdout.decode("utf-8").split("\x1e")[:-1]]
        found = {row[0]: row for row in rows}
        self.assertEqual(sorted(found), sorted([*nodes, *edges]))
        for name, values in nodes.items():
            self.assertShown(values["label"], found[name][1])
            for key, value in values.items():
                if key not in ("name", "types", "iri") and not value.startswith('["'):
                    self.assertShownInTooltip(value, found[name][2])
        for name, values in edges.items():
            self.assertEqual(tuple(found[name][1:3]), values[""])
            self.assertShown(values["label"], found[name][3])
            for quote in quotes(values):
                self.assertShownInTooltip(quote, found[name][4])

    def assertShown(self, text, shown):
        letters = lambda some: re.sub(r"\s", "", some)
        self.assertIn(letters(html.unescape(text)), letters(html.unescape(html.unescape(without_escapes(shown)))))

    def assertShownInTooltip(self, text, shown):
        self.assertShown(text, without_escapes(shown))  # Graphviz reads the escapes of tooltips twice

    @for_each_seed
    def test_mermaid(self, seed, nodes, edges):
        lines = written(seed, "mermaid")[0].splitlines()
        found = dict(re.findall(r'^  n_(\S*?)\["(.*)"\]', "\n".join(lines), re.M))
        name = lambda text: re.sub(r"_([0-9a-f]{2})", lambda c: chr(int(c[1], 16)), text)
        shown = lambda text: html.unescape(re.sub(r"#(\d+);", r"&#\1;", text.replace("<br>", "\n")))
        self.assertEqual({name(key): shown(label).strip() for key, label in found.items()},
                         {key: values["label"].strip() for key, values in nodes.items()})
        drawn = [re.fullmatch(r'  n_(\S+) (?:-->|-\.->|---|-\.-)\|"(.*)"\| n_(\S+)', line) for line in lines]
        drawn = [(name(one[1]), shown(one[2]).split("\n")[0], name(one[3])) for one in drawn if one]
        self.assertEqual(sorted(drawn), sorted((values[""][0], values["label"], values[""][1])
                                               for values in edges.values()))

    @for_each_seed
    def test_pictures(self, seed, nodes, edges):
        """Edges of the same ends share a line; each fact and each quote is told there."""
        root = xml.etree.ElementTree.fromstring(written(seed, "svg")[0])
        told = "\n\n".join(one.text for one in root.iter("{http://www.w3.org/2000/svg}title"))
        for values in edges.values():
            source, target = (nodes[end]["label"] for end in values[""])
            line = f"{source} {values['label']} {target}"
            self.assertIn(line.split("\n")[0], told)
            for quote in quotes(values):
                self.assertIn(quote.split("\n")[0], told)
        numbers = re.findall(r"\d+", root.find("{http://www.w3.org/2000/svg}desc").text)
        self.assertEqual(numbers, [str(len(nodes)), str(len(edges))])

    @for_each_seed
    def test_page(self, seed, nodes, edges):
        page = written(seed, "html")[0]
        data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])
        names = [one["id"] for one in data["nodes"]]
        relation = lambda fact: data["relations"][fact["r"]]["iri"]
        self.assertEqual({one["id"]: one["label"] for one in data["nodes"]},
                         {name: values["label"] for name, values in nodes.items()})
        self.assertEqual({one["id"]: (names[one["s"]], names[one["o"]], relation(one)) for one in data["facts"]},
                         {name: (*values[""], values["iri"]) for name, values in edges.items()})
        text = json.dumps(data, ensure_ascii=False)
        for values in edges.values():
            for quote in quotes(values):
                self.assertIn(json.dumps(quote, ensure_ascii=False)[1:-1], text)


def quotes(values):
    """Several are a list in JSON, and so is one that looks like a list."""
    text = values.get("quotes", "")
    return json.loads(text) if text.startswith('["') else [text]


def without_escapes(text):
    """As Graphviz reads a label: a letter that ends a line is a blank, any other escape what is escaped."""
    return re.sub(r"\\(.)", lambda c: " " if c[1] in "nlr" else c[1], text)


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    unittest.main(argv=[sys.argv[0]])
