import sys

engine, query = sys.argv[1], open(sys.argv[2], encoding="utf-8").read()


def run_oxigraph():
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_load(sys.stdin.buffer, format=pyoxigraph.RdfFormat.N_QUADS)
    answer = store.query(query, use_default_graph_as_union=True)
    if isinstance(answer, pyoxigraph.QueryTriples):
        answer.serialize(output=sys.stdout.buffer, format=pyoxigraph.RdfFormat.N_TRIPLES)
    else:
        answer.serialize(output=sys.stdout.buffer, format=pyoxigraph.QueryResultsFormat.JSON)


def run_rdflib():
    import rdflib
    import rdflib.plugins.sparql

    rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False
    rdflib.NORMALIZE_LITERALS = False
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(sys.stdin.buffer, format="nquads")
    answer = dataset.query(query)
    answer.serialize(sys.stdout.buffer, format="json" if answer.type in ("SELECT", "ASK") else "nt")


engines = {"oxigraph": run_oxigraph, "rdflib": run_rdflib}
for name in [engine] if engine else engines:
    try:
        engines[name]()
        break
    except ImportError:
        continue
    except Exception as error:
        print(f"{name}: {error}".split("\n")[0], file=sys.stderr)
        sys.exit(1)
else:
    sys.exit(3)
