#!/usr/bin/env python3
"""Checks `graphwright build --watch`: a change builds again, an error is said and waited out, SIGINT ends it well."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1])
MANIFEST = "graphwright: 1\nbase: https://example.org/g/\ninputs: [data.ttl]\nexports: [graph.nt]\n"
PATIENCE = 60


def triple(name):
    return f"<https://example.org/{name}> <http://www.w3.org/2000/01/rdf-schema#label> \"{name}\" .\n"


def wait_for(what, holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"waited in vain for: {what}")
        time.sleep(0.02)


def replace(path, text):
    """Writes a file as editors do: beside its place, then renamed."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.rename(path)


def feed(pipe, text):
    """Writes to a pipe as soon as the program reads it; what is done in between happens while it builds."""
    with open(pipe, "w", encoding="utf-8") as out:
        yield
        out.write(text)


def check_change_while_building():
    """A file that changes after it was read, and before the first build ends, is built again."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        out = folder / "out" / "graph.nt"
        (folder / "graph.yaml").write_text(MANIFEST.replace("[data.ttl]", "[data.ttl, slow.nt]"), encoding="utf-8")
        (folder / "data.ttl").write_text(triple("one"), encoding="utf-8")
        os.mkfifo(folder / "slow.nt")
        with subprocess.Popen([PROGRAM, "build", "-q", "--watch", "graph.yaml"], cwd=folder) as program:
            try:
                for _ in feed(folder / "slow.nt", triple("slow")):
                    replace(folder / "data.ttl", triple("two"))
                wait_for("the first build", out.exists)
                for _ in feed(folder / "slow.nt", triple("slow")):
                    pass
                wait_for("the input that changed meanwhile",
                         lambda: out.exists() and out.read_text(encoding="utf-8") == triple("slow") + triple("two"))
            finally:
                program.kill()


def main():
    signal.alarm(4 * PATIENCE)
    check_change_while_building()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        out, log = folder / "out" / "graph.nt", folder / "log"
        (folder / "graph.yaml").write_text(MANIFEST, encoding="utf-8")
        (folder / "data.ttl").write_text(triple("one"), encoding="utf-8")
        with open(log, "wb") as messages, subprocess.Popen([PROGRAM, "build", "-q", "--watch", "graph.yaml"],
                                                           cwd=folder, stderr=messages) as program:
            try:
                wait_for("the first build", lambda: out.exists() and out.read_text(encoding="utf-8") == triple("one"))
                replace(folder / "data.ttl", triple("two"))
                wait_for("the changed input", lambda: out.read_text(encoding="utf-8") == triple("two"))
                replace(folder / "data.ttl", "wrong .\n")
                wait_for("the error", lambda: "data.ttl:1:1: error:" in log.read_text(encoding="utf-8"))
                (folder / "graph.yaml").rename(folder / "away.yaml")
                wait_for("the missing file", lambda: "graphwright: cannot read 'graph.yaml'" in log.read_text(encoding="utf-8"))
                replace(folder / "data.ttl", triple("three"))
                (folder / "away.yaml").rename(folder / "graph.yaml")
                wait_for("the mended input", lambda: out.read_text(encoding="utf-8") == triple("three"))
                program.send_signal(signal.SIGINT)
                if program.wait(PATIENCE) != 0:
                    sys.exit(f"ended with {program.returncode} after SIGINT")
            finally:
                program.kill()


if __name__ == "__main__":
    main()
