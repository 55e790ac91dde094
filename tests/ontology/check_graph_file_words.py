#!/usr/bin/env python3
"""Checks that each word that the readers of graph files use is described: check_graph_file_words.py SOURCE_DIR"""
import pathlib
import re
import sys

SOURCE = pathlib.Path(sys.argv[1])


def main():
    used = set(re.findall(r'vocabulary#(\w+)"', (SOURCE / "core/graphwright/graph_file_iris.hpp").read_text("utf-8")))
    described = set(re.findall(r"^gw:(\w+) a owl:", (SOURCE / "ontology/graph_files.ttl").read_text("utf-8"), re.M))
    for name in sorted(used - described):
        print(f"gw:{name} is used, but not described")
    for name in sorted(described - used):
        print(f"gw:{name} is described, but not used")
    return 1 if used != described or not used else 0


if __name__ == "__main__":
    sys.exit(main())
