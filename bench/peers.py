"""Does one piece of work with a Python library and says how many CPU seconds that took: peers.py MODULE WORK FILE."""
import os
import sys
import time

NULL = os.devnull


def rdflib_work(work, file):
    import rdflib

    source, _, target = work.partition("-")
    formats = {"nt": "nt", "ttl": "turtle", "load": "nt"}
    begin = time.process_time()
    graph = rdflib.Graph()
    graph.parse(file, format=formats[source])
    if target:
        graph.serialize(NULL, format=formats[target])
    return time.process_time() - begin


def igraph_work(_, file):
    import igraph

    graph = igraph.Graph.Read_GraphML(file)
    begin = time.process_time()
    graph.write_graphml(NULL)
    return time.process_time() - begin


def networkx_work(_, file):
    import networkx

    graph = networkx.read_graphml(file)
    begin = time.process_time()
    networkx.write_graphml(graph, NULL)
    return time.process_time() - begin


def main():
    module, work, file = sys.argv[1:]
    seconds = {"rdflib": rdflib_work, "igraph": igraph_work, "networkx": networkx_work}[module](work, file)
    print(f"cpu={seconds}")


if __name__ == "__main__":
    main()
