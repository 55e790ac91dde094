#!/usr/bin/env python3
"""Checks that each word that the readers of graph files use is described: check_graph_file_words.py SOURCE_DIR"""
import pathlib
import re
import sys

SOURCE = pathlib.Path(sys.argv[1])


def main():
    header = (SOURCE / "core/graphwright/graph_file_iris.hpp").read_text("utf-8")
    used = set(re.findall(r'vocabulary#(\w+)"', header))
    constants = set(re.findall(r"string_view (\w+) = *\n? *\"https://w3id.org/graphwright/vocabulary#", header))
    listed = set(re.search(r"graph_file_words\{([^}]*)\}", header)[1].replace(",", " ").split())
    for name in sorted(constants ^ listed):
        print(f"{name} is not both a constant and in the list of all")
    described = set(re.findall(r"^gw:(\w+) a owl:", (SOURCE / "ontology/graph_files.ttl").read_text("utf-8"), re.M))
    for name in sorted(used - described):
        print(f"gw:{name} is used, but not described")
    for name in sorted(described - used):
        print(f"gw:{name} is described, but not used")
    return 1 if used != described or constants != listed or not used else 0


if __name__ == "__main__":
    sys.exit(main())
