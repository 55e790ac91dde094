#!/usr/bin/env python3
"""Oxigraph: the server of the PyPI package oxigraph, on loopback, with its data on disk."""
import sys
import venv

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/support")
from store_exercise import CACHE, Store, full_disk, install, main  # noqa: E402 (the folder is known only now)

VERSION = "0.5.13"
FOLDER = CACHE / f"oxigraph-{VERSION}"
PROGRAM = FOLDER / "bin" / "oxigraph"


class Oxigraph(Store):
    preset = "oxigraph"
    rewrites = {"nonNegativeInteger": "integer"}

    def command(self):
        return [PROGRAM, "serve", "--location", "data", "--bind", f"127.0.0.1:{self.port}"]


if __name__ == "__main__":
    if not PROGRAM.exists():
        venv.create(FOLDER, with_pip=True)
        install("Oxigraph", [FOLDER / "bin" / "pip", "install", "-q", f"oxigraph=={VERSION}"])
    main(Oxigraph, full_disk)
