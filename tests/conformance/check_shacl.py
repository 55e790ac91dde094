#!/usr/bin/env python3
"""Runs the SHACL Core suite case by case: check_shacl.py PROGRAM SUITE_DIR

A case passes where the program says whether the data conforms as the suite does, with as many results.
"""
import csv
import os
import pathlib
import re
import subprocess
import sys

PROGRAM, SUITE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])


def judge(case):
    """Why a case fails, empty where it passes."""
    wanted = dict(word.split("=", 1) for word in case["opts"].split(";"))
    done = subprocess.run([PROGRAM, "check", "-f", "ntriples", "--base", case["base"], "--shapes", SUITE / wanted["shapes"],
                           SUITE / case["input"]], capture_output=True, text=True, check=False)
    conforms = re.search(r'shacl#conforms> "(true|false)"', done.stdout)
    results = done.stdout.count("<http://www.w3.org/ns/shacl#result> ")
    if conforms is None:
        return f"no report: {done.stderr}"
    got = (conforms.group(1), str(results), done.returncode)
    want = (wanted["conforms"], wanted["results"], 0 if wanted["conforms"] == "true" else 1)
    return "" if got == want else f"got {got}, expected {want}"


def main():
    if not SUITE.exists():
        print(f"skipped: {SUITE} is not here")
        return 77
    with open(SUITE / "manifest.tsv", encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    faults = [f"{case['id']}: {fault}" for case in cases if (fault := judge(case))]
    print("\n".join(faults))
    print(f"{len(cases) - len(faults)} of {len(cases)} cases pass")
    return 1 if faults or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
