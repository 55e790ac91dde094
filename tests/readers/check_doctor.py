#!/usr/bin/env python3
"""What the doctor says of real files, held against the readers themselves: each file that NetworkX or igraph refuses has
an error or a finding that names it, and none that is said to be refused is read.

check_doctor.py PROGRAM SUITES
"""
import pathlib
import subprocess
import sys
import unittest

PROGRAM, SUITES = sys.argv[1], pathlib.Path(sys.argv[2])
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


class Doctor(unittest.TestCase):
    def test_says_what_the_readers_do(self):
        files = sorted([*SUITES.rglob("*.graphml"), *SUITES.rglob("*.gexf")])
        self.assertGreater(len(files), 50)
        refused = 0
        for path in files:
            done = subprocess.run([PROGRAM, "doctor", path], capture_output=True, text=True)
            lines = [line for line in done.stderr.splitlines() if ": warning: " in line or ": error: " in line]
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


if __name__ == "__main__":
    if not SUITES.exists():
        skip(f"{SUITES} is not here")
    for module in ("networkx", "igraph"):
        if not is_read(f"import {module}", ""):
            skip(f"python3-{module} is not installed")
    unittest.main(argv=[sys.argv[0]])
