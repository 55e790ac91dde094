#!/usr/bin/env python3
"""Reads what rapper and serdi read too, and compares: check_peers.py GRAPHWRIGHT GOLDEN_DIR SUITES_DIR

Each small N-Triples and Turtle file of the golden cases and, where they are there, of the suites is converted to
N-Triples by the three programs. Where two of them accept a file, their results must have the same canonical form
(RDFC-1.0). What a peer is known to read wrongly is named in PEER_FAULTS, with the reason.
"""
import pathlib
import re
import subprocess
import sys

BASE = "http://example.org/base/"
LARGEST = 20_000
FORMATS = {".nt": "ntriples", ".ttl": "turtle"}
COMMANDS = {
    "rapper": lambda path, form: ["rapper", "-q", "-i", form, "-o", "ntriples", str(path), BASE],
    "serdi": lambda path, form: ["serdi", "-i", form, "-o", "ntriples", str(path), BASE],
}
# (peer, what the file holds): why its reading is wrong.
PEER_FAULTS = [
    ("rapper", r"\x00|\\u0000", "cuts a text at U+0000"),
    ("rapper", r"<[a-z]+:[^>]*/\.\.?[/>?#]", "resolves dot segments in an IRI that is absolute already"),
    ("serdi", r"<(\.|g;|\?|#|[a-z]+:[^>]*/\.)", "resolves some references of RFC 3986, 5.4 otherwise than its table"),
    ("rapper", r"base <[a-z]+://[^>]*[^:/]//", "drops empty segments of a base path"),
    ("serdi", r"[0-9]\.(\s|$)", "takes the dot behind an integer for a part of it"),
]


def read(command):
    """The N-Triples that a program wrote; None where it refused the file or wrote what is no N-Triples."""
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    text = done.stdout.decode("utf-8", "replace")
    # A peer that goes on behind an error has not accepted the file.
    return text if done.returncode == 0 and not done.stderr else None


def canonical(program, ntriples):
    """The canonical form of a graph; None where a peer wrote what is no N-Triples."""
    done = subprocess.run([program, "canonicalize", "-i", "ntriples", "-"], input=ntriples.encode(),
                          capture_output=True, timeout=60, check=False)
    return done.stdout if done.returncode == 0 else None


def inputs(folders):
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.exists() else []:
            if path.suffix in FORMATS and path.is_file() and path.stat().st_size <= LARGEST:
                yield path


def is_excused(peer, text):
    return any(peer == one and re.search(pattern, text) for one, pattern, _ in PEER_FAULTS)


def main():
    program = sys.argv[1]
    folders = [pathlib.Path(name) for name in sys.argv[2:]]
    compared, faults = 0, []
    for path in inputs(folders):
        form = FORMATS[path.suffix]
        ours = read([program, "convert", "-i", form, "-f", "ntriples", "--base", BASE, str(path)])
        if ours is None or "<<(" in ours:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for peer, command in COMMANDS.items():
            theirs = None if is_excused(peer, text) else read(command(path, form))
            if theirs is None:
                continue
            meant = ours if theirs == ours else canonical(program, theirs)
            if meant is None:
                continue
            compared += 1
            if meant not in (ours, canonical(program, ours)):
                faults.append(f"{path}: {peer} reads another graph")
    print("\n".join(faults))
    if not folders[-1].exists():
        print(f"{folders[-1]} is not here: only the golden files were compared")
    print(f"{compared} readings compared, {len(faults)} differ")
    return 1 if faults or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
