#!/usr/bin/env python3
"""Reads the Containerfile as a builder would, without building it: check_containerfile.py SOURCE_DIR

There is no container engine where the tests run. So: instructions and their forms, stages and bases, that what is
copied is there and is not ignored, that each command is shell and names files that exist or are made.
"""
import fnmatch
import json
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(sys.argv[1])
KNOWN = {"FROM", "COPY", "WORKDIR", "RUN", "ENTRYPOINT", "CMD"}
FAULTS = []


def expect(what, holds):
    if not holds:
        FAULTS.append(what)


def instructions():
    text = (SOURCE / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [line.split(" ", 1) for line in lines]


def check_from(rest, stages):
    match = re.fullmatch(r"(\S+):(\S+)(?: AS (\w+))?", rest)
    expect(f"FROM {rest}: no image with a tag", match)
    if match:
        expect(f"FROM {rest}: the tag says nothing", match.group(2) != "latest")
        expect(f"FROM {rest}: another system than the packages are for", match.group(1, 2) in
               (("debian", "12"), ("debian", "12-slim")))
        stages.append(match.group(3) or "")


def check_copy(rest, stages, ignored):
    words = rest.split()
    if words[0].startswith("--from="):
        expect(f"COPY {rest}: no such stage", words[0][7:] in stages[:-1])
        expect(f"COPY {rest}: the package is made elsewhere", words[1].startswith("/source/build/package/packages/"))
        return
    for name in words[:-1]:
        expect(f"COPY {rest}: {name} is not there", (SOURCE / name).exists())
        expect(f"COPY {rest}: {name} is ignored", not any(fnmatch.fnmatch(name, pattern) for pattern in ignored))


def check_run(rest):
    expect(f"RUN {rest}: no shell", subprocess.run(["sh", "-n", "-c", rest], check=False).returncode == 0)
    for script in re.findall(r"\./(\S+)", rest):
        expect(f"RUN {rest}: {script} cannot be run", (SOURCE / script).exists() and (SOURCE / script).stat().st_mode & 1)
    if "apt-get install" in rest:
        for words in ("apt-get update &&", "--no-install-recommends", " -y ", "/var/lib/apt/lists/*"):
            expect(f"RUN {rest}: without {words}", words in rest)


def main():
    stages, seen = [], []
    ignored = (SOURCE / ".containerignore").read_text(encoding="utf-8").split()
    for word, rest in instructions():
        expect(f"{word}: unknown instruction", word in KNOWN)
        expect(f"{word} before FROM", word == "FROM" or stages)
        seen.append(word)
        if word == "FROM":
            check_from(rest, stages)
        elif word == "COPY":
            check_copy(rest, stages, ignored)
        elif word == "RUN":
            check_run(rest)
        elif word == "WORKDIR":
            expect(f"WORKDIR {rest}: not absolute", rest.startswith("/"))
        else:
            expect(f"{word} {rest}: a shell would stand between", isinstance(json.loads(rest), list))
    expect(f"the instructions are {seen}", len(stages) == 2 and seen.count("ENTRYPOINT") == 1)
    script = (SOURCE / "scripts" / "package.sh").read_text(encoding="utf-8")
    expect("package.sh leaves its packages elsewhere", "build/package/packages/*.deb" in script)
    expect("without .git the day of the source is not told", "git log -1 --format=%ct 2>/dev/null || date" in script)
    print("\n".join(FAULTS) or "the Containerfile reads well; nothing was built")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
