#!/usr/bin/env python3
"""Drafts the facts of single sentences: check_sentences.py PROGRAM SENTENCES

SENTENCES has lines `T: text`, `G: relation(subject; object) ...`, facts that must be drafted as asserted or attributed, and
`N: ...`, facts that must not.
"""
import csv
import pathlib
import re
import subprocess
import sys
import tempfile

FACT = re.compile(r"([a-z-]+)\(([^;]*); ([^)]*)\)")


def cases(path):
    text = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("T: "):
            text = line[3:]
        elif line[:3] in ("G: ", "N: "):
            yield number, text, line[0] == "G", [one.groups() for one in FACT.finditer(line)]


def drafted(program, file):
    done = subprocess.run([program, "extract", file, "--date", "2025-03-05", "-f", "tsv"], capture_output=True, text=True,
                          check=True)
    rows = csv.DictReader(done.stdout.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {(row["relation"], row["subject"], row["object"]) for row in rows if row["status"] in ("", "asserted", "attributed")}


def main():
    program, path = sys.argv[1], pathlib.Path(sys.argv[2])
    faults, facts = [], 0
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "text.txt"
        for number, text, is_wanted, told in cases(path):
            file.write_text(text + "\n", encoding="utf-8")
            found = drafted(program, file)
            facts += len(told)
            faults += [f"{path.name}:{number}: {relation}({one}; {other}) is {'not ' if is_wanted else ''}drafted"
                       for relation, one, other in told if ((relation, one, other) in found) != is_wanted]
    print("\n".join(faults))
    print(f"{facts} facts, {len(faults)} faults")
    return 1 if faults or not facts else 0


if __name__ == "__main__":
    sys.exit(main())
