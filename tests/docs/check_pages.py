#!/usr/bin/env python3
"""Pages that the program writes are current: check_pages.py PROGRAM REPOSITORY

docs/diplomacy.md is what `graphwright docs` says, tests/acceptance/why.txt why the example's united-states
hosted-talks armenia. GRAPHWRIGHT_UPDATE_GOLDEN=1 rewrites them.
"""
import os
import pathlib
import subprocess
import sys

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
UPDATE = os.environ.get("GRAPHWRIGHT_UPDATE_GOLDEN", "") not in ("", "0")
PAGES = [
    ("docs/diplomacy.md", ["docs"], "."),
    ("tests/acceptance/why.txt", ["why", "graph.yaml", "united-states", "hosted-talks", "armenia"],
     "data/south-caucasus"),
]


def judge(page, words, folder):
    done = subprocess.run([PROGRAM, *words], cwd=ROOT / folder, capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        return f"{page}: exit {done.returncode}: {done.stderr}"
    path = ROOT / page
    if path.exists() and path.read_text(encoding="utf-8") == done.stdout:
        return ""
    if UPDATE:
        path.write_text(done.stdout, encoding="utf-8")
        return ""
    return f"{page} is not what the program writes; make it anew with GRAPHWRIGHT_UPDATE_GOLDEN=1"


def main():
    faults = [fault for page in PAGES if (fault := judge(*page))]
    print("\n".join(faults) or f"{len(PAGES)} pages are current")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
