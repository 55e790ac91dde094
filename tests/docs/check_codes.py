#!/usr/bin/env python3
"""Each code of a message has an explanation and a test in which it fires: check_codes.py PROGRAM TESTS

A test is a result below tests/ that shows the code in brackets, as messages do, or a case that names it in quotes.
That it fires where it should not would show in the other results, which are compared whole.
"""
import pathlib
import re
import subprocess
import sys


# Codes whose cause is larger than a test should be: more nodes than are measured one by one, blank nodes beyond the
# work limit of RDFC-1.0.
TOO_LARGE = {"measure-sampled", "merge-blank-nodes"}
# Codes that no test shows so far. A new code does not belong here: show it in a golden case.
NOT_SHOWN = {"mapping-name", "mapping-template", "unknown-column"}


def ask(program, *words):
    return subprocess.run([program, "explain", *words], capture_output=True, text=True, check=True).stdout


def main():
    program, tests = sys.argv[1], pathlib.Path(sys.argv[2])
    codes = ask(program).split()
    # A code that a verb gives outside the checks is named by the test of that verb in its own words.
    shown = set()
    for path in tests.rglob("*"):
        if path.is_file() and path.suffix != ".zst" and path.name != pathlib.Path(__file__).name:
            shown.update(re.findall(r'[\["]([a-z0-9]+(?:-[a-z0-9]+)*)[\]"]', path.read_text("utf-8", "replace")))
    faults = [f"{code}: no test shows it" for code in codes if code not in shown | TOO_LARGE | NOT_SHOWN]
    faults += [f"{code}: no explanation" for code in codes if len(ask(program, code).split("\n\n", 1)[1].split()) < 4]
    print("\n".join(faults))
    print(f"{len(codes)} codes, {len(faults)} faults")
    return 1 if faults or not codes else 0


if __name__ == "__main__":
    sys.exit(main())
