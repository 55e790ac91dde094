#!/usr/bin/python3
"""Checks ontology/*.ttl: sound in itself, true to the relation inventory, and to the vocabularies it names.

The inventory, the vocabularies and the code lists lie outside the repository (--shared, or the variable
GRAPHWRIGHT_SHARED, or ../shared); where they are absent their checks are skipped with a line that says so.
"""

import argparse
import csv
import os
import re
import sys
from pathlib import Path

try:
    from rdflib import BNode, Dataset, Graph, Namespace, URIRef
    from rdflib.collection import Collection
    from rdflib.namespace import OWL, RDF, RDFS, SH
except ImportError:
    print("skipped: python3-rdflib is not installed")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
DIP = Namespace("https://w3id.org/graphwright/diplomacy#")
GW = Namespace("https://w3id.org/graphwright/vocabulary#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = Namespace("https://schema.org/")
GEO = Namespace("http://www.opengis.net/ont/geosparql#")
PROV = Namespace("http://www.w3.org/ns/prov#")
ORG = Namespace("http://www.w3.org/ns/org#")
OA = Namespace("http://www.w3.org/ns/oa#")
PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}

# Vocabulary -> file in suites/ontologies that defines it.
VOCABULARIES = {SEM: "sem.nq", SCHEMA: "schemaorg.nt", GEO: "geosparql.rdf", PROV: "prov-o.ttl", ORG: "org.ttl",
                OA: "oa.ttl"}

# Class -> superclasses that it must reach.
ALIGNMENT = {
    "Person": [SCHEMA.Person, PROV.Person, SEM.Actor],
    "Polity": [SEM.Actor, SCHEMA.AdministrativeArea],
    "Country": [SCHEMA.Country, SEM.Actor, GEO.Feature],
    "Region": [SCHEMA.AdministrativeArea, GEO.Feature, SEM.Place],
    "Place": [SCHEMA.Place, SEM.Place, GEO.Feature],
    "Organization": [ORG.Organization, SCHEMA.Organization, SEM.Actor],
    "Alliance": [ORG.OrganizationalCollaboration],
    "ArmedGroup": [SEM.Actor, SCHEMA.Organization],
    "Office": [ORG.Post],
    "Talks": [SEM.Event, SCHEMA.Event, PROV.Activity],
    "Ceasefire": [SEM.Event],
    "War": [SEM.Event],
    "Deployment": [SEM.Event],
    "JointStatement": [SCHEMA.CreativeWork, PROV.Entity],
}

failures = []


def expect(holds, message):
    if not holds:
        failures.append(message)


def local(term):
    return re.split(r"[#/]", str(term))[-1]


def load():
    graph = Graph()
    for name in ("vocabulary.ttl", "diplomacy.ttl", "diplomacy-shapes.ttl"):
        graph.parse(ROOT / "ontology" / name, format="turtle")
    return graph


def classes_of(graph, expression):
    """The members of a union, or the class itself."""
    if isinstance(expression, BNode):
        return {local(one) for one in Collection(graph, graph.value(expression, OWL.unionOf))}
    return {local(expression)}


def domain_or_range(graph, prop, which):
    """The classes of the one rdfs:domain or rdfs:range."""
    values = list(graph.objects(prop, which))
    expect(len(values) <= 1, f"{local(prop)} has {len(values)} of {local(which)}: that means their intersection")
    return classes_of(graph, values[0]) if values else set()


def own_terms(graph):
    terms = {s for s in graph.subjects() if str(s).startswith((str(DIP), str(GW)))}
    return sorted(terms)


def check_labels(graph):
    for term in own_terms(graph):
        kinds = set(graph.objects(term, RDF.type))
        if kinds & {SH.NodeShape, SH.PropertyShape}:
            continue
        expect(len(list(graph.objects(term, RDFS.label))) == 1, f"{local(term)} needs one rdfs:label")
        expect(len(list(graph.objects(term, RDFS.comment))) == 1, f"{local(term)} needs one rdfs:comment")


