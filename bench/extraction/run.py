#!/usr/bin/env python3
"""Scores drafted facts and times the reading: run.py PROGRAM DATA SCORER [--relations FILE] [--only ID,ID] [--errors N]

DATA holds passages.tsv, gold.tsv and passages/; SCORER is a program that takes gold and predictions (docs/extraction.md).
"""
import csv
import os
import pathlib
import resource
import subprocess
import sys
import tempfile


def draft(program, data, out):
    with open(data / "passages.tsv", encoding="utf-8") as table, open(out, "w", encoding="utf-8") as predictions:
        for number, row in enumerate(csv.DictReader(table, delimiter="\t")):
            done = subprocess.run([program, "extract", data / row["file"], "--id", row["passage"], "--date",
                                   row["dateline"], "-f", "tsv"], capture_output=True, text=True, check=True)
            predictions.writelines(done.stdout.splitlines(keepends=True)[1 if number else 0:])


def sentences_a_second(program, data, folder):
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((data / "passages").glob("*.txt")))
    count = text.count(". ") + text.count(".\n")
    for name, copies in (("few", 1), ("many", 200)):
        (folder / f"{name}.txt").write_text("\n\n".join([text] * copies), encoding="utf-8")
    seconds = []
    for name in ("few", "many"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([program, "extract", folder / f"{name}.txt", "-f", "tsv"], stdout=subprocess.DEVNULL, check=True)
        seconds.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    return count * 199 / max(seconds[1] - seconds[0], 1e-9), seconds[0]


def main():
    program, data, scorer = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        draft(program, data, folder / "drafted.tsv")
        subprocess.run([sys.executable, scorer, data / "gold.tsv", folder / "drafted.tsv", *sys.argv[4:]], check=True)
        rate, load = sentences_a_second(program, data, folder)
        print(f"{rate:.0f} sentences a second on one core, {load:.2f} s of CPU to load and read the passages once")


if __name__ == "__main__":
    main()
