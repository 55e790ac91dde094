#!/usr/bin/env python3
"""What the doctor says of real files, held against the readers themselves: each file that NetworkX or igraph refuses has
an error or a finding that names it, and none that is said to be refused is read. Of labels and ports in DOT the doctor
says as often as `dot` that they are wrong.

check_doctor.py PROGRAM SUITES
"""
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SUITES = sys.argv[1], pathlib.Path(sys.argv[2])
OWN = pathlib.Path(__file__).parent.parent / "golden"
READERS = {
    ("NetworkX", "graphml"): "import networkx, sys; networkx.read_graphml(sys.argv[1])",
    ("NetworkX", "gexf"): "import networkx, sys; networkx.read_gexf(sys.argv[1])",
    ("igraph", "graphml"): "import igraph, sys; igraph.Graph.Read_GraphML(sys.argv[1])",
}
REFUSALS = ("will refuse", "will find no graph", "does not know")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def is_read(code, path):
    return subprocess.run(["/usr/bin/python3", "-W", "ignore", "-c", code, path], capture_output=True).returncode == 0


CELL = "<table><tr><td>x</td></tr></table>"
HTML_LABELS = [(label, True) for label in (
    "<table><td>x</td></table>", "<tr><td>x</td></tr>", f"text{CELL}", f"<table><tr><td>a{CELL}</td></tr></table>",
    "<img src='a.png'/>", "<td>x</td>", "<hr/>", "<b><tr></tr></b>", f"<sub>{CELL}</sub>", f"<s>{CELL}</s>", CELL + CELL,
    "", "<b></b>", "<b/>", "<i><sub></sub></i>", "<font/>x", "<table></table>", "<table><tr></tr></table>", "&foo;", "&AMP;",
    "<!-- c -->", "<table><hr/></table>", "<table><tr><td>x</td></tr><hr/></table>", "<table><tr><td><b></b></td></tr></table>",
    f"&nbsp;{CELL}", "\n", f"<b>x</b>{CELL}", f"{CELL}<br/>", f"<font> a{CELL}</font>", f"{CELL}text", "<table><tr><vr/></tr><vr/></table>")]
HTML_LABELS += [(label, False) for label in (
    CELL, f"<b>{CELL}</b>", f"<font>{CELL}</font>", f"<o>{CELL}</o>", f"<table><tr><td>{CELL}</td></tr></table>", f" {CELL} ",
    "<table>text<tr><td>x</td></tr></table>", "<table><tr>x<td>x</td></tr></table>", "<TABLE><TR><TD>x</TD></TR></TABLE>",
    " ", "<b> </b>", "<b><br/></b>", "&nbsp;", "<b>&alpha;</b>", "&lt;", "<table><tr><td>&thetasym;</td></tr></table>",
    "<b>x<br/>y</b>", "<table> <tr> <td><i>x</i>y</td> </tr> </table>", "<table><tr><td></td></tr></table>",
    f"<!-- c -->{CELL}", "<table><tr><td>x</td><vr/><td>y</td></tr><hr/><tr><td>z</td></tr></table>", "a <b>x</b> <i>y</i>")]

# Statements, and how many colors in them dot does not know.
COLORS = [("a [colorscheme=nope color=3]", 1), ("a [colorscheme=blues9 color=3]", 0), ("a [colorscheme=Blues9 color=10]", 1),
          ('a [label=<<font color="nocolor">x</font>>]', 1), ('a [label=<<font color="red:nocolor">x</font>>]', 0),
          ('a [label=<<table bgcolor="red:nocolor"><tr><td color="odd">x</td></tr></table>>]', 2),
          ('a [fontcolor="red;0.3:blue"]', 1), ('a [style=filled fillcolor="red;0.3:blue"]', 0),
          ('a [style=filled fillcolor="red;0.3"]', 1), ('a -> {b; c} [color="red;0.3:blue"]', 0),
          ('edge [color="red;0.3:blue"]; a -> b c [color="red;0.3:blue"]', 1),
          ('subgraph cluster_a { bgcolor="red;0.3:blue" pencolor="red:odd" a }', 0)]


def findings(path):
    done = subprocess.run([PROGRAM, "doctor", path], capture_output=True, text=True)
    return [line for line in done.stderr.splitlines() if ": warning: " in line or ": error: " in line]


