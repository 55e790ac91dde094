#!/usr/bin/env python3
"""Compares drafted events with sentences coded in PLOVER: plover.py PROGRAM RECORDS RELATIONS STATES

RECORDS is PLOVER_GSR_CAMEO.txt, RELATIONS a table with the columns relation and plover, STATES our table of states (by
which demonyms and capitals are compared as their states). A sentence agrees in class where an event drafted from it,
asserted or attributed, has the coded class by the mapping of its relation; in the pair where its two parties are a coded
source and a coded target, in either order.
"""
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

BACKGROUND = {"holds-office", "held-office", "represents", "spokesperson-of", "leads", "member-of", "region-part-of",
              "capital-of"}
# The records were coded with version 0.5b of PLOVER, the mappings are to a later one.
LATER = {"DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT", "COOPERATE": "SUPPORT"}


def state_names(path):
    states = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("|")] if "|" in line and not line.startswith("#") else []
        for names in fields[:2] + fields[3:4]:
            states.update({name.strip().lower(): fields[0] for name in names.split(";") if name.strip()})
        for adjective in (fields[2].split() if len(fields) > 2 else []):
            states[adjective.replace("_", " ").lower()] = fields[0]
    return states


def party(name, states):
    """The state that a name, or the first words of it, means; else its words."""
    words = re.sub(r"[^\w .'-]", "", name.lower()).replace("the ", "").split()
    for end in range(len(words), 0, -1):
        if " ".join(words[:end]).rstrip("'s") in states or " ".join(words[:end]) in states:
            return states.get(" ".join(words[:end]), states.get(" ".join(words[:end]).rstrip("'s")))
    return " ".join(words)


def drafted(program, text, folder):
    path = folder / "sentence.txt"
    path.write_text(text + "\n", encoding="utf-8")
    done = subprocess.run([program, "extract", path, "--id", "s", "-f", "tsv"], capture_output=True, text=True)
    rows = csv.DictReader(done.stdout.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if row["status"] in ("asserted", "attributed") and row["relation"] not in BACKGROUND]


def parties(record, side, states):
    actors = record.get(side) or []
    return {party(actor["actorText"], states) for actor in actors if isinstance(actor, dict) and actor.get("actorText")}


def main():
    program, records, relations, table = sys.argv[1], *map(pathlib.Path, sys.argv[2:5])
    states = state_names(table)
    classes = {row["relation"]: set(row["plover"].split("|"))
               for row in csv.DictReader(relations.open(encoding="utf-8"), delimiter="\t")}
    ours = {one for group in classes.values() for one in group} - {"-"}
    counts = collections.defaultdict(lambda: [0, 0, 0, 0])
    with tempfile.TemporaryDirectory() as name:
        for record in json.loads(records.read_text(encoding="utf-8")):
            if "text" not in record:
                continue
            coded = LATER.get(record["event"], record["event"])
            sources, targets = parties(record, "source", states), parties(record, "target", states)
            events = drafted(program, record["text"].replace("``", '"').replace("''", '"'), pathlib.Path(name))
            pairs = [{party(event["subject"], states), party(event["object"], states)} for event in events]
            row = counts[coded if coded in ours else "other classes"]
            row[0] += 1
            row[1] += bool(events)
            row[2] += any(coded in classes[event["relation"]] for event in events)
            row[3] += any(pair & sources and pair & (targets or sources) and len(pair & (sources | targets)) == 2
                          for pair in pairs)
    print(f"{'class':<16}{'sentences':>10}{'with an event':>15}{'same class':>12}{'same pair':>11}")
    for coded, row in sorted(counts.items(), key=lambda one: (one[0] == "other classes", one[0])):
        print(f"{coded:<16}{row[0]:>10}{row[1]:>15}{row[2]:>12}{row[3]:>11}")
    known = [sum(column) for column in zip(*(row for coded, row in counts.items() if coded != "other classes"))]
    print(f"{'classes of ours':<16}{known[0]:>10}{known[1]:>15}{known[2]:>12}{known[3]:>11}")


if __name__ == "__main__":
    main()
