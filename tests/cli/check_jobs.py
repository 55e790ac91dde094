#!/usr/bin/env python3
"""Does the same work with one thread and with several: bytes, messages and exit code must be the same."""
import pathlib
import random
import subprocess
import sys
import tempfile

PROGRAM, EXAMPLE, PASSAGES = sys.argv[1:4]
XSD = "http://www.w3.org/2001/XMLSchema#"
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<a:small> sh:path <a:size> ; sh:maxInclusive 1 .
<a:shape> a sh:NodeShape ; sh:targetSubjectsOf <a:size> ; sh:property <a:small> ;
  sh:property [ sh:path <a:next> ; sh:node [ sh:property <a:small> ] ; sh:minCount 1 ] .
"""


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


def built(folder, jobs):
    """What a build writes, by name, and what it says."""
    out = pathlib.Path(folder) / f"out{jobs}"
    done = subprocess.run([PROGRAM, "build", EXAMPLE, "-o", str(out), "--jobs", str(jobs)], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"build --jobs {jobs}: {done.stderr.decode()}")
    files = {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    return files, done.stderr


def extracted(articles, jobs):
    done = subprocess.run([PROGRAM, "extract", *articles, "-f", "tsv", "--date", "2022-11-09", "--jobs", str(jobs)],
                          capture_output=True)
    return done.stdout, done.stderr, done.returncode


def check_build():
    with tempfile.TemporaryDirectory() as folder:
        alone = built(folder, 1)
        if len(alone[0]) < 4 or built(folder, 3) != alone:
            sys.exit("build: --jobs 3 gives something else than --jobs 1")
    print(f"build: {len(alone[0])} files, the same with each number of threads")


def check_extract():
    articles = sorted(map(str, pathlib.Path(PASSAGES).glob("*.txt")))
    alone = extracted(articles, 1)
    if not alone[0] or extracted(articles, 3) != alone:
        sys.exit("extract: --jobs 3 gives something else than --jobs 1")
    print(f"extract: {len(articles)} articles, the same with each number of threads")


def check_shapes():
    """More targets than one thread takes at a time, every third of them with something to report."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
        with open(folder / "data.nt", "w", encoding="utf-8") as data:
            for number in range(20_000):
                data.write(f'<a:{number}> <a:size> "{number % 3}"^^<{XSD}integer> .\n<a:{number}> <a:next> <a:{number // 2}> .\n')
        reports = [subprocess.run([PROGRAM, "check", "--shapes", "shapes.ttl", "data.nt", "-f", "ntriples", "--jobs", jobs],
                                  cwd=folder, capture_output=True) for jobs in ("1", "2", "3")]
    results = reports[0].stdout.count(b"#resultSeverity>")
    wanted = sum((number % 3 == 2) + (number // 2 % 3 == 2) for number in range(20_000))
    if results != wanted or any(one.stdout != reports[0].stdout for one in reports):
        sys.exit(f"check: {results} results; --jobs 2 or 3 gives something else than --jobs 1")
    print(f"check: {results} results, the same with each number of threads")


def main():
    check_shapes()
    check_build()
    check_extract()
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