def times(lines, words):
    """How often something was found: a line tells more than once in parentheses."""
    counts = [re.search(r" \((\d+) times\) \[", line) for line in lines if words in line]
    return sum(int(count[1]) if count else 1 for count in counts)


def said_by_dot(path):
    """What dot says of labels and ports before it draws; nothing where it refuses the file or has more than its first
    graph to speak of, since the doctor reads no more."""
    graphs = subprocess.run(["gc", "-n", path], capture_output=True).stdout.splitlines()
    said = subprocess.run(["dot", "-Tplain", "-Gphase=1", path], capture_output=True).stderr.decode(errors="replace")
    return said if len(graphs) == 1 and "syntax error" not in said else None


def random_label(chance):
    pieces = ["{", "}", "|", "<", ">", " ", "a", "b", "\\{", "\\ ", "\\x", "<p>", "<q>", "<a b>"]
    return "".join(chance.choice(pieces) for _ in range(chance.randint(1, 9)))


def write_records(path, labels, ends):
    nodes = [f'n{i} [shape={("record", "Mrecord")[i % 2]}, label="{label}"];\n' for i, label in enumerate(labels)]
    edges = [f'n{i}:"{port}" -> n0;\n' for i in range(len(labels)) for port in ends]
    path.write_text("digraph {\n" + "".join(nodes + edges) + "}\n")


