#!/usr/bin/env python3
"""Converts one file with one thread and with several: bytes, messages and exit code must be the same."""
import random
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]


def lines(seed, count):
    """Lines of several parts, some of them wrong, with all kinds of line ends."""
    numbers = random.Random(seed)
    for at in range(count):
        kind = numbers.randrange(400)
        line = f'<http://e.example/{at}> <http://e.example/p> "{"é" * numbers.randrange(60)}"@en .'.encode()
        if kind == 0:
            line = b"<http://e.example/a b> <http://e.example/p> <http://e.example/o> ."
        elif kind == 1:
            line = b"\xef\xbb\xbf" + line
        elif kind == 2:
            line = line.replace(b'"@en', b'\xff"@en')
        elif kind == 3:
            line = b'<http://e.example/s> <http://e.example/p> "' + b"x" * 40_000 + b'" .'
        elif kind == 4:
            line = b"# a comment"
        elif kind == 5:
            line += b" <http://e.example/g> ."
        yield line + (b"\r\n" if kind % 7 == 0 else b"\r" if kind % 7 == 1 else b"\n")


def convert(path, jobs, *more):
    command = [PROGRAM, "convert", path, "-i", "nquads", "-f", "ntriples", "--jobs", str(jobs), *more]
    done = subprocess.run(command, capture_output=True)
    return done.stdout, done.stderr, done.returncode


def check(name, text, *more):
    with tempfile.NamedTemporaryFile(suffix=".nq") as file:
        file.write(text)
        file.flush()
        alone = convert(file.name, 1, *more)
        for jobs in (2, 3):
            if convert(file.name, jobs, *more) != alone:
                sys.exit(f"{name}: --jobs {jobs} gives something else than --jobs 1")
    print(f"{name}: {len(alone[0])} bytes, {alone[1].count(b'error')} errors, the same with each number of threads")


def main():
    whole = b"".join(lines(1, 30_000))
    check("several parts", whole)
    check("all messages kept", whole, "--max-errors", "100000")
    check("no line end at the end", whole.rstrip())
    check("a byte order mark first", b"\xef\xbb\xbf" + whole)
    check("carriage returns alone", whole.replace(b"\r\n", b"\r").replace(b"\n", b"\r"))
    check("a line longer than parts may be", whole + b'<a:s> <a:p> "' + b"y" * 5_000_000 + b'" .\n' + whole[:500_000])
    check("one line", b"<a:s> <a:p> <a:o> <a:g> .\n")
    check("nothing", b"")


if __name__ == "__main__":
    main()
