"""What is compared: the files, and a row for each kind of work."""
import dataclasses
import pathlib
import subprocess
import sys

from timing import Tool

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
PREFIXES = {
    "": "http://example.org/",
    "dip": "https://w3id.org/graphwright/diplomacy#",
    "gw": "https://w3id.org/graphwright/vocabulary#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LARGE = 50_000_000  # statements from which only what the memory of an ordinary machine holds is measured


@dataclasses.dataclass
class Row:
    name: str
    unit_count: int
    tools: list  # ours first
    targets: dict = dataclasses.field(default_factory=dict)  # tool -> how many times our speed must be theirs
    note: str = ""


class Files:
    """The inputs, made once and kept."""

    def __init__(self, programs, folder):
        self.programs = programs
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def program(self):
        return self.programs / "graphwright"

    def made(self, name, command):
        path = self.folder / name
        if not path.exists():
            print(f"making {path}", file=sys.stderr, flush=True)
            unfinished = path.with_suffix(path.suffix + ".part")
            with open(unfinished, "wb") as out:
                subprocess.run([str(word) for word in command], stdout=out, stderr=subprocess.DEVNULL, check=True)
            unfinished.rename(path)
        return path

    def ntriples(self, size, *kind):
        return self.made("-".join([str(size), *kind]) + ".nt", [self.programs / "generate_graph", size, 1, *kind])

    def prefixes(self):
        path = self.folder / "prefixes.ttl"
        path.write_text("".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()), encoding="utf-8")
        return path

    def declared(self, size, *kind):
        """The N-Triples behind prefixes, for tools that take prefixes from the input alone."""
        return self.made("-".join([str(size), *kind]) + "-declared.ttl", ["cat", self.prefixes(), self.ntriples(size, *kind)])

    def turtle(self, size):
        return self.made(f"{size}.ttl", [self.program, "convert", self.ntriples(size), "--prefixes", self.prefixes(), "-f", "turtle"])

    def rdfxml(self, size):
        return self.made(f"{size}.rdf", ["rapper", "-q", "-i", "ntriples", "-o", "rdfxml", self.ntriples(size)])

    def graphml(self, size):
        return self.made(f"{size}.graphml", [self.program, "convert", self.ntriples(size), "-f", "graphml"])

    def igraph_graphml(self, size, attributes):
        return self.made(f"{size}-igraph-{attributes}.graphml", [PYTHON, HERE / "peers.py", "copy", attributes, self.graphml(size)])


def peer(module, work, *files):
    return Tool(module, [PYTHON, HERE / "peers.py", module, work, *files], measures_itself=True)


def rapper(file, syntax, target, *more):
    return Tool("rapper" if not more else "rapper, prefixes", ["rapper", "-q", "-i", syntax, "-o", target, *more, file])


def serdi(file, syntax, target, name="serdi"):
    return Tool(name, ["serdi", "-i", syntax, "-o", target, file])


def ours(files, *words, name="graphwright"):
    return Tool(name, [files.program, *words])


def measured(files, work, file):
    return Tool("graphwright", [files.programs / "measure_graph", work, file], measures_itself=True)


def ontology(files, work, file, *threads, name="graphwright"):
    return Tool(name, [files.programs / "measure_ontology", work, file, *threads], measures_itself=True)


