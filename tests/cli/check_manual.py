#!/usr/bin/env python3
"""Lints the manual pages and reads them as a person would: check_manual.py PROGRAM. 77: man is not there.

groff and mandoc must have no warning; each option that `--help` lists must stand in the page of its verb.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
FAULTS = []


def run(*command, **names):
    return subprocess.run(command, env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "100", **names}, text=True,
                          capture_output=True, check=False)


def expect(what, holds, shown=""):
    if not holds:
        FAULTS.append(f"{what}\n{shown}")


def lint(page):
    """What groff, and mandoc where it is there, have against a page."""
    said = run("groff", "-ww", "-man", "-Tutf8", "-z", page)
    expect(f"{page.name}: groff warns", said.returncode == 0 and said.stderr == "", said.stderr)
    said = run("man", "--warnings", "-l", "-Tutf8", "-Z", page)
    expect(f"{page.name}: man warns", said.returncode == 0 and said.stderr == "", said.stderr)
    if shutil.which("mandoc"):
        said = run("mandoc", "-Tlint", "-Wwarning", page)
        expect(f"{page.name}: mandoc warns", said.stdout + said.stderr == "", said.stdout + said.stderr)


def as_read(page):
    text = run("man", "-l", page, MAN_KEEP_FORMATTING="", PAGER="cat").stdout
    return re.sub(r".\x08", "", text)


def check_verb(verb, page):
    text = as_read(page)
    help_text = run(PROGRAM, verb, "--help").stdout
    expect(f"{verb}: no summary", " ".join(help_text.splitlines()[0].split()) in " ".join(text.split()), text[:500])
    for line in re.findall(r"^  (-[-a-z,A-Z0-9]+)", help_text, re.M):
        wanted = line.replace(",", ", ")
        expect(f"{verb}: no {wanted}", re.search(rf"^ +{re.escape(wanted)}(?= |$)", text, re.M), text)


def main():
    if not shutil.which("man") or not shutil.which("groff"):
        print("skipped: man or groff is not there")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "pages"
        done = run(PROGRAM, "manual", "-o", str(folder))
        expect("the pages cannot be written", done.returncode == 0, done.stderr)
        verbs = re.findall(r"^  ([a-z]+)  ", run(PROGRAM, "--help").stdout, re.M)
        wanted = {"graphwright.1", *(f"graphwright-{verb}.1" for verb in verbs)}
        expect("other pages", {page.name for page in folder.iterdir()} == wanted, wanted)
        for page in sorted(folder.iterdir()):
            lint(page)
        for verb in verbs:
            check_verb(verb, folder / f"graphwright-{verb}.1")
        text = as_read(folder / "graphwright.1")
        expect("the program's page does not name all verbs", all(f"graphwright-{verb}(1)" in text for verb in verbs), text)
        done = run(PROGRAM, "manual", "build")
        expect("one page", done.stdout == (folder / "graphwright-build.1").read_text(encoding="utf-8"))
        done = run(PROGRAM, "manual", "bild")
        expect("no such verb", done.returncode == 2 and "unknown verb 'bild'" in done.stderr, done.stderr)
    print("\n".join(FAULTS) or "the manual pages hold")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
