#!/usr/bin/env python3
"""Oxigraph: the server of the PyPI package oxigraph, on loopback, with its data on disk."""
import resource
import sys
import venv

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/support")
from store_exercise import CACHE, Store, install, main, triples  # noqa: E402 (the folder is known only now)

VERSION = "0.5.13"
FOLDER = CACHE / f"oxigraph-{VERSION}"
PROGRAM = FOLDER / "bin" / "oxigraph"
LIMIT = 8 << 20


class Oxigraph(Store):
    preset = "oxigraph"
    rewrites = {"nonNegativeInteger": "integer"}

    def command(self):
        return [PROGRAM, "serve", "--location", "data", "--bind", f"127.0.0.1:{self.port}"]


def full_disk(exercise):
    """No file of the store may grow beyond a limit, as on a full disk; then it may again."""
    (exercise.folder / "more.nt").write_text("".join(triples(200_000, "https://example.org/more/")), encoding="utf-8")
    words = ("push", "more.nt", *exercise.at("--to"), "--graph", "https://example.org/more", "--retries", "0")
    exercise.store.stop()
    exercise.store.start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT)))
    done = exercise.run(*words)
    exercise.check("full disk: a clear message", done.returncode == 2 and "PUT http" in done.stderr, done.stderr)
    exercise.store.stop()
    exercise.store.start()
    exercise.expect("full disk: afterwards all is in", exercise.run(*words, "--verify", "content"))


if __name__ == "__main__":
    if not PROGRAM.exists():
        venv.create(FOLDER, with_pip=True)
        install("Oxigraph", [FOLDER / "bin" / "pip", "install", "-q", f"oxigraph=={VERSION}"])
    main(Oxigraph, full_disk)
