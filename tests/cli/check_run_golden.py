#!/usr/bin/env python3
"""Shows that run_golden.py finds a difference, and rewrites it when it is asked to and not else: check_run_golden.py"""
import os
import pathlib
import subprocess
import sys
import tempfile

RUNNER = pathlib.Path(__file__).with_name("run_golden.py")
FAULTS = []


def run(case, update=None):
    names = {name: value for name, value in os.environ.items() if name != "GRAPHWRIGHT_UPDATE_GOLDEN"}
    names.update({} if update is None else {"GRAPHWRIGHT_UPDATE_GOLDEN": update})
    return subprocess.run([sys.executable, RUNNER, "/bin/cat", case.parent], env=names, capture_output=True, text=True,
                          check=False)


def expect(what, holds):
    if not holds:
        FAULTS.append(what)


def main():
    with tempfile.TemporaryDirectory() as folder:
        case = pathlib.Path(folder) / "lines"
        case.mkdir()
        (case / "cmd").write_text("input\n", encoding="utf-8")
        (case / "input").write_bytes(b"one\r\ntwo\n")
        golden = case / "stdout"
        for update in (None, "", "0"):
            golden.write_bytes(b"one\ntwo\n")
            done = run(case, update)
            expect(f"CR LF passes for LF with {update}", done.returncode == 1 and "one\\r\n" in done.stdout)
            expect(f"{update} rewrites", golden.read_bytes() == b"one\ntwo\n")
        expect("an update fails", run(case, "1").returncode == 0)
        expect("an update does not write what came out", golden.read_bytes() == b"one\r\ntwo\n")
        expect("what was written is not what is expected", run(case).returncode == 0)
        (case / "exit").write_text("1\n", encoding="utf-8")
        expect("another exit code passes", run(case).returncode == 1)
    print("\n".join(FAULTS) or "run_golden.py tells what differs")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
