#!/usr/bin/env python3
"""Pushes a million triples to Virtuoso and to Fuseki, and beside it loads the same file as each store's own
documents have it done over HTTP, in turns and each into a new store: stores.py [TRIPLES [ROUNDS]]

Prints for each the median seconds, triples a second, and how fast push is in percent of the store's own way. What
push does besides is in its time: it reads the file, sorts the graph, and compares the store's count afterwards.
GRAPHWRIGHT names the program (default: build/bench/bin/graphwright).
"""
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
os.environ.setdefault("GRAPHWRIGHT", str(ROOT / "build" / "bench" / "bin" / "graphwright"))
sys.path[:0] = [str(ROOT / "tests" / "integration"), str(ROOT / "tests" / "integration" / "support")]
from fuseki import Fuseki  # noqa: E402 (the folder is known only now)
from store_exercise import PROGRAM, triples  # noqa: E402
from virtuoso import Virtuoso  # noqa: E402

GRAPH = "https://example.org/million"


class FusekiOnDisk(Fuseki):
    """Fuseki as it is used for graphs of this size: in TDB2 on disk."""

    place = ("--tdb2", "--loc=tdb")

    def command(self):
        (self.folder / "tdb").mkdir(exist_ok=True)
        return super().command()

    def bulk_load(self, path):
        """As SOH's s-put does it, which needs Ruby: one PUT of the file."""
        return ["curl", "-sSf", "-u", "ada:l0vel4ce", "-X", "PUT", "-H", "Content-Type: application/n-triples", "-H",
                "Expect:", "-T", path, f"{self.address()}/data?graph={GRAPH}"]


class VirtuosoLoaded(Virtuoso):
    """OpenLink's documents load a file over HTTP by one PUT with curl."""

    def bulk_load(self, path):
        return ["curl", "-sSf", "--digest", "-u", f"dba:{self.secrets['GRAPHWRIGHT_STORE_PASSWORD']}", "-H", "Expect:",
                "-H", "Content-Type: text/turtle", "-T", path,
                f"{self.address()}/sparql-graph-crud-auth?graph-uri={GRAPH}"]


def seconds(command, names):
    begin = time.monotonic()
    subprocess.run([str(word) for word in command], env={**os.environ, **names}, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def load(make_store, command, folder):
    """The seconds that one load takes, into a store that was just made."""
    folder.mkdir()
    store = make_store(folder)
    try:
        store.start()
        store.prepare()
        return seconds(command(store), store.secrets)
    finally:
        store.stop(signal.SIGKILL)
        shutil.rmtree(folder)


def measure(make_store, path, folder, rounds):
    """The median seconds of both ways, in turns."""
    def push(store):
        return [PROGRAM, "push", path, "--to", store.address(), "--store", store.preset, "--graph", GRAPH, "-q"]

    ours, theirs = [], []
    for number in range(rounds):
        both = [(ours, push), (theirs, lambda store: store.bulk_load(path))]
        for times, command in both if number % 2 else reversed(both):
            times.append(load(make_store, command, folder))
    return statistics.median(ours), statistics.median(theirs)


def main():
    count, rounds = (int(word) for word in (sys.argv[1:] + ["1000000", "3"][len(sys.argv) - 1:]))
    print("| store | push, s | triples a second | its own loader over HTTP, s | push is |\n|---|---|---|---|---|")
    slowest = 100.0
    with tempfile.TemporaryDirectory(prefix="graphwright-bench-") as name:
        path = pathlib.Path(name) / "million.nt"
        path.write_text("".join(triples(count)), encoding="utf-8")
        for make in (VirtuosoLoaded, FusekiOnDisk):
            ours, theirs = measure(make, path, pathlib.Path(name) / make.preset, rounds)
            slowest = min(slowest, 100 * theirs / ours)
            print(f"| {make.preset} | {ours:.1f} | {count / ours:,.0f} | {theirs:.1f} | {100 * theirs / ours:.0f} % |", flush=True)
    return 0 if slowest >= 80 else 1


if __name__ == "__main__":
    sys.exit(main())
