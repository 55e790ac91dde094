#!/usr/bin/env python3
"""Runs the shell blocks of README's section "Where it goes from here", each in a copy of the examples.

check_sections.py PROGRAM SOURCE_DIR BUILD_DIR runs all that need no store; BUILD_DIR is installed for the section
on CMake. check_sections.py PROGRAM SOURCE_DIR --store URL runs what needs one, against a Fuseki at that address.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
STORE = "http://localhost:3030/ds"
# What each section must have made.
MADE = {
    "Gephi": ["talks.gexf"],
    "Graphviz": ["armenia.dot", "armenia.pdf", "armenia.png"],
    "A SPARQL store": ["brief.ttl"],
    "CMake and Ninja": ["build/talks/graph.ttl", "build/talks/graph.svg"],
    "Continuous integration": ["exports/graph.ttl", "exports/graph.graphml"],
}
FAULTS = []


def expect(what, holds, shown=""):
    if not holds:
        FAULTS.append(f"{what}\n{shown}")


def sections():
    """The sections by name, each a list of its blocks: language and text."""
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    part = re.search(r"^## Where it goes from here\n(.*?)^## ", readme, re.S | re.M).group(1)
    names = re.split(r"^### (.*)\n", part, flags=re.M)[1:]
    return {name: re.findall(r"^```(\w+)\n(.*?)^```", text, re.S | re.M) for name, text in zip(names[::2], names[1::2])}


class Folder:
    """A copy of the examples, with the program on the PATH."""

    def __init__(self, path, prefix=""):
        self.path = pathlib.Path(path)
        shutil.copytree(SOURCE / "data", self.path / "data")
        (self.path / "bin").mkdir()
        (self.path / "bin" / "graphwright").symlink_to(PROGRAM)
        names = {name: value for name, value in os.environ.items() if not name.startswith("GRAPHWRIGHT_")}
        self.names = {**names, "PATH": f"{self.path}/bin:{os.environ['PATH']}", "CMAKE_PREFIX_PATH": prefix}

    def run(self, script):
        return subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=self.path, env=self.names, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)


def run_section(name, blocks, folder, address=STORE):
    for language, text in blocks:
        if language == "cmake":
            (folder.path / "CMakeLists.txt").write_text(text, encoding="utf-8")
        elif language == "sh":
            expect(f"{name}: another address", (STORE in text) == (name == "A SPARQL store"), text)
            done = folder.run(text.replace(STORE, address))
            expect(f"{name}: exit {done.returncode}", done.returncode == 0, done.stdout + done.stderr)
    for file in MADE[name]:
        path = folder.path / file
        expect(f"{name}: no {file}", path.exists() and path.stat().st_size > 0)


def check_stale(blocks, folder):
    """The last command must fail when a fact has changed."""
    facts = folder.path / "data" / "south-caucasus" / "people.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("Antony Blinken", "Anthony Blinken"), encoding="utf-8")
    command = [text for language, text in blocks if language == "sh"][-1].splitlines()[-1]
    done = folder.run(command)
    expect("stale exports pass", done.returncode == 1 and "::error" in done.stdout + done.stderr, done.stdout + done.stderr)


def main():
    known = sections()
    expect(f"the sections are {list(known)}", list(known) == list(MADE))
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        if sys.argv[3] == "--store":
            run_section("A SPARQL store", known["A SPARQL store"], Folder(scratch / "store"), sys.argv[4])
        else:
            subprocess.run(["cmake", "--install", sys.argv[3], "--component", "program", "--prefix", scratch / "prefix"],
                           check=True, stdout=subprocess.DEVNULL)
            for section in known:
                if section != "A SPARQL store":
                    folder = Folder(scratch / section, str(scratch / "prefix"))
                    run_section(section, known[section], folder)
            check_stale(known["Continuous integration"], folder)
    print("\n".join(FAULTS) or "README's sections run")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
