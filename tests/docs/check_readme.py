#!/usr/bin/env python3
"""Checks the README against the program: check_readme.py PROGRAM SOURCE_DIR [--update]

The table of formats is what `graphwright formats` says; the fact file builds; every linked file is there.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
MARKS = ("<!-- formats -->\n", "<!-- /formats -->")
REPORT = ("Freedonia and Sylvania agreed to a cease-fire on November 7.\n"
          "\"We had no choice,\" said Ada Smith, foreign minister of Freedonia.\n")
MANIFEST = ("graphwright: 1\nbase: https://example.org/g/\nsources: {report: {file: report.txt}}\n"
            "inputs: [facts.yaml]\nexports: [graph.ttl, graph.graphml, graph.dot, graph.svg]\n")


def format_table():
    lines = subprocess.run([PROGRAM, "formats"], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
    rows = [re.split(r"  +", re.sub(r"^(\S+) +(\S+) +(\S+)", r"\1  \2  \3", line), maxsplit=5) for line in lines]
    table = "| format | `-i`/`-f` | read | write | suffixes |\n|---|---|---|---|---|\n"
    for name, reads, writes, suffixes, _, title in rows:
        table += f"| {title} | `{name}` | {reads} | {writes} | {suffixes} |\n"
    return table


def build_fact_file(readme):
    facts = re.search(r"## A fact file\n\n```yaml\n(.*?)```", readme, re.S).group(1)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("report.txt", REPORT), ("graph.yaml", MANIFEST), ("facts.yaml", facts)):
            (pathlib.Path(folder) / name).write_text(text, encoding="utf-8")
        done = subprocess.run([PROGRAM, "build", "graph.yaml"], cwd=folder, capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"the fact file does not build:\n{done.stderr}"]


def main():
    path = SOURCE / "README.md"
    readme = path.read_text(encoding="utf-8")
    before, rest = readme.split(MARKS[0])
    table, after = rest.split(MARKS[1])
    faults = build_fact_file(readme)
    if table != format_table():
        if "--update" in sys.argv:
            path.write_text(before + MARKS[0] + format_table() + MARKS[1] + after, encoding="utf-8")
        else:
            faults.append("the table of formats is not what `graphwright formats` says")
    for document in [path, *sorted((SOURCE / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            if not (document.parent / target).exists():
                faults.append(f"{document.name}: no such file: {target}")
    print("\n".join(faults) or "the README holds")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
