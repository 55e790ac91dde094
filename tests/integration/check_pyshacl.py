#!/usr/bin/env python3
"""Compares SHACL validation with pySHACL on random shapes and data: check_pyshacl.py PROGRAM [ROUNDS]

pySHACL is no Debian package (`pip install pyshacl` in a virtual environment); without it the test says so. Compared
of each result are focus node, constraint component, value and simple path. pySHACL takes from Python how what SPARQL
cannot compare is ordered (true < 4, dates beside numbers, IRIs) and how a literal is written: such data is not made.
"""
import collections
import os
import random
import subprocess
import sys
import tempfile

try:
    import pyshacl
    import rdflib
except ImportError:
    print("skipped: pyshacl is not installed")
    sys.exit(77)

rdflib.NORMALIZE_LITERALS = False  # literals are compared as they are written, as RDF does
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
HEAD = """@prefix : <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
THINGS = [f":{name}" for name in "uvwxyz"]
PROPERTIES = [f":{name}" for name in "pqrs"]
CLASSES = [f":{name}" for name in "ABCD"]
NUMBERS = ["1", "2", "3.5", '"4.0"^^xsd:double', "-1"]
TEXTS = ['"x"', '"yy"', '"x"@en', '"x"@en-GB', '"z"@de', '"Z"@de', '""']
WITHOUT_ORDER = ["true", '"false"^^xsd:boolean', '"2022-11-07"^^xsd:date', '"2020-02-29"^^xsd:date',
                 '"2022-11-07T10:00:00"^^xsd:dateTime']
LANGUAGES = ['"en"', '"de" "en-GB"']
DATATYPES = ["xsd:integer", "xsd:string", "xsd:date", "rdf:langString", "xsd:boolean", "xsd:decimal"]


class Dice(random.Random):
    def __init__(self, seed):
        super().__init__(seed)
        self.has_order = seed % 2 == 0
        self.literals = NUMBERS + TEXTS + ([] if self.has_order else WITHOUT_ORDER)

    def path(self, depth=2):
        kind = self.randrange(12) if depth else 0
        inner = lambda: self.path(depth - 1)
        if kind == 1:
            return f"[ sh:inversePath {inner()} ]"
        if kind == 2:
            return f"( {inner()} {inner()} )"
        if kind == 3:
            return f"[ sh:alternativePath ( {inner()} {inner()} ) ]"
        if kind in (4, 5, 6):
            return f"[ sh:{('zeroOrMorePath', 'oneOrMorePath', 'zeroOrOnePath')[kind - 4]} {inner()} ]"
        return self.choice(PROPERTIES)

    def constraint(self, depth=2):
        """A constraint that node shapes and property shapes may have."""
        kind = self.randrange(13 if depth else 8)
        if kind == 0:
            return f"sh:class {self.choice(CLASSES)}"
        if kind == 1:
            return f"sh:datatype {self.choice(DATATYPES)}"
        if kind == 2:
            return f"sh:nodeKind sh:{self.choice(['IRI', 'Literal', 'BlankNode', 'BlankNodeOrIRI', 'IRIOrLiteral'])}"
        if kind == 3 and self.has_order:
            return f"sh:{self.choice(['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'])} {self.choice(NUMBERS)}"
        if kind in (3, 4):
            return f"sh:{self.choice(['minLength', 'maxLength'])} {self.randrange(4)}"
        if kind == 5:
            return self.choice(['sh:pattern "^x"', 'sh:pattern "Z" ; sh:flags "i"', f'sh:languageIn ( {self.choice(LANGUAGES)} )'])
        if kind == 6:
            return f"sh:in ( {' '.join(self.sample(self.literals + THINGS, 4))} )"
        if kind == 7:
            return f"sh:hasValue {self.choice(self.literals + THINGS)}"
        if kind == 8:
            return f"sh:not {self.anonymous(depth)}"
        if kind in (9, 10):
            return f"sh:{self.choice(['and', 'or', 'xone'])} ( {self.anonymous(depth)} {self.anonymous(depth)} )"
        if kind == 11:
            return f"sh:node {self.anonymous(depth)}"
        return f"sh:property {self.property_shape(depth - 1)}"

    def anonymous(self, depth):
        return f"[ {self.constraint(depth - 1)} ]"

    def property_shape(self, depth=2):
        own = [f"sh:{self.choice(['minCount', 'maxCount'])} {self.randrange(3)}", "sh:uniqueLang true",
               f"sh:{self.choice(['equals', 'disjoint'])} {self.choice(PROPERTIES)}",
               f"sh:qualifiedValueShape [ {self.constraint(0)} ] ; "
               f"sh:{self.choice(['qualifiedMinCount', 'qualifiedMaxCount'])} {self.randrange(3)}"]
        part = self.choice(own) if self.random() < 0.5 else self.constraint(depth)
        return f"[ sh:path {self.path()} ; {part} ]"

    def target(self):
        return self.choice([f"sh:targetClass {self.choice(CLASSES)}", f"sh:targetNode {self.choice(THINGS)}",
                            f"sh:targetSubjectsOf {self.choice(PROPERTIES)}",
                            f"sh:targetObjectsOf {self.choice(PROPERTIES)}"])

    def shapes(self):
        lines = []
        for number in range(self.randint(1, 4)):
            parts = [self.target(), self.constraint() if self.random() < 0.4 else f"sh:property {self.property_shape()}"]
            if self.random() < 0.1:
                parts.append(f"sh:closed true ; sh:ignoredProperties ( rdf:type {self.choice(PROPERTIES)} )")
            lines.append(f":S{number} a sh:NodeShape ; {' ; '.join(parts)} .")
        return HEAD + "\n".join(lines) + "\n"

    def data(self):
        lines = [f"{self.choice(THINGS)} {self.choice(PROPERTIES)} {self.choice(self.literals + THINGS * 3)} ."
                 for _ in range(self.randint(5, 20))]
        lines += [f"{self.choice(THINGS)} a {self.choice(CLASSES)} ." for _ in range(self.randint(1, 5))]
        lines += [f"{self.choice(CLASSES)} rdfs:subClassOf {self.choice(CLASSES)} ." for _ in range(self.randint(0, 2))]
        return HEAD + "\n".join(lines) + "\n"


def results(graph):
    """The results of a report, with what both programs must agree on."""
    found = collections.Counter()
    for one in graph.objects(None, SH.result):
        path = graph.value(one, SH.resultPath)
        value = graph.value(one, SH.value)
        found[(graph.value(one, SH.focusNode), graph.value(one, SH.sourceConstraintComponent),
               None if isinstance(value, rdflib.BNode) else value, path if isinstance(path, rdflib.URIRef) else None)] += 1
    return found


def difference(program, seed, folder):
    dice = Dice(seed)
    shapes, data = os.path.join(folder, "shapes.ttl"), os.path.join(folder, "data.ttl")
    for path, text in ((shapes, dice.shapes()), (data, dice.data())):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    run = subprocess.run([program, "check", "--shapes", shapes, data, "-f", "ntriples"], capture_output=True, text=True)
    if run.returncode > 1 or run.stderr:
        return [f"exit {run.returncode}: {run.stderr}"]
    ours = results(rdflib.Graph().parse(data=run.stdout, format="nt"))
    _, report, _ = pyshacl.validate(rdflib.Graph().parse(data), shacl_graph=rdflib.Graph().parse(shapes))
    theirs = results(report)
    return [f"only ours: {one}" for one in sorted(map(str, (ours - theirs).elements()))] + \
           [f"only pySHACL: {one}" for one in sorted(map(str, (theirs - ours).elements()))]


def main():
    program, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(rounds):
            found = difference(program, seed, folder)
            if not found:
                continue
            bad += 1
            print(f"seed {seed}:", *found, sep="\n  ")
            print(open(os.path.join(folder, "shapes.ttl")).read()[len(HEAD):])
    print(f"{rounds} rounds, {bad} with differences")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
