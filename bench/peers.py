"""Does one piece of work with a Python library and says how many CPU seconds that took: peers.py MODULE WORK FILE; or
copies a GraphML file by igraph: peers.py copy all|weights|bare FILE."""
import os
import random
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


def igraph_work(work, file):
    import igraph

    begin = time.process_time()
    graph = igraph.Graph.Read_GraphML(file)
    if work == "read":
        return time.process_time() - begin
    write = {"graphml": graph.write_graphml, "dot": graph.write_dot}[work]
    begin = time.process_time()
    write(NULL)
    return time.process_time() - begin


def copy(file, what):
    """Writes a GraphML file again as igraph does, with all attributes, with none, or with labels of nodes and weights of
    edges, to the standard output."""
    import igraph

    graph = igraph.Graph.Read_GraphML(file)
    if what != "all":
        for sequence in (graph.vs, graph.es):
            for name in sequence.attributes():
                del sequence[name]
    if what == "weights":
        numbers = random.Random(1)
        graph.vs["label"] = [f"Node {number}" for number in range(graph.vcount())]
        graph.es["weight"] = [round(10 * numbers.random(), 3) for _ in range(graph.ecount())]
    graph.write_graphml("/dev/stdout")


def networkx_work(work, file):
    import networkx

    begin = time.process_time()
    graph = networkx.read_graphml(file)
    if work == "read":
        return time.process_time() - begin
    write = {"graphml": networkx.write_graphml, "gexf": networkx.write_gexf, "csv": write_tables}[work]
    begin = time.process_time()
    write(graph, NULL)
    return time.process_time() - begin


def write_tables(graph, path):
    """The two tables that people write from NetworkX by a script: a row a node and a row an edge, with all attributes."""
    import csv

    nodes = sorted({name for _, values in graph.nodes(data=True) for name in values})
    edges = sorted({name for _, _, values in graph.edges(data=True) for name in values})
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, ["id", *nodes])
        table.writeheader()
        table.writerows({"id": node, **values} for node, values in graph.nodes(data=True))
        table = csv.DictWriter(file, ["source", "target", *edges])
        table.writeheader()
        table.writerows({"source": source, "target": target, **values} for source, target, values in graph.edges(data=True))


def main():
    module, work, file = sys.argv[1:]
    if module == "copy":
        copy(file, work)
        return
    seconds = {"rdflib": rdflib_work, "igraph": igraph_work, "networkx": networkx_work}[module](work, file)
    print(f"cpu={seconds}")


if __name__ == "__main__":
    main()