def comparisons(files, size):
    lines, turtle, shuffled = files.ntriples(size), files.turtle(size), files.ntriples(size, "shuffled")
    xmlns = [word for name, iri in PREFIXES.items() for word in ("-f", f'xmlns:{name or "ex"}="{iri}"')]
    riot = lambda file, syntax, target: Tool("riot", ["riot", f"--syntax={syntax}", f"--stream={target}", file])  # noqa: E731
    yield Row("N-Triples to N-Triples", size, [
        ours(files, "convert", lines, "-f", "ntriples", "--jobs", 1), serdi(lines, "ntriples", "ntriples"),
        rapper(lines, "ntriples", "ntriples"), riot(lines, "ntriples", "ntriples"), peer("rdflib", "nt-nt", lines)],
        {"serdi": 5, "rapper": 11})
    many = files.ntriples(10 * size)
    yield Row(f"N-Triples to N-Triples, {10 * size:,}, wall clock, two threads", 10 * size, [
        ours(files, "convert", many, "-f", "ntriples", "--jobs", 2),
        ours(files, "convert", many, "-f", "ntriples", "--jobs", 1, name="graphwright, one thread")],
        {"graphwright, one thread": 1.7}, "wall")
    yield Row("N-Triples to Turtle, grouped, prefixes", size, [
        ours(files, "convert", lines, "--prefixes", files.prefixes(), "-f", "turtle", "--jobs", 1), serdi(files.declared(size), "turtle", "turtle"),
        rapper(lines, "ntriples", "turtle"), rapper(lines, "ntriples", "turtle", *xmlns),
        Tool("sordi", ["sordi", "-i", "turtle", "-o", "turtle", files.declared(size)]), riot(lines, "ntriples", "turtle"),
        peer("rdflib", "nt-ttl", lines)], {"serdi": 2.5, "rapper": 15})
    yield Row("N-Triples to Turtle, shuffled", size, [
        ours(files, "convert", shuffled, "--prefixes", files.prefixes(), "-f", "turtle", "--jobs", 1),
        serdi(files.declared(size, "shuffled"), "turtle", "turtle"), rapper(shuffled, "ntriples", "turtle")], {"serdi": 1.5})
    yield Row("N-Triples to Turtle, streamed", size, [
        ours(files, "convert", lines, "--prefixes", files.prefixes(), "--stream", "-f", "turtle", "--jobs", 1),
        serdi(files.declared(size), "turtle", "turtle")])
    yield Row("N-Triples to Turtle, shuffled, grouped within 32 MiB", size, [
        ours(files, "convert", shuffled, "--prefixes", files.prefixes(), "-f", "turtle", "--memory", "32M"),
        ours(files, "convert", shuffled, "--prefixes", files.prefixes(), "-f", "turtle", name="graphwright, no limit")])
    yield Row("Turtle to N-Triples", size, [
        ours(files, "convert", turtle, "-f", "ntriples", "--jobs", 1), serdi(turtle, "turtle", "ntriples"),
        rapper(turtle, "turtle", "ntriples"), riot(turtle, "turtle", "ntriples"), peer("rdflib", "ttl-nt", turtle)], {"serdi": 3})
    if rapper(lines, "ntriples", "rdfxml").is_present():
        xml = files.rdfxml(size)
        yield Row("RDF/XML to N-Triples", size, [
            ours(files, "convert", xml, "-f", "ntriples", "--jobs", 1), rapper(xml, "rdfxml", "ntriples")], {"rapper": 1})
    yield Row("load into the graph", size, [
        measured(files, "load", lines), Tool("sordi", ["sordi", "-i", "ntriples", "-o", "ntriples", lines]),
        peer("rdflib", "load", lines)], {"sordi": 8})
    graphml = files.graphml(size)
    yield Row("graph to GraphML, the writer alone", size, [
        measured(files, "graphml", lines), peer("igraph", "graphml", graphml), peer("networkx", "graphml", graphml)],
        {"igraph": 4, "networkx": 30})
    yield Row("GraphML into the graph, with facts and evidence", size, [
        measured(files, "load", graphml), peer("igraph", "read", graphml), peer("networkx", "read", graphml)], {"igraph": 1})
    if peer("igraph", "read", graphml).is_present():
        for name, attributes in (("nodes and edges alone", "bare"), ("labels and weights", "weights"), ("all attributes", "all")):
            foreign = files.igraph_graphml(size, attributes)
            yield Row(f"GraphML that igraph wrote into the graph, {name}", size, [
                measured(files, "load", foreign), peer("igraph", "read", foreign)], {"igraph": 1})
    yield Row("graph to GEXF, the writer alone", size, [measured(files, "gexf", lines), peer("networkx", "gexf", graphml)])
    yield Row("graph to CSV, the writer alone", size, [measured(files, "csv", lines), peer("networkx", "csv", graphml)])
    yield Row("graph to DOT, the writer alone", size, [measured(files, "dot", lines), peer("igraph", "dot", graphml)])
    yield Row("N-Triples to DOT", size, [ours(files, "convert", lines, "-f", "dot", "--jobs", 1)])
    yield Row("N-Triples to GraphML", size, [ours(files, "convert", lines, "-f", "graphml", "--jobs", 1)])
    for work, unit in (("infer", "inverse, symmetric, subclass, chains"), ("transitive", "transitive closure")):
        yield Row(f"inference: {unit}", size, [ontology(files, work, lines)])
    yield Row("SHACL: the diplomacy shapes", size, [ontology(files, "validate", lines)])
    yield Row("SHACL: loading and the diplomacy shapes, wall clock, two threads", size, [
        ontology(files, "validate", lines, 2), ontology(files, "validate", lines, name="graphwright, one thread")], note="wall")
    for words in (["--version"], ["formats"], ["build", HERE.parent / "data/south-caucasus/graph.yaml", "-o", files.folder / "example"]):
        yield Row(f"graphwright {words[0]}", 1, [ours(files, *words)])


