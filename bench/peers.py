#!/usr/bin/env python3
"""The work of the peers that are Python libraries: peers.py rdflib|igraph-write|networkx-write FILE."""
import os
import sys


def rdflib_convert(path):
    import rdflib
    graph = rdflib.Graph().parse(path, format="nt")
    graph.serialize(os.devnull, format="turtle")


def igraph_write(path):
    import igraph
    igraph.Graph.Read_GraphML(path).write_graphml(os.devnull)


def networkx_write(path):
    import networkx
    networkx.write_graphml(networkx.read_graphml(path, force_multigraph=True), os.devnull)


if __name__ == "__main__":
    work = {"rdflib": rdflib_convert, "igraph-write": igraph_write, "networkx-write": networkx_write}
    work[sys.argv[1]](sys.argv[2])
