#!/usr/bin/env python3
"""Reads the sample graph files of other tools: GraphML must come out with the same numbers of elements, GEXF with the
same numbers of nodes and edges; `doctor` examines them all, and DOT, which it takes and refuses as Graphviz does.

check_graph_files.py PROGRAM SUITES
"""
import collections
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ELEMENTS = {"nodes": "node", "edges": "edge", "hyperedges": "hyperedge", "ports": "port", "graphs": "graph"}
REFUSED = {"reject", "negative-syntax"}


def cases(folder):
    lines = (folder / "manifest.tsv").read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    for line in lines[1:]:
        case = dict(zip(head, line.split("\t")))
        case["opts"] = dict(one.split("=", 1) for one in case["opts"].split(";") if "=" in one)
        yield case


def counts(path):
    found = collections.Counter()
    for _, element in ET.iterparse(path):
        found[element.tag.split("}")[-1]] += 1
    return found


def fault_of(program, case, folder, scratch):
    source = folder / case["input"]
    if case["opts"].get("tmpl"):
        copy = scratch / source.name
        copy.write_bytes(source.read_bytes().replace(b"@DIR@", str(folder).encode()))
        source = copy
    out = scratch / "out.graphml"
    done = subprocess.run([program, "convert", "-i", case["fmt"], "-f", "graphml", str(source), "-o", str(out)],
                          capture_output=True, timeout=60, check=False)
    if done.returncode not in (0, 1):
        return f"exit {done.returncode}: {done.stderr.decode(errors='replace')[:200]}"
    if done.returncode == 1 and not done.stderr:
        return "refused without a message"
    kind = case["kind"]
    if kind in REFUSED:
        return None if done.returncode == 1 else "accepted, must be refused"
    if done.returncode == 1:
        return None if kind in ("graphml-lenient", "survive") else done.stderr.decode(errors="replace")[:200]
    if case["opts"].get("forbid", "\0") in out.read_text(encoding="utf-8"):
        return "leaked what it must not read"
    found = counts(out)
    for option, element in ELEMENTS.items():
        wanted = case["opts"].get(option)
        if wanted is not None and found[element] != int(wanted):
            return f"{found[element]} x {element}, expected {wanted}"
    return None


def doctor_fault(program, case, folder):
    """What `doctor` makes of a file that others take, or refuse."""
    done = subprocess.run([program, "doctor", str(folder / case["input"])], capture_output=True, timeout=60, check=False)
    if done.returncode not in (0, 1):
        return f"doctor: exit {done.returncode}: {done.stderr.decode(errors='replace')[:200]}"
    is_sound = case["kind"] in ("graphml", "gexf", "dot", "accept")
    if is_sound and done.returncode == 1:
        return f"doctor refuses it: {done.stderr.decode(errors='replace')[:200]}"
    if case["kind"] in REFUSED | {"dot-invalid"} and done.returncode == 0:
        return "doctor finds nothing wrong"
    return None


def main():
    program, suites = sys.argv[1], pathlib.Path(sys.argv[2])
    if not suites.exists():
        print(f"skipped: {suites} is not there")
        return 77
    faults = total = 0
    for name in ("graphml-samples", "gexf-samples", "dot-samples", "bad-input"):
        for case in cases(suites / name):
            if case["fmt"] not in ("graphml", "gexf", "dot"):
                continue
            total += 1
            fault = None if case["opts"].get("tmpl") else doctor_fault(program, case, suites / name)
            if case["fmt"] != "dot" and not fault:
                with tempfile.TemporaryDirectory() as scratch:
                    fault = fault_of(program, case, suites / name, pathlib.Path(scratch))
            if fault:
                faults += 1
                print(f"{name}/{case['id']}: {fault}")
    print(f"{total} files, {faults} faults")
    return 1 if faults or not total else 0


if __name__ == "__main__":
    sys.exit(main())
