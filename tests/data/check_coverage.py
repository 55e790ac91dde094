#!/usr/bin/python3
"""The example states each fact of the report that started the project: check_coverage.py PROGRAM SHARED_FOLDER"""
import csv
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIP = "https://w3id.org/graphwright/diplomacy#"
GW = "https://w3id.org/graphwright/vocabulary#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABELS = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel")
TRIPLE = re.compile(r'^<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"\S*) \.$')


def triples(program):
    """The triples of the example as it is built, with what its events yield."""
    with tempfile.TemporaryDirectory() as folder:
        project = shutil.copytree(ROOT / "data" / "south-caucasus", Path(folder) / "project")
        manifest = project / "graph.yaml"
        text = manifest.read_text("utf-8")
        manifest.write_text(re.sub(r"(?m)^exports: .*$", "exports: [graph.nt]", text), "utf-8")
        subprocess.run([program, "build", manifest, "-o", folder], check=True, stdout=subprocess.DEVNULL)
        lines = (Path(folder) / "graph.nt").read_text("utf-8").splitlines()
    for line in lines:
        subject, predicate, iri, literal = TRIPLE.match(line).groups()
        yield subject, predicate, iri if iri is not None else literal


class Example:
    def __init__(self, program):
        self.plain = set()
        self.named = defaultdict(set)
        nodes = defaultdict(lambda: defaultdict(set))
        for subject, predicate, value in triples(program):
            self.plain.add((subject, predicate, value))
            nodes[subject][predicate].add(value)
            if predicate in LABELS:
                self.named[value].add(subject)
        self.facts = [node for node in nodes.values() if RDF + "Statement" in node[RDF + "type"]]

    def entities(self, alternatives):
        names = [name for name in alternatives.split("|") if not name.startswith("~")]
        return set().union(*(self.named[name] for name in names))

    def covers(self, row, is_symmetric):
        subjects, objects = self.entities(row["subject"]), self.entities(row["object"])
        pairs = {(s, o) for s in subjects for o in objects} | {(o, s) for s in subjects for o in objects if is_symmetric}
        return any(self.is_stated(pair, row) for pair in pairs)

    def is_stated(self, pair, row):
        relation = DIP + row["relation"]
        if row["status"] == "asserted" and not row["date"]:
            return (pair[0], relation, pair[1]) in self.plain
        return any(self.is_fact(fact, pair, relation, row) for fact in self.facts)

    def is_fact(self, fact, pair, relation, row):
        def holds(key, value):
            return fact[key] == ({value} if value else set())
        speakers = self.entities(row["source"]) if row["source"] else set()
        places = self.entities(row["place"]) if row["place"] else set()
        return (holds(RDF + "subject", pair[0]) and holds(RDF + "predicate", relation) and
                holds(RDF + "object", pair[1]) and holds(GW + "time", row["date"]) and
                holds(GW + "modality", GW + row["status"]) and fact[GW + "speaker"] == speakers and
                fact[GW + "place"] == places)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def main():
    shared = Path(sys.argv[2])
    if not (shared / "news-dev" / "gold.tsv").exists():
        print(f"skipped: {shared} holds no annotated report")
        return 77
    symmetric = {row["relation"] for row in rows(shared / "relations.tsv") if row["symmetric"] == "yes"}
    wanted = [row for row in rows(shared / "news-dev" / "gold.tsv") if row["passage"] == "article"]
    example = Example(sys.argv[1])
    missing = [row for row in wanted if not example.covers(row, row["relation"] in symmetric)]
    for row in missing:
        print("not covered:", row["fact"], row["relation"], row["subject"], row["object"], row["date"], row["status"])
    print(f"{len(wanted) - len(missing)} of {len(wanted)} facts covered")
    return 1 if missing or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