def check_declared(graph):
    """Every name of ours that is used is defined, and used as what it is."""
    used = {t for triple in graph for t in triple if isinstance(t, URIRef) and str(t).startswith((str(DIP), str(GW)))}
    for term in sorted(used):
        expect((term, RDF.type, None) in graph, f"{local(term)} is used but not defined")
    for prop in sorted(set(graph.predicates())):
        if str(prop).startswith(str(GW)):
            kinds = set(graph.objects(prop, RDF.type))
            expect(kinds & PROPERTY_KINDS, f"{local(prop)} is used as a predicate but is no property")
    for path in set(graph.objects(None, SH.path)) | set(graph.objects(None, SH.disjoint)):
        if isinstance(path, URIRef) and str(path).startswith(str(DIP)):
            expect(set(graph.objects(path, RDF.type)) & PROPERTY_KINDS, f"a shape names {local(path)}, no property")


def check_inverses(graph):
    for a, b in graph.subject_objects(OWL.inverseOf):
        expect((b, OWL.inverseOf, a) in graph, f"{local(b)} does not name its inverse {local(a)}")


def check_roles(graph):
    """Specific roles lie below a generic one and have an event class as domain."""
    events = set(graph.transitive_subjects(RDFS.subClassOf, DIP.Event))
    for chain in graph.objects(None, OWL.propertyChainAxiom):
        first, second = Collection(graph, chain)
        role = graph.value(first, OWL.inverseOf)
        for one in (role, second):
            domain = graph.value(one, RDFS.domain)
            expect(domain in events, f"{local(one)} is linked in a chain but its domain is no event")
        expect(role != second, f"the chain over {local(role)} would relate everybody to itself")
    for rule in graph.subjects(RDF.type, GW.SharedRoleRule):
        role, yields = graph.value(rule, GW.role), graph.value(rule, GW.yields)
        expect(graph.value(role, RDFS.domain) in events, f"{local(rule)} has no role of an event")
        expect((yields, RDF.type, OWL.SymmetricProperty) in graph, f"{local(rule)} yields what is not symmetric")


def check_chains_fit(graph):
    """What a chain or rule yields fits the domain and range of the relation, or shares a class with it."""
    def fits(role, which, relation, end):
        found = domain_or_range(graph, role, which)
        allowed = domain_or_range(graph, relation, end)
        expect(found & allowed, f"{local(role)} has no class in common with {local(end)} of {local(relation)}")
    for relation, chain in graph.subject_objects(OWL.propertyChainAxiom):
        first, second = Collection(graph, chain)
        fits(graph.value(first, OWL.inverseOf), RDFS.range, relation, RDFS.domain)
        fits(second, RDFS.range, relation, RDFS.range)


def check_alignment(graph):
    for name, wanted in ALIGNMENT.items():
        reached = set(graph.transitive_objects(DIP[name], RDFS.subClassOf))
        for one in wanted:
            expect(one in reached, f"{name} is not below {one}")


def disjoint_pairs(graph):
    pairs = set()
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        members = list(Collection(graph, graph.value(axiom, OWL.members)))
        pairs |= {(a, b) for a in members for b in members if a != b}
    return pairs


def check_disjointness(graph):
    pairs = disjoint_pairs(graph)
    person = {"Polity", "Place", "Organization", "ArmedGroup", "Office", "Event", "Statement"}
    for name in person:
        expect((DIP.Person, DIP[name]) in pairs, f"Person is not disjoint with {name}")
    for name in person - {"Event"} | {"Person"}:
        expect((DIP.Event, DIP[name]) in pairs, f"Event is not disjoint with {name}")
    expect((DIP.Polity, DIP.Place) not in pairs, "Polity and Place are disjoint, but a country is both")
    for name in graph.subjects(RDF.type, OWL.Class):
        above = set(graph.transitive_objects(name, RDFS.subClassOf))
        clash = [(a, b) for a in above for b in above if (a, b) in pairs]
        expect(not clash, f"{local(name)} is below two disjoint classes")


def mappings(graph, relation):
    """CAMEO codes, PLOVER types and Wikidata property ids of a relation."""
    kinds = set(graph.transitive_subjects(RDFS.subPropertyOf, GW.wikidata))
    wikidata = {local(value) for kind in kinds for value in graph.objects(relation, kind)}
    return ({str(v) for v in graph.objects(relation, GW.cameo)}, {str(v) for v in graph.objects(relation, GW.plover)},
            wikidata)