class Doctor(unittest.TestCase):
    def test_says_what_the_readers_do(self):
        files = sorted([*SUITES.rglob("*.graphml"), *SUITES.rglob("*.gexf")])
        self.assertGreater(len(files), 50)
        refused = 0
        for path in files:
            lines = findings(path)
            for (reader, form), code in READERS.items():
                if path.suffix != "." + form:
                    continue
                named = [line for line in lines if f": warning: {reader} " in line]
                with self.subTest(file=path.name, reader=reader):
                    if not is_read(code, path):
                        refused += 1
                        self.assertTrue(named or any(": error: " in line for line in lines))
                    else:
                        self.assertEqual([line for line in named if any(words in line for words in REFUSALS) and
                                          "before 3.6" not in line], [])
        self.assertGreater(refused, 20)

    @unittest.skipUnless(shutil.which("dot"), "Graphviz is not installed")
    def test_says_what_dot_does(self):
        compared = 0
        for path in sorted([*SUITES.rglob("*.gv"), *OWN.rglob("*.gv")]):
            said = said_by_dot(path)
            if said is None:
                continue
            compared += 1
            with self.subTest(file=path.name):
                self.assert_same_of_labels_and_ports(path, said)
        self.assertGreater(compared, 80)

    @unittest.skipUnless(shutil.which("dot"), "Graphviz is not installed")
    def test_reads_records_as_dot_does(self):
        chance = random.Random(7)
        labels = sorted({random_label(chance) for _ in range(400)})
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "records.gv"
            write_records(path, labels, [])
            said = said_by_dot(path)
            self.assert_same_of_labels_and_ports(path, said)
            refused = set(re.findall("bad label format (.*)", said))
            self.assertGreater(len(refused), 100)
            write_records(path, [label for label in labels if label not in refused], ["p", "q", "a b", "a"])
            self.assert_same_of_labels_and_ports(path, said_by_dot(path))

    @unittest.skipUnless(shutil.which("dot"), "Graphviz is not installed")
    def test_knows_the_words_of_dot(self):
        source = (pathlib.Path(__file__).parent.parent.parent / "readers" / "dot_words.cpp").read_text()
        shapes, layouts, elements = (re.findall(r'"(\w+)"', source.split(f"> {name}{{")[1].split("}")[0])
                                     for name in ("shapes", "layouts", "elements"))
        self.assertGreater(len(shapes), 50)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "words.gv"

            def compare(text, said, found, times_said):
                path.write_text(f"digraph {{ {text} }}\n")
                answer = subprocess.run(["dot", "-Tplain", path], capture_output=True, text=True).stderr
                self.assertEqual(answer.count(said), times_said, answer)
                self.assertEqual(times(findings(path), found), times_said)

            odd = ["Box", "ovall", "RECORD", "Circle"]
            nodes = [f'n{i} [shape="{shape}"];' for i, shape in enumerate([*shapes, *odd])]
            compare(" ".join(nodes), "unknown shape", "unknown shape", len(odd))
            for layout in layouts:
                compare(f"layout={layout}; a", "not recognized", "has no layout", 0)
            compare("layout=springs; a", "not recognized", "has no layout", 1)
            parts = {"td": "<table><tr><td>x</td></tr></table>", "tr": "", "table": "", "img": "", "br": "a<br/>b",
                     "hr": "<table><tr><td>x</td></tr><hr/><tr><td>y</td></tr></table>",
                     "vr": "<table><tr><td>x</td><vr/><td>y</td></tr></table>"}
            for element in elements:
                compare(f"a [label=<{parts.get(element, f'<{element}>x</{element}>')}>]", "Unknown HTML", "no element", 0)
            compare("a [label=<<blink>x</blink>>]", "Unknown HTML", "no element", 1)
            for label, is_refused in HTML_LABELS:
                path.write_text(f"digraph {{ a [label=<{label}>] }}\n")
                said = subprocess.run(["dot", "-Tplain", "-o/dev/null", path], capture_output=True, text=True).stderr
                self.assertEqual("yntax error" in said or "undefined entity" in said, is_refused, label)
                self.assertEqual(times(findings(path), "will refuse this label"), int(is_refused), label)
            listed = (pathlib.Path(__file__).parent.parent.parent / "readers" / "dot_colors.cpp").read_text()
            shaded, others = (re.findall(r'"(\w+)"', listed.split(f"> {name}{{")[1].split("}")[0]) for name in ("shaded", "others"))
            self.assertGreater(len(shaded), 70)
            known = [*shaded, *others, *(f"{name}{shade}" for name in shaded for shade in (1, 2, 3, 4)), "gray0", "grey100", "Red",
                     "#ff0000", "#ff00007f", "0.5 0.5 0.5", "0.5,0.5,0.5", "red:blue", "//red", "/svg/red",
                     "/x11/red1", "/blues9/3", "/set312/12", "#12345", "#1234567", "#12 456", "#123456789"]
            odd = ["redd", "gray101", "gray05", "blue5", "blue0", "light blue", "#ff", "#gg0000", "3", "0.5 0.5", "reddd:blue",
                   "/svg/redd", "aliceblue1", "rgb(1,2,3)", "red;0.3:blue", "/nope/3", "/blues9/10", "/blues2/1", "#1234zz"]
            nodes = [f'c{i} [color="{color}"];' for i, color in enumerate([*known, *odd])]
            nodes.append('a -> b [color="red;0.5:blue"];')
            path.write_text(f"digraph {{ {' '.join(nodes)} }}\n")
            said = subprocess.run(["dot", "-Tsvg", "-o/dev/null", path], capture_output=True, text=True).stderr
            self.assertEqual(said.count("is not a known color"), len(odd), said)
            self.assertEqual(times(findings(path), "unknown color"), len(odd))
            for text, count in COLORS:
                path.write_text(f"digraph {{ {text} }}\n")
                said = subprocess.run(["dot", "-Tsvg", "-o/dev/null", path], capture_output=True, text=True).stderr
                self.assertEqual(said.count("is not a known color"), count, said)
                self.assertEqual(times(findings(path), "unknown color"), count, text)
            compare("compound=true; subgraph cluster_a { a } subgraph b { b } a -> b [lhead=b] b -> a [lhead=cluster_a]",
                    "not found", "finds no cluster", 1)

    def assert_same_of_labels_and_ports(self, path, said):
        lines = findings(path)
        self.assertEqual(times(lines, "refuses the record label"), said.count("bad label format"))
        if "bad label format" in said:
            return  # a refused label leaves no ports, which the doctor does not tell again
        lost = re.findall("node (.*), port (.*) unrecognized", said)
        self.assertEqual(times(lines, "finds no port") + times(lines, "put the name in quotation marks"), len(lost), lost)


if __name__ == "__main__":
    if not SUITES.exists():
        skip(f"{SUITES} is not here")
    for module in ("networkx", "igraph"):
        if not is_read(f"import {module}", ""):
            skip(f"python3-{module} is not installed")
    unittest.main(argv=[sys.argv[0]])
