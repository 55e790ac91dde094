#!/usr/bin/env python3
"""Holds the drafted facts of our own passages to a floor: check_passages.py PROGRAM FOLDER

Strict precision and recall of asserted and attributed facts, and that each quote stands in its passage. The floors lie
somewhat below what is reached, so that a change that costs much is seen.
"""
import csv
import pathlib
import re
import subprocess
import sys
import unicodedata

BACKGROUND = {"holds-office", "held-office", "represents", "spokesperson-of", "leads", "member-of", "region-part-of",
              "capital-of"}
SYMMETRIC = {"met-with", "ceasefire-with", "signed-agreement-with", "fought-war-with", "restored-ties-with"}
FLOORS = {"all": (0.90, 0.72), "background": (0.95, 0.91), "events": (0.82, 0.52)}


def plain(name):
    name = unicodedata.normalize("NFKD", name).lower().replace("’", "'").replace("u.s.", "us").replace("u.n.", "un")
    name = re.sub(r"'s\b|'$", "", "".join(c for c in name if not unicodedata.combining(c)))
    return re.sub(r"^(the|a|an) ", "", re.sub(r"[\s\-.,]+", " ", name).strip())


def rows(lines):
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def fits(drafted, gold):
    if drafted["relation"] != gold["relation"]:
        return False
    pair = [{plain(one) for one in gold[side].split("|")} for side in ("subject", "object")]
    found = [plain(drafted["subject"]), plain(drafted["object"])]
    straight = found[0] in pair[0] and found[1] in pair[1]
    return straight or (gold["relation"] in SYMMETRIC and found[1] in pair[0] and found[0] in pair[1])


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    gold = rows(open(folder / "gold.tsv", encoding="utf-8"))
    faults, counts = [], {group: [0, 0, 0] for group in FLOORS}
    for passage in rows(open(folder / "passages.tsv", encoding="utf-8")):
        name, file = passage["passage"], folder / passage["file"]
        done = subprocess.run([program, "extract", file, "--id", name, "--date", passage["dateline"], "-f", "tsv"],
                              capture_output=True, text=True, check=True)
        drafted = [one for one in rows(done.stdout.splitlines()) if one["status"] in ("asserted", "attributed")]
        text = file.read_text(encoding="utf-8")
        faults += [f"{name}: not in the passage: {one['evidence']}" for one in drafted if one["evidence"] not in text]
        wanted = [one for one in gold if one["passage"] == name and one["status"] in ("asserted", "attributed")]
        for group, (_, _) in FLOORS.items():
            keep = [(one, any(fits(one, other) for other in wanted)) for one in drafted
                    if group == "all" or (one["relation"] in BACKGROUND) == (group == "background")]
            need = [one for one in wanted if group == "all" or (one["relation"] in BACKGROUND) == (group == "background")]
            counts[group][0] += sum(right for _, right in keep)
            counts[group][1] += len(keep)
            counts[group][2] += len(need)
    for group, (precision, recall) in FLOORS.items():
        right, made, need = counts[group]
        print(f"{group}: precision {right / made:.3f}, recall {right / need:.3f}")
        if right / made < precision or right / need < recall:
            faults.append(f"{group}: below the floor of {precision} and {recall}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
