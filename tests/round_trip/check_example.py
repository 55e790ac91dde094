#!/usr/bin/env python3
"""Checks that facts and evidence come back: check_example.py PROGRAM EXAMPLE_DIR

The example is built, written in each syntax and statement mode that can carry facts, lifted and compared.
"""
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, EXAMPLE = sys.argv[1], pathlib.Path(sys.argv[2])
TRIPS = [("rdf11", name) for name in ("ntriples", "turtle", "trig", "jsonld", "rdfxml")]
TRIPS += [("rdf12", name) for name in ("ntriples", "turtle", "trig", "rdfxml")]


def run(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr[:2000]}")
    return done.stdout


def facts_of(path, name):
    """All that the graph says, facts and evidence by their names."""
    return sorted(run("convert", path, "-i", name, "--lift", "--derived", "all", "-f", "nquads").splitlines())


def main():
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        run("build", EXAMPLE / "graph.yaml", "-o", folder)
        built = pathlib.Path(folder) / "graph.ttl"
        want = facts_of(built, "turtle")
        assert any("gw" in line or "hasEvidence" in line for line in want), "the example has no evidence"
        for mode, name in TRIPS:
            path = pathlib.Path(folder) / f"{mode}.{name}"
            run("convert", built, "--lift", "--derived", "all", "--statements", mode, "-f", name, "-o", path, "--fail-on-loss")
            got = facts_of(path, name)
            if got != want:
                faults += 1
                lost, new = sorted(set(want) - set(got)), sorted(set(got) - set(want))
                print(f"{mode} as {name}: {len(lost)} lines lost, {len(new)} new", *lost[:3], *new[:3], sep="\n  ")
    print(f"{len(TRIPS)} round trips of {len(want)} statements, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
