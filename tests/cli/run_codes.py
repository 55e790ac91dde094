#!/usr/bin/env python3
"""Each message code fires where it should, is silent where it should, and is explained: run_codes.py PROGRAM TESTS

The codes are those that the program itself lists, and each has the file golden/codes/<code>.txt:

    $ check facts.ttl              the command; {store} is a store on loopback that tests/stores/fault_server.py plays
    $ mended: check facts.ttl -x   the command of the second run, where the command itself is what is mended
    === facts.ttl fires            a file of the first run
    === facts.ttl mended           a file of the second run
    === graph.yaml                 a file of both; `made` behind it: the text is a Python expression that gives the file
    === message                    the lines of the first run that bear the code

In the first run exactly these lines bear the code. In the second run no line does, and there is no error.
The codes that begin with the name of a reader of graph files are the rules that the doctor lists.
GRAPHWRIGHT_UPDATE_GOLDEN=1 rewrites the messages.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

PROGRAM, TESTS = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
FOLDER = TESTS / "golden" / "codes"
UPDATE = os.environ.get("GRAPHWRIGHT_UPDATE_GOLDEN", "") not in ("", "0")
RUNS = ("fires", "mended")


class Case:
    def __init__(self, text):
        head, *sections = re.split(r"^=== ", text, flags=re.MULTILINE)
        self.commands = dict.fromkeys(RUNS, "")
        for line in head.splitlines():
            command = line.removeprefix("$ ")
            if command.startswith("mended: "):
                self.commands["mended"] = command.removeprefix("mended: ")
            else:
                self.commands = dict.fromkeys(RUNS, command)
        self.files, self.message = [], ""
        for section in sections:
            title, body = section.split("\n", 1)
            name, *words = title.split()
            if name == "message":
                self.message = body
            else:
                content = eval(body, {}) if "made" in words else body  # pylint: disable=eval-used
                self.files.append((name, content, [run for run in RUNS if run in words] or RUNS))

    def run(self, run, store):
        """The lines that one of the runs says, without the lines that show the text."""
        with tempfile.TemporaryDirectory() as folder:
            for name, content, runs in self.files:
                if run in runs:
                    path = pathlib.Path(folder) / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content if isinstance(content, bytes) else content.encode())
            words = [word.replace("{store}", store) for word in shlex.split(self.commands[run])]
            done = subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True, timeout=120, check=False,
                                  stdin=subprocess.DEVNULL)
        said = done.stderr.decode("utf-8", "backslashreplace").replace(store, "{store}")
        return done.returncode, [line for line in said.splitlines() if re.search(r"(error|warning|note): |: ", line)]


def start_store():
    sys.path.insert(0, str(TESTS / "stores"))
    import fault_server  # pylint: disable=import-outside-toplevel
    return f"http://127.0.0.1:{fault_server.start().server_address[1]}"


def judge(code, store):
    path = FOLDER / f"{code}.txt"
    if not path.exists():
        return [f"{code}: {path} is missing: a case in which the code fires and one in which it does not"]
    text = path.read_text(encoding="utf-8")
    case, faults = Case(text), []
    exit_code, said = case.run("fires", store)
    got = "".join(line + "\n" for line in said if line.endswith(f"[{code}]"))
    if UPDATE and got and got != case.message:
        path.write_text(text.split("=== message\n")[0] + "=== message\n" + got, encoding="utf-8")
    elif not got or got != case.message:
        faults.append(f"{code}: wanted\n{case.message}got\n{got or chr(10).join(said)}")
    if exit_code == 0 and ": error: " in got:
        faults.append(f"{code}: an error, but exit 0")
    exit_code, said = case.run("mended", store)
    wrong = [line for line in said if line.endswith(f"[{code}]") or ": error: " in line]
    if exit_code != 0 or wrong:
        faults.append(f"{code}: mended, but exit {exit_code}: {chr(10).join(wrong or said)}")
    return faults


def explain(*words):
    return subprocess.run([PROGRAM, "explain", *words], capture_output=True, text=True, check=True).stdout


def rules_astray(codes):
    """Codes of the doctor that its list of rules lacks, and rules that no code has."""
    listed = subprocess.run([PROGRAM, "doctor", "--rules"], capture_output=True, text=True, check=True).stdout
    rules = {line.split()[0]: line.split()[1] for line in listed.splitlines()}
    readers = tuple(f"{reader.lower()}-" for reader in rules.values())
    return sorted(set(rules) ^ {code for code in codes if code.startswith(readers)})


def main():
    codes = explain().split()
    only = sys.argv[3:]
    store = start_store()
    faults = [fault for code in codes if not only or code in only for fault in judge(code, store)]
    faults += [f"{code}: no explanation" for code in codes if len(explain(code).split("\n\n", 1)[1].split()) < 8]
    faults += [f"{path.name}: no code is called so" for path in FOLDER.glob("*.txt") if path.stem not in codes]
    faults += [f"{code}: not both a code and a rule of the doctor" for code in rules_astray(codes)]
    print("\n".join(faults))
    print(f"{len(codes)} codes, {len(faults)} faults")
    return 1 if faults or not codes else 0


if __name__ == "__main__":
    sys.exit(main())