def split(cell, pattern=r"[,|]"):
    return set() if cell == "-" else set(re.split(pattern, cell))


def check_inventory(graph, path):
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        check_relation(graph, row)
    transitive = set(graph.subjects(RDF.type, OWL.TransitiveProperty))
    expect(transitive == {DIP["located-within"]}, "only located-within is transitive")
    expect((DIP["region-part-of"], RDFS.subPropertyOf, DIP["located-within"]) in graph,
           "located-within is not above region-part-of")
    print(f"inventory: {len(rows)} relations")


def check_relation(graph, row):
    name, relation = row["relation"], DIP[row["relation"]]
    expect((relation, RDF.type, OWL.ObjectProperty) in graph, f"{name} is missing")
    expect((relation, OWL.inverseOf, DIP[row["inverse"]]) in graph, f"{name} has not the inverse {row['inverse']}")
    symmetric = (relation, RDF.type, OWL.SymmetricProperty) in graph
    expect(symmetric == (row["symmetric"] == "yes"), f"{name}: symmetric should be {row['symmetric']}")
    for which, column in ((RDFS.domain, "domain"), (RDFS.range, "range")):
        found = domain_or_range(graph, relation, which)
        expect(found == split(row[column]), f"{name}: {column} is {sorted(found)}, not {row[column]}")
    cameo, plover, wikidata = mappings(graph, relation)
    expect(cameo == split(row["cameo"]), f"{name}: CAMEO is {sorted(cameo)}, not {row['cameo']}")
    expect(plover == split(row["plover"]), f"{name}: PLOVER is {sorted(plover)}, not {row['plover']}")
    wanted = set(re.findall(r"P\d+", row["wikidata"]))
    expect(wikidata == wanted, f"{name}: Wikidata is {sorted(wikidata)}, not {row['wikidata']}")
    comment = str(graph.value(relation, RDFS.comment))
    expect(row["gloss"] not in comment, f"{name}: the comment repeats the gloss")


def check_vocabularies(graph, folder):
    used = {t for triple in graph for t in triple if isinstance(t, URIRef)}
    for namespace, name in VOCABULARIES.items():
        names = {t for t in used if str(t).startswith(str(namespace)) and str(t) != str(namespace)}
        known = Dataset() if name.endswith(".nq") else Graph()
        formats = {"nq": "nquads", "nt": "nt", "ttl": "turtle", "rdf": "xml"}
        known.parse(folder / name, format=formats[name.rsplit(".", 1)[1]])
        defined = {q[0] for q in (known.quads((None,) * 4) if isinstance(known, Dataset) else known)}
        for term in sorted(names - defined):
            failures.append(f"{name} does not define {term}")
        print(f"vocabulary {name}: {len(names)} names")


def check_codes(graph, path):
    table = dict(re.findall(r"^(\d+): *([A-Z]+)", path.read_text(encoding="utf-8"), re.M))
    cameo = {str(v) for v in graph.objects(None, GW.cameo)}
    plover = {str(v) for v in graph.objects(None, GW.plover)}
    for code in sorted(cameo - table.keys()):
        failures.append(f"CAMEO has no code {code}")
    for kind in sorted(plover - set(table.values())):
        failures.append(f"PLOVER has no event type {kind}")
    print(f"codes: {len(cameo)} of CAMEO, {len(plover)} of PLOVER")


def shared_folder(argument):
    folder = argument or os.environ.get("GRAPHWRIGHT_SHARED") or ROOT.parent / "shared"
    return Path(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", help="folder of the inventory, the vocabularies and the code lists")
    shared = shared_folder(parser.parse_args().shared)
    graph = load()
    for check in (check_labels, check_declared, check_inverses, check_roles, check_chains_fit, check_alignment,
                  check_disjointness):
        check(graph)
    for check, path in ((check_inventory, shared / "relations.tsv"),
                        (check_vocabularies, shared / "suites" / "ontologies"),
                        (check_codes, shared / "plover-gsr" / "CAMEO2PLOVER-2021.txt")):
        if path.exists():
            check(graph, path)
        else:
            print(f"skipped {check.__name__}: {path.name} is not here")
    for failure in failures:
        print("FAILED:", failure)
    print(f"{len(graph)} triples, {len(own_terms(graph))} names, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
