#!/usr/bin/env python3
"""Runs the SHACL Core suite case by case: check_shacl.py PROGRAM SUITE_DIR

A case passes where the report graph is the expected one up to the names of blank nodes (isomorphic). As the
suite asks, messages that the expected report does not state and details are set aside. The exit code tells
whether the data conforms.
"""
import csv
import os
import pathlib
import subprocess
import sys

try:
    import rdflib
    import rdflib.compare
except ImportError:
    rdflib = None

PROGRAM, SUITE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
SH = "http://www.w3.org/ns/shacl#"
# What leads from a report to its own nodes; all other values are nodes of the data or of the shapes.
OWN = {SH + "result", SH + "resultPath"}


def report_of(graph, start):
    """The statements of one report: those of its results and of their paths, not those of the nodes they name."""
    report, open_nodes, seen = rdflib.Graph(), [(start, "result")], set()
    while open_nodes:
        node, kind = open_nodes.pop()
        if node in seen:
            continue
        seen.add(node)
        for predicate, value in graph.predicate_objects(node):
            report.add((node, predicate, value))
            is_own = str(predicate) in OWN or kind == "path"
            if is_own and isinstance(value, rdflib.BNode):
                open_nodes.append((value, "result" if str(predicate) == SH + "result" else "path"))
    return report


def reports_in(graph):
    return [report_of(graph, node) for node in
            graph.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationReport"))]


def without(graph, *locals_):
    for local in locals_:
        graph.remove((None, rdflib.URIRef(SH + local), None))
    return graph


def judge(case):
    """Why a case fails, empty where it passes."""
    wanted = dict(word.split("=", 1) for word in case["opts"].split(";"))
    done = subprocess.run([PROGRAM, "check", "-f", "ntriples", "--base", case["base"], "--shapes", SUITE / wanted["shapes"],
                           SUITE / case["input"]], capture_output=True, text=True, check=False)
    if done.returncode != (0 if wanted["conforms"] == "true" else 1):
        return f"exit {done.returncode}: {done.stderr}"
    [got] = reports_in(rdflib.Graph().parse(data=done.stdout, format="nt"))
    expected_file = rdflib.Graph().parse(SUITE / case["expected"], format="turtle", publicID=case["base"])
    [expected] = reports_in(expected_file)
    ignored = ["detail"]
    if (None, rdflib.URIRef(SH + "resultMessage"), None) not in expected:
        ignored.append("resultMessage")
    if rdflib.compare.isomorphic(without(got, *ignored), without(expected, *ignored)):
        return ""
    both, more, less = rdflib.compare.graph_diff(got, expected)
    return f"only in ours:\n{more.serialize(format='nt')}only in the expected report:\n{less.serialize(format='nt')}"


def main():
    if rdflib is None:
        print("skipped: python3-rdflib is not installed")
        return 77
    if not SUITE.exists():
        print(f"skipped: {SUITE} is not here")
        return 77
    rdflib.NORMALIZE_LITERALS = False
    with open(SUITE / "manifest.tsv", encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    faults = [f"{case['id']}: {fault}" for case in cases if (fault := judge(case))]
    print("\n".join(faults))
    print(f"{len(cases) - len(faults)} of {len(cases)} cases pass")
    return 1 if faults or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
