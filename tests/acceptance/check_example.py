#!/usr/bin/env python3
"""Builds the example as a user would and lets other programs judge what comes out.

  check_example.py PROGRAM SOURCE_DIR

Other programs are rapper, xmllint, NetworkX, igraph and dot. Where ../shared lies beside the source folder, the
GraphML is checked against the official schema and the annotated news are built, too.
"""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(sys.argv[2], "tests", "data"))
PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
EXAMPLE = SOURCE / "data" / "south-caucasus"
SHARED = SOURCE.parent / "shared"
OUTPUTS = ["graph.ttl", "graph.graphml", "graph.dot", "graph.svg", "graph.html"]


def run(*words, cwd=None, check=True):
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr}{done.stdout}")
    return done


def permute_facts(path, seed):
    """Shuffles the entries of the top-level list `facts`, each with the lines that belong to it."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next((i for i, line in enumerate(lines) if line.startswith("facts:")), None)
    if start is None:
        return
    entries = []
    for line in lines[start + 1:]:
        if line.startswith("  - ") or not entries:
            entries.append("")
        entries[-1] += line
    random.Random(seed).shuffle(entries)
    path.write_text("".join(lines[:start + 1] + entries), encoding="utf-8")


class Project(unittest.TestCase):
    """A scratch copy of the example for each test."""

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)
        self.example = self.folder / "example"
        shutil.copytree(EXAMPLE, self.example)

    def tearDown(self):
        self.scratch.cleanup()

    def build(self, out="out", *more, check=True, manifest=None):
        return run(PROGRAM, "build", manifest or self.example / "graph.yaml", "-o", self.folder / out, *more, check=check)

    def text(self, name, out="out"):
        return (self.folder / out / name).read_text(encoding="utf-8")


class OtherPrograms(Project):
    def setUp(self):
        super().setUp()
        self.build()
        stats = run(PROGRAM, "stats", self.example / "graph.yaml", "--json").stdout
        self.stats = json.loads(stats)

    def test_rapper_reads_the_turtle(self):
        done = run("rapper", "-q", "-c", "-i", "turtle", self.folder / "out" / "graph.ttl")
        self.assertNotIn("rror", done.stderr)

    def test_networkx_and_igraph_count_what_stats_counts(self):
        import igraph
        import networkx
        path = str(self.folder / "out" / "graph.graphml")
        seen = networkx.read_graphml(path)
        counted = igraph.Graph.Read_GraphML(path)
        want = (self.stats["nodes"], self.stats["edges"])
        self.assertEqual((seen.number_of_nodes(), seen.number_of_edges()), want)
        self.assertEqual((counted.vcount(), counted.ecount()), want)
        self.assertGreater(want[0], 20)
        self.assertTrue(all(data.get("label") for _, data in seen.nodes(data=True)))
        self.assertTrue(all(data.get("label") for *_, data in seen.edges(data=True)))

    def test_schema_accepts_the_graphml(self):
        schema = SHARED / "suites" / "graphml-samples" / "schema"
        if not schema.exists():
            self.skipTest("no ../shared: the official schema is not here")
        environment = dict(os.environ, XML_CATALOG_FILES=str(schema / "catalog.xml"))
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema / "graphml.xsd",
                               self.folder / "out" / "graph.graphml"], capture_output=True, text=True, env=environment,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_dot_draws_without_a_warning(self):
        done = run("dot", "-Tsvg", "-o", os.devnull, self.folder / "out" / "graph.dot")
        self.assertEqual(done.stderr, "")

    def test_every_offset_slices_to_its_quote(self):
        import rdflib
        oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
        graph = rdflib.Graph().parse(self.folder / "out" / "graph.ttl")
        brief = (self.example / "brief.txt").read_text(encoding="utf-8")
        quotes = list(graph.subject_objects(oa.exact))
        self.assertGreater(len(quotes), 30)
        for node, quote in quotes:
            begin, end = int(graph.value(node, oa.start)), int(graph.value(node, oa.end))
            self.assertEqual(brief[begin:end], str(quote))


class SameInputSameBytes(Project):
    def test_twice(self):
        self.build("one")
        self.build("two")
        for name in OUTPUTS:
            self.assertEqual(self.text(name, "one"), self.text(name, "two"), name)

    def test_permuted(self):
        self.build("one")
        manifest = self.example / "graph.yaml"
        for seed in range(3):
            text = manifest.read_text(encoding="utf-8")
            inputs = re.search(r"^inputs: \[(.*)\]$", text, re.M).group(1).split(", ")
            random.Random(seed).shuffle(inputs)
            manifest.write_text(re.sub(r"^inputs: .*$", f"inputs: [{', '.join(inputs)}]", text, flags=re.M), encoding="utf-8")
            for path in self.example.glob("*.yaml"):
                permute_facts(path, seed)
            self.build("two")
            for name in OUTPUTS:
                self.assertEqual(self.text(name, "one"), self.text(name, "two"), name)

    def test_one_changed_fact_changes_few_lines(self):
        self.build("one")
        facts = self.example / "facts.yaml"
        text = facts.read_text(encoding="utf-8")
        facts.write_text(text.replace("facts: turkey backs azerbaijan", "facts: turkey praised azerbaijan"), encoding="utf-8")
        self.assertNotEqual(text, facts.read_text(encoding="utf-8"))
        self.build("two")
        for name in OUTPUTS[:3]:
            before, after = self.text(name, "one").splitlines(), self.text(name, "two").splitlines()
            changed = len(set(before) ^ set(after))
            self.assertGreater(changed, 0, name)
            self.assertLess(changed, 40, name)

    def test_unchanged_files_are_not_touched(self):
        self.build()
        before = {name: (self.folder / "out" / name).stat().st_mtime_ns for name in OUTPUTS}
        self.build()
        self.assertEqual(before, {name: (self.folder / "out" / name).stat().st_mtime_ns for name in OUTPUTS})


class BadInput(Project):
    def expect_error(self, path, old, new, line_of):
        self.build()
        before = {name: self.text(name) for name in OUTPUTS}
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        done = self.build(check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        facts = self.example / "facts.yaml"
        line = 1 + facts.read_text(encoding="utf-8").split(line_of)[0].count("\n")
        self.assertRegex(done.stderr, rf"facts\.yaml:{line}:\d+: error: .*\[quote-not-found\]")
        self.assertEqual(before, {name: self.text(name) for name in OUTPUTS})

    def test_one_letter_of_a_quote(self):
        self.expect_error(self.example / "facts.yaml", "quote: Turkey backs Azerbaijan", "quote: Turkey lacks Azerbaijan",
                          "Turkey lacks Azerbaijan")

    def test_one_letter_of_the_source(self):
        self.expect_error(self.example / "brief.txt", "Turkey backs Azerbaijan", "Turkey lacks Azerbaijan",
                          "Turkey backs Azerbaijan")


class RealReport(Project):
    def setUp(self):
        if not (SHARED / "news-dev").exists():
            self.skipTest("no ../shared: the annotated news are not here")
        super().setUp()
        self.gold = self.folder / "gold"
        run(sys.executable, SOURCE / "tests" / "data" / "gold_to_facts.py", SHARED / "news-dev", SHARED / "relations.tsv",
            self.gold)

    def rows(self):
        import csv
        with open(SHARED / "news-dev" / "gold.tsv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    def fact(self, row):
        """What makes a row a fact of its own; of a symmetric relation the order does not matter."""
        from gold_to_facts import rows_of, slug
        symmetric = {one["relation"] for one in rows_of(SHARED / "relations.tsv") if one["symmetric"] == "yes"}
        pair = [slug(row["subject"].split("|")[0]), slug(row["object"].split("|")[0])]
        if row["relation"] in symmetric:
            pair.sort()
        return (row["relation"], *pair, row["date"], row["place"], row["status"], row["source"])

    def test_every_row_becomes_a_fact_with_its_quote(self):
        import rdflib
        done = self.build("out", "--derived", "none", manifest=self.gold / "graph.yaml")
        oa, prov = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.Namespace("http://www.w3.org/ns/prov#")
        gw = rdflib.Namespace("https://w3id.org/graphwright/vocabulary#")
        rows = self.rows()
        self.assertEqual(len(rows), 283)
        facts = {self.fact(row) for row in rows}
        self.assertIn(f"{len(facts)} facts, {len(facts)} with evidence", done.stdout)
        graph = rdflib.Graph().parse(self.folder / "out" / "graph.nt", format="nt")
        evidence = {(self.fact(row), row["passage"], row["evidence"]) for row in rows}
        quotes = list(graph.subject_objects(oa.exact))
        self.assertEqual(len(quotes), len(evidence))
        texts = {row["passage"]: (self.gold / f"{row['passage']}.txt").read_text(encoding="utf-8") for row in rows}
        for node, quote in quotes:
            source = str(graph.value(node, prov.wasQuotedFrom)).rsplit("/", 1)[1]
            begin, end = int(graph.value(node, oa.start)), int(graph.value(node, oa.end))
            self.assertEqual(texts[source][begin:end], str(quote))
        for modality in ("attributed", "hypothetical", "denied"):
            self.assertEqual(len(list(graph.subjects(gw.modality, gw[modality]))),
                             len({fact for fact in facts if fact[5] == modality}))

    def test_claims_are_no_plain_triples_and_no_plain_edges(self):
        self.build("out", "--statements", "none", "--derived", "none", manifest=self.gold / "graph.yaml")
        asserted = {self.fact(row)[:3] for row in self.rows() if row["status"] == "asserted"}
        claims = {self.fact(row)[:3] for row in self.rows() if row["status"] != "asserted"} - asserted
        triples = self.text("graph.nt")
        for relation, subject, target in claims:
            self.assertNotIn(f"<https://example.org/news/{subject}> <https://w3id.org/graphwright/diplomacy#{relation}> "
                             f"<https://example.org/news/{target}>", triples)
        self.assertGreater(len(claims), 25)

    def test_two_wars_stay_two_edges(self):
        import networkx
        self.build(manifest=self.gold / "graph.yaml")
        graph = networkx.read_graphml(self.folder / "out" / "graph.graphml", force_multigraph=True)
        wars = [data.get("time") for source, target, data in graph.edges(data=True)
                if data["label"].startswith("fought") and {"india", "pakistan"} <= {source, target}]
        self.assertGreaterEqual(len({time for time in wars if time}), 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
