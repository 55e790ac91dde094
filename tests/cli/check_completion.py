#!/usr/bin/env python3
"""Completes command lines in a real shell by what the program writes for it: check_completion.py PROGRAM SHELL

bash runs its `complete -F` function, fish answers `complete -C`; in bash and zsh lines are typed with tabs at a
terminal as well. All options that `--help` lists must be offered. 77: the shell is not there.
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAM, SHELL = os.path.abspath(sys.argv[1]), sys.argv[2]
PATIENCE = 60
FAULTS = []

# A command line, and all that may stand in place of its last word.
CASES = [
    ("graphwright comp", ["completion"]),
    ("graphwright --ver", ["--version"]),
    ("graphwright build --derived ", ["all", "none", "relations"]),
    ("graphwright build --check --derived re", ["relations"]),
    ("graphwright push --store vir", ["virtuoso"]),
    ("graphwright convert -i ntr", ["ntriples"]),
    ("graphwright convert -f sv", ["svg"]),
    ("graphwright convert -i graphviz", []),
    ("graphwright explain unknown-col", ["unknown-column"]),
    ("graphwright completion ", ["bash", "fish", "zsh"]),
    ("graphwright build my", ["my facts.yaml", "my folder", "my.yaml"]),
    ("graphwright build -o my", ["my folder"]),
    ("graphwright check --ontology d", ["data.ttl", "diplomacy"]),
    ("graphwright build --wat", ["--watch"]),
    ("graphwright pull --no-", ["--no-verify"]),
]
# The program takes --option=value, too; fish and bash see that differently.
ASSIGNED = {"bash": [("graphwright build --derived = re", ["relations"]), ("graphwright build --derived =",
                                                                        ["all", "none", "relations"])],
            "fish": [("graphwright build --derived=re", ["--derived=relations"])]}
# What is typed (a tab completes), and the words that the program then gets; zsh puts a value behind =.
TYPED = [
    ("graphwright bui\t--der\trel\t", ["build", "--derived", "relations"]),
    ("graphwright push --sto\toxi\t--chu\t5", ["push", "--store", "oxigraph", "--chunk", "5"]),
    ("graphwright build my\\ fa\t", ["build", "my facts.yaml"]),
]


def expect(what, holds, shown=""):
    if not holds:
        FAULTS.append(f"{what}\n{shown}")


def ask(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True).stdout


def names_in_help(verb):
    """The options at the beginning of the lines of a help text."""
    lines = re.findall(r"^  (-[-a-z,A-Z0-9]+)", ask(verb, "--help") if verb else ask("--help"), re.M)
    return sorted(name for line in lines for name in line.split(","))


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False)
    expect(f"{SHELL} complains", done.stderr == "", done.stderr)
    return sorted(line for line in done.stdout.splitlines() if line)


def complete_in_bash(line, script, folder):
    words = line.split(" ")
    code = ('source "$1"; shift; complete -p graphwright | grep -q -- "-F _graphwright graphwright$" || exit; '
            'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _graphwright; printf "%s\\n" "${COMPREPLY[@]}"')
    return run(["bash", "--norc", "-c", code, "bash", script, *words], folder)


def complete_in_fish(line, script, folder):
    found = run(["fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", "--", str(script), line], folder)
    return sorted(candidate.split("\t")[0].rstrip("/").replace("\\ ", " ") for candidate in found)


class Terminal:
    """A shell at a terminal of its own."""

    def __init__(self, command, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(TERM="dumb", HOME=str(folder), LC_ALL="C.UTF-8")
            os.execvp(command[0], command)
        self.seen = ""

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait_for(self, text):
        end = time.monotonic() + PATIENCE
        while text not in self.seen and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.terminal, 4096).decode("utf-8", "replace")
                except OSError:
                    break
        expect(f"{SHELL} does not come to '{text}'", text in self.seen, self.seen)
        self.seen = self.seen.partition(text)[2]

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def type_lines(script, folder):
    """Types lines at a shell in which the program is a function that shows its words."""
    load = f"source {script}"
    if SHELL == "zsh":
        load = f"fpath=({script.parent} $fpath); autoload -U compinit; compinit -u -D; zstyle ':completion:*' menu no"
    terminal = Terminal({"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}[SHELL], folder)
    terminal.type(f"graphwright() {{ printf '<%s>' \"$@\"; echo; }}; PS1='re''ady '; {load}\n")
    terminal.wait_for("ready ")
    for line, words in TYPED:
        terminal.type(line + "\n")
        shown = "".join(f"<{word}>" for word in words)
        if SHELL == "zsh":
            shown = re.sub(r"<(--\w+)><(?!-)", r"<\1=", shown)
        terminal.wait_for(shown)
        terminal.wait_for("ready ")
    terminal.type("exit\n")
    terminal.close()


def check_all_options(complete, script, folder):
    verbs = re.findall(r"^  ([a-z]+)  ", ask("--help"), re.M)
    expect("verbs", complete("graphwright ", script, folder)[-len(verbs):] == sorted(verbs))
    for verb in verbs:
        wanted = names_in_help(verb)
        got = {name for prefix in ("-", "--") for name in complete(f"graphwright {verb} {prefix}", script, folder)}
        expect(f"{verb}: {sorted(got)}", got == set(wanted), wanted)


def main():
    if not shutil.which(SHELL):
        print(f"skipped: {SHELL} is not there")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder, script = pathlib.Path(name) / "work", pathlib.Path(name) / "_graphwright"
        (folder / "my folder").mkdir(parents=True)
        for file in ("my facts.yaml", "my.yaml", "data.ttl"):
            (folder / file).touch()
        script.write_text(ask("completion", SHELL), encoding="utf-8")
        subprocess.run([SHELL, "-n", script], check=True)
        complete = {"bash": complete_in_bash, "fish": complete_in_fish}.get(SHELL)
        for line, wanted in (CASES + ASSIGNED[SHELL] if complete else []):
            got = complete(line, script, folder)
            expect(f"{line}: {got}", got == wanted, wanted)
        if complete:
            check_all_options(complete, script, folder)
        if SHELL != "fish":
            type_lines(script, folder)
    print("\n".join(FAULTS) or f"{SHELL} completes")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
