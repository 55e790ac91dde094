#!/usr/bin/env python3
"""How long `build --check` takes on the example when nothing has changed: build_check.py [RUNS]

Prints the median milliseconds of the whole example, and of its Turtle alone, which needs no layout.
GRAPHWRIGHT names the program (default: build/bench/bin/graphwright).
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.path.abspath(os.environ.get("GRAPHWRIGHT", ROOT / "build" / "bench" / "bin" / "graphwright"))


def median_ms(manifest, folder, runs):
    subprocess.run([PROGRAM, "build", "-q", manifest], cwd=folder, check=True)
    times = []
    for _ in range(runs):
        begin = time.monotonic()
        subprocess.run([PROGRAM, "build", "--check", "-q", manifest], cwd=folder, check=True)
        times.append(1000 * (time.monotonic() - begin))
    return statistics.median(times)


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "example"
        shutil.copytree(ROOT / "data" / "south-caucasus", folder)
        text = (folder / "graph.yaml").read_text(encoding="utf-8")
        (folder / "turtle.yaml").write_text(text.partition("exports:")[0] + "exports: [graph.ttl]\n", encoding="utf-8")
        whole, turtle = (median_ms(manifest, folder, runs) for manifest in ("graph.yaml", "turtle.yaml"))
    print(f"the example {whole:.0f} ms, its Turtle alone {turtle:.0f} ms (median of {runs})")
    return 0 if whole < 50 else 1


if __name__ == "__main__":
    sys.exit(main())
