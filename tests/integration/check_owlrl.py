#!/usr/bin/env python3
"""Compares inference with the reasoner owlrl on random ontologies: check_owlrl.py PROGRAM [ROUNDS]

owlrl is no Debian package (`pip install owlrl` in a virtual environment); without it the test says so. What is
compared are the statements between names: owlrl also derives that things are themselves, and speaks of classes
without a name.
"""
import random
import subprocess
import sys
import tempfile

try:
    import owlrl
    import rdflib
except ImportError:
    print("skipped: owlrl is not installed")
    sys.exit(77)

EX = "https://example.org/"
HEAD = f"""@prefix : <{EX}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
CLASSES, PROPERTIES, THINGS = "ABCDEF", "pqrst", "uvwxyz"
AXIOMS = [
    ":{C} rdfs:subClassOf :{D} .",
    ":{C} owl:equivalentClass :{D} .",
    ":{P} rdfs:subPropertyOf :{Q} .",
    ":{P} owl:equivalentProperty :{Q} .",
    ":{P} owl:inverseOf :{Q} .",
    ":{P} a owl:TransitiveProperty .",
    ":{P} a owl:SymmetricProperty .",
    ":{P} a owl:FunctionalProperty .",
    ":{P} a owl:InverseFunctionalProperty .",
    ":{P} rdfs:domain :{C} .",
    ":{P} rdfs:range :{C} .",
    ":{P} owl:propertyChainAxiom ( :{Q} :{R} ) .",
    ":{C} owl:unionOf ( :{D} :{E} ) .",
    ":{C} owl:intersectionOf ( :{D} :{E} ) .",
    ":{C} owl:equivalentClass [ a owl:Restriction ; owl:onProperty :{P} ; owl:someValuesFrom :{D} ] .",
    ":{C} owl:equivalentClass [ a owl:Restriction ; owl:onProperty :{P} ; owl:someValuesFrom owl:Thing ] .",
    ":{C} rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :{P} ; owl:allValuesFrom :{D} ] .",
    ":{C} owl:equivalentClass [ a owl:Restriction ; owl:onProperty :{P} ; owl:hasValue :{X} ] .",
    ":{C} rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :{P} ; "
    'owl:maxCardinality "1"^^xsd:nonNegativeInteger ] .',
    ":{C} owl:oneOf ( :{X} :{Y} ) .",
    ":{C} owl:hasKey ( :{P} :{Q} :{Q} ) .",  # owlrl 7.6 does not look at the last property of a key
]


def random_file(seed):
    dice = random.Random(seed)
    names = lambda: {**{n: dice.choice(CLASSES) for n in "CDE"}, **{n: dice.choice(PROPERTIES) for n in "PQR"},
                     **{n: dice.choice(THINGS) for n in "XY"}}
    lines = [dice.choice(AXIOMS).format(**names()) for _ in range(dice.randint(3, 8))]
    lines += [":{X} :{P} :{Y} .".format(**names()) for _ in range(dice.randint(3, 10))]
    lines += [":{X} a :{C} .".format(**names()) for _ in range(dice.randint(1, 4))]
    return HEAD + "\n".join(lines) + "\n"


def comparable(graph):
    def is_named(term):
        return isinstance(term, rdflib.URIRef) and str(term).startswith(EX)
    return {" ".join(term.n3() for term in triple) for triple in graph
            if is_named(triple[0]) and is_named(triple[2])
            and (triple[0] != triple[2] or str(triple[1]).startswith(EX))}


def compare(program, text):
    with tempfile.NamedTemporaryFile("w", suffix=".ttl") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([program, "infer", file.name, "-f", "ntriples", "--statements", "none"],
                              capture_output=True, text=True, check=False)
    ours = comparable(rdflib.Graph().parse(data=done.stdout, format="nt"))
    theirs = rdflib.Graph().parse(data=text, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(theirs)
    theirs = comparable(theirs)
    return sorted(f"only ours: {one}" for one in ours - theirs) + sorted(f"only owlrl: {one}" for one in theirs - ours)


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    for seed in range(rounds):
        text = random_file(seed)
        if faults := compare(program, text):
            print(f"seed {seed}:\n{text}" + "\n".join(faults))
            return 1
    print(f"{rounds} random ontologies: the same conclusions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
