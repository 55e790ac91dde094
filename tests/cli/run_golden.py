#!/usr/bin/env python3
"""Runs every command case below a folder: text in, text out.

A case is a folder with the file `cmd`: the arguments of the program, one command a line. The commands run in
a copy of the folder, each with the file `stdin` (absent: nothing) as its standard input. What they must give lies
beside it: `exit` (exit codes, one a line; absent: all 0), `stdout`, `stderr` (absent: empty) and `files/` (what must
lie there afterwards). {name} stands for a path given as name=PATH on the command line.
GRAPHWRIGHT_UPDATE_GOLDEN=1 rewrites what differs. Bytes are compared: a line that ends with CR LF is not one that
ends with LF.
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

UPDATE = os.environ.get("GRAPHWRIGHT_UPDATE_GOLDEN", "") not in ("", "0")
RESULTS = {"cmd", "exit", "stdout", "stderr", "files"}


def text_of(content):
    """What is shown and kept of bytes; the ends of lines stay as they are."""
    return content.decode("utf-8", "backslashreplace")


def run_commands(program, case, scratch, names):
    codes, out, err = [], "", ""
    for line in (case / "cmd").read_text(encoding="utf-8").splitlines():
        words = [word.format(**names) for word in shlex.split(line)]
        typed = case / "stdin"
        done = subprocess.run([program, *words], cwd=scratch, input=typed.read_bytes() if typed.exists() else b"",
                              capture_output=True, timeout=120, check=False)
        codes.append(str(done.returncode))
        out += text_of(done.stdout)
        err += text_of(done.stderr)
    return {"exit": "\n".join(codes) + "\n", "stdout": out, "stderr": err}


def compare(case, name, got, default):
    path = case / name
    want = text_of(path.read_bytes()) if path.exists() else default
    if got == want:
        return []
    if UPDATE:
        path.write_bytes(got.encode("utf-8"))
        return []
    shown = [text.replace("\r", "\\r") for text in (want, got)]
    return [f"{case.name}: {name} differs\n--- expected\n{shown[0]}--- got\n{shown[1]}---"]


def compare_files(case, scratch):
    faults = []
    for path in sorted((case / "files").rglob("*")):
        if path.is_file():
            made = scratch / path.relative_to(case / "files")
            got = text_of(made.read_bytes()) if made.exists() else "(no such file)\n"
            faults += compare(case, path.relative_to(case).as_posix(), got, "")
    return faults


def run_case(program, case, names):
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        for path in case.iterdir():
            if path.name not in RESULTS:
                copy = shutil.copytree if path.is_dir() else shutil.copy
                copy(path, scratch / path.name)
        result = run_commands(program, case, scratch, names)
        count = len(result["exit"].split())
        return (compare(case, "exit", result["exit"], "0\n" * count) + compare(case, "stdout", result["stdout"], "")
                + compare(case, "stderr", result["stderr"], "") + compare_files(case, scratch))


def main():
    program, root = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    names = dict(word.split("=", 1) for word in sys.argv[3:])
    os.environ["LC_ALL"] = "C.UTF-8"
    cases = sorted(path.parent for path in root.rglob("cmd"))
    faults = [fault for case in cases for fault in run_case(program, case, names)]
    print("\n".join(faults))
    print(f"{len(cases)} cases, {len(faults)} differences")
    return 1 if faults or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
