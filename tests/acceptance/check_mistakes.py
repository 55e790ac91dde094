#!/usr/bin/env python3
"""Plants one mistake after the other in the example: check_mistakes.py PROGRAM REPOSITORY

Each must give exactly one message, at the right line and column, and exit 1. The place is where the marker stands
in the text that was put in: `@` before a word, taken out before the file is written.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
MESSAGE = re.compile(r"^(\S+?):(\d+):(\d+): (error|warning): .* \[([a-z0-9-]+)\]$")

# File, what stands there, what is put in its place with the marker, and the code of the message.
MISTAKES = [
    ("facts.yaml", "antony-blinken praised armenia", "antony-blinken @praisd armenia", "unknown-relation"),
    ("facts.yaml", "turkey backs azerbaijan", "@turky backs azerbaijan", "unknown-entity"),
    ("facts.yaml", "russia member-of csto", "@russia member-of antony-blinken", "range"),
    ("facts.yaml", "russia leads minsk-group", "@nagorno-karabakh leads minsk-group", "domain"),
    ("facts.yaml", "quote: Turkey backs Azerbaijan", "quote: @Turkey supports Azerbaijan", "quote-not-found"),
    ("facts.yaml", "time: 2022-09-13", "time: @13.9.2022", "time-syntax"),
    ("facts.yaml", "time: 2022-09-13", "time: @2022-02-30", "impossible-date"),
    ("facts.yaml", "time: 1992/..", "time: @1992/1990", "reversed-interval"),
    ("facts.yaml", "modality: hypothetical\n    speaker: united-states", "modality: @attributed", "missing-speaker"),
    ("facts.yaml", "modality: denied", "modality: @refused", "unknown-word"),
    ("facts.yaml", "troop-strength \"2000\"", "troop-strength @russia", "literal-expected"),
    ("facts.yaml", "confidence: 0.9", "confidence: @1.9", "wrong-type"),
    ("people.yaml", "ned-price:\n    class: Person", "ned-price:\n    class: [Person, @Place]", "disjoint"),
    ("events.yaml", "class: Briefing", "class: @Breifing", "unknown-class"),
    ("events.yaml", "place: washington", "@places: washington", "unknown-key"),
    ("events.yaml", "[ararat-mirzoyan, ceyhun-bayramov]\n    quote:\n", "[ararat-mirzoyan, antony-blinken]\n    quote:\n",
     "shape"),
    ("events.yaml", "label: Cease-fire of May 1994", "label: Cease-fire of May 1994\n    @label: again", "duplicate-key"),
    ("events.yaml", "class: Conflict\n", "class: Conflict\n    time: 2015/..\n", "outside-time"),
    ("events.yaml", "label: Cease-fire of 2020\n    time: 2020", "label: Cease-fire of 2020\n    time: 2019", "wrong-order"),
    ("people.yaml", "  - quote: Nikol Pashinyan, prime minister of Armenia\n    facts:\n",
     "  - time: 2022\n    facts: ararat-mirzoyan holds-office prime-minister\n"
     "  - quote: Nikol Pashinyan, prime minister of Armenia\n    time: 2018/..\n    facts:\n", "two-holders"),
]
# Where the message of a mistake stands that says nothing wrong in itself: a file and a text in it.
ELSEWHERE = {
    "shape": ("events.yaml", "antony-blinken\n    talks-participant: antony-blinken"),
    "outside-time": ("events.yaml", "karabakh-conflict\n    time: 199X"),
    "wrong-order": ("facts.yaml", "second-war ended-by second-ceasefire"),
    "two-holders": ("people.yaml", "nikol-pashinyan holds-office prime-minister"),
}


def position(text, offset):
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def judge(file, old, new, code):
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(shutil.copytree(ROOT / "data" / "south-caucasus", pathlib.Path(folder) / "project"))
        text = (project / file).read_text(encoding="utf-8")
        if text.count(old) < 1:
            return f"'{old}' does not stand in {file}"
        at = text.index(old)
        (project / file).write_text(text[:at] + new.replace("@", "") + text[at + len(old):], encoding="utf-8")
        if code in ELSEWHERE:
            file, place = ELSEWHERE[code]
            wanted = position((project / file).read_text(encoding="utf-8"),
                              (project / file).read_text(encoding="utf-8").index(place))
        else:
            wanted = position(text[:at] + new, at + new.index("@"))
        done = subprocess.run([PROGRAM, "check", "graph.yaml"], cwd=project, capture_output=True, text=True, check=False)
    messages = [MESSAGE.match(line) for line in done.stderr.splitlines() if MESSAGE.match(line)]
    got = [(m[1], int(m[2]), int(m[3]), m[5]) for m in messages]
    if got == [(file, *wanted, code)] and done.returncode == 1:
        return ""
    return f"wanted {(file, *wanted, code)}, exit {done.returncode}, got:\n{done.stderr}"


def main():
    faults = [fault for mistake in MISTAKES if (fault := judge(*mistake))]
    print("\n".join(faults))
    print(f"{len(MISTAKES) - len(faults)} of {len(MISTAKES)} mistakes give their one message")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