def growth(files, size):
    lines = files.ntriples(size)
    if size >= LARGE:
        yield Row("N-Triples to ntriples", size, [ours(files, "convert", lines, "-f", "ntriples", "--jobs", 1)])
        yield Row("load into the graph", size, [measured(files, "load", lines)])
        yield Row("load, PageRank, GraphML", size, [ours(files, "convert", lines, "-f", "graphml", "--measure", "pagerank")])
        return
    for target in ("ntriples", "turtle"):
        yield Row(f"N-Triples to {target}", size, [ours(files, "convert", lines, "-f", target, "--jobs", 1)])
    yield Row("Turtle to ntriples", size, [ours(files, "convert", files.turtle(size), "-f", "ntriples", "--jobs", 1)])
    yield Row("load into the graph", size, [measured(files, "load", lines)])
    for target in ("graphml", "gexf", "csv", "dot"):
        yield Row(f"graph to {target}, the writer alone", size, [measured(files, target, lines)])
    yield Row("inference", size, [ontology(files, "infer", lines)])
    yield Row("SHACL validation", size, [ontology(files, "validate", lines)])


def result(row, timings):
    names = list(timings)
    mine = timings[names[0]]
    tools = []
    for name, timing in timings.items():
        one = {"tool": name, **timing.summary()}
        if name != names[0] and not timing.has_failed() and not mine.has_failed():
            one["ratio"] = timing.ratios(mine, row.note or "cpu")
            one["target"] = row.targets.get(name)
        tools.append(one)
    return {"name": row.name, "unit_count": row.unit_count, "by": row.note or "cpu", "tools": tools}


def as_text(result):
    lines = [result["name"]]
    for one in result["tools"]:
        if one.get("failed"):
            lines.append(f"  {one['tool']:26} failed or was stopped")
            continue
        unit = f"{one['ns']['median']:9.0f} ns" if result["unit_count"] > 1 else f"{one['cpu_s']['median'] * 1e3:9.1f} ms"
        text = f"  {one['tool']:26}{unit} cpu {one['wall_s']['median']:8.2f} s wall {one['peak_mib']:7.0f} MiB"
        if "ratio" in one:
            text += f"  x {one['ratio']['median']:.2f} ({one['ratio']['min']:.2f} to {one['ratio']['max']:.2f})"
            text += f", wanted {one['target']}" if one["target"] else ""
        words = [f"{key} {value}" for key, value in one["words"].items() if key != "cpu"]
        lines.append(text + ("  " + ", ".join(words) if words else ""))
    return "\n".join(lines)


def growth_as_text(point):
    if point.get("failed"):
        return f"{point['name']} at {point['size']}: failed or was stopped"
    return f"{point['name']} at {point['size']}: {point['ns']['median']:.0f} ns, {point['peak_mib']:.0f} MiB"


def versions(files):
    said = {}
    for name, command in {"graphwright": [files.program, "--version"], "serdi": ["serdi", "-v"], "rapper": ["rapper", "--version"],
                          "sordi": ["sordi", "-v"], "riot": ["riot", "--version"]}.items():
        try:
            out = subprocess.run([str(word) for word in command], capture_output=True, text=True).stdout
        except FileNotFoundError:
            continue
        said[name] = out.splitlines()[0].strip() if out else ""
    for module in ("rdflib", "networkx", "igraph"):
        out = subprocess.run([PYTHON, "-c", f"import {module}; print({module}.__version__)"], capture_output=True, text=True)
        if out.returncode == 0:
            said[module] = out.stdout.strip()
    return said
