#!/usr/bin/env python3
"""Holds docs/extraction_rules.md to the table of rules: check_rules_page.py RULES PAGE

With GRAPHWRIGHT_UPDATE_GOLDEN=1 the page is written anew.
"""
import itertools
import os
import pathlib
import sys

HEAD = """# The event rules

The rules that are built in, by the relation that they draft, each with the sentence that is its test. They are the
lines of [extraction/data/rules.txt](../extraction/data/rules.txt); how a rule is written, and how to add rules of your
own, is told in [extraction.md](extraction.md#rules-and-names-of-your-own).
"""


def page(rules):
    lines = [line.split("|") for line in rules.splitlines() if line.strip() and not line.startswith("#")]
    rows = sorted(([field.strip() for field in line] for line in lines), key=lambda row: row[1])
    out = HEAD
    for relation, group in itertools.groupby(rows, key=lambda row: row[1]):
        out += f"\n## {relation}\n\n| rule | trigger and conditions | example | gives |\n|---|---|---|---|\n"
        for name, _, trigger, _, _, example, facts in group:
            out += f"| `{name}` | `{trigger}` | {example} | {facts} |\n"
    return out


def main():
    rules, path = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), pathlib.Path(sys.argv[2])
    wanted = page(rules)
    if os.environ.get("GRAPHWRIGHT_UPDATE_GOLDEN", "0") not in ("", "0"):
        path.write_text(wanted, encoding="utf-8")
    if path.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{path} does not list the rules as they are; run again with GRAPHWRIGHT_UPDATE_GOLDEN=1")
    return 1


if __name__ == "__main__":
    sys.exit(main())
