#!/usr/bin/env python3
"""Groups a file within little memory: the bytes must be those without a limit, nothing may stay in the folder for
temporary files, and where they cannot be written one line says so and the output is left as it was."""
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])


def lines(count):
    """Statements of many subjects in any order, with classes, labels and facts."""
    numbers = random.Random(1)
    predicates = ["http://e.example/p", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                  "http://schema.org/name", "https://w3id.org/graphwright/vocabulary#source"]
    for _ in range(count):
        place = "https://w3id.org/graphwright/id/fact-" if numbers.randrange(9) == 0 else "http://e.example/"
        value = f"<http://e.example/{numbers.randrange(2000)}>" if numbers.randrange(2) else f'"{numbers.randrange(3000)}"@hy'
        graph = f"<http://e.example/g{numbers.randrange(3)}>" if numbers.randrange(3) == 0 else ""
        yield f"<{place}{numbers.randrange(3000)}> <{numbers.choice(predicates)}> {value} {graph} .\n"


def convert(folder, output, *more, spool=None, file_limit=None):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))

    command = [PROGRAM, "convert", "in.nq", "-o", output, *more]
    # SIGXFSZ stays ignored, so that a file that may not grow looks as on a full disk.
    return subprocess.run(command, cwd=folder, env={**os.environ, "TMPDIR": str(spool or folder / "spool")}, text=True,
                          capture_output=True, restore_signals=False, preexec_fn=limit if file_limit else None)


def check(what, holds):
    if not holds:
        sys.exit(f"{what}: no")
    print(f"{what}: yes")


def check_bytes(folder, output):
    without = convert(folder, output)
    whole = (folder / output).read_bytes()
    (folder / output).unlink()
    within = convert(folder, output, "--memory", "300K")
    check(f"{output} of {len(whole)} bytes is the same within 300K",
          within.returncode == without.returncode == 0 and within.stderr == without.stderr
          and (folder / output).read_bytes() == whole)


def check_failure(folder, why, **limits):
    (folder / "out.trig").write_text("old")
    done = convert(folder, "out.trig", "--memory", "300K", **limits)
    place = limits.get("spool") or folder / "spool"
    check(f"{why} is one line, exit 2",
          (done.returncode, done.stderr) == (2, f"graphwright: cannot use a temporary file in '{place}': {why}\n"))
    check("the old file stays", (folder / "out.trig").read_text() == "old")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "spool").mkdir()
        (folder / "in.nq").write_text("".join(lines(30_000)))
        for output in ("out.trig", "out.ttl"):
            check_bytes(folder, output)
        check_failure(folder, "No such file or directory", spool=folder / "none")
        check_failure(folder, "File too large", file_limit=20_000)
        check("no temporary file stays", not list((folder / "spool").iterdir()))
        check("nothing else is left", sorted(path.name for path in folder.iterdir()) == ["in.nq", "out.trig", "out.ttl", "spool"])


if __name__ == "__main__":
    main()
