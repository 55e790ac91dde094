#!/usr/bin/env python3
"""Makes a graphwright project from annotated news: gold_to_facts.py NEWS_DIR RELATIONS_TSV OUT_DIR

NEWS_DIR holds gold.tsv, passages.tsv and the texts; each passage becomes a source and a fact file. Entities take
the classes that the relations ask of them, so that the checks of the ontology hold.
"""
import csv
import json
import pathlib
import re
import shutil
import sys
import unicodedata

ORDER = ["Polity", "Organization", "ArmedGroup", "Alliance", "Office", "Place", "Person"]


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "thing"


def classes(uses):
    """The fewest classes, in a fixed order, that satisfy every use of an entity."""
    chosen = []
    for allowed in sorted(uses, key=lambda use: (len(use), sorted(use))):
        if not allowed & set(chosen):
            chosen.append(next(c for c in ORDER if c in allowed))
    return chosen


class Project:
    """The entities that a set of annotated rows speaks of, by their preferred names."""

    def __init__(self, relations):
        self.relations = relations
        self.uses = {}
        self.labels = {}

    def entity(self, names, allowed):
        preferred = names.split("|")[0]
        name = slug(preferred)
        self.labels.setdefault(name, preferred)
        self.uses.setdefault(name, []).append(frozenset(allowed))
        return name

    def fact(self, row):
        relation = self.relations[row["relation"]]
        subject = self.entity(row["subject"], relation["domain"].split("|"))
        target = self.entity(row["object"], relation["range"].split("|"))
        block = {"quote": row["evidence"], "facts": f"{subject} {row['relation']} {target}"}
        if row["date"]:
            block["time"] = row["date"]
        if row["place"]:
            block["place"] = self.entity(row["place"], ["Place"])
        if row["status"] != "asserted":
            block["modality"] = row["status"]
        if row["source"]:
            block["speaker"] = self.entity(row["source"], [*ORDER[:3], "Person"])
        return block

    def entities(self):
        return {name: {"class": classes(uses), "label": self.labels[name]} for name, uses in sorted(self.uses.items())}


def write(path, data):
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main():
    news, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[3])
    project = Project({row["relation"]: row for row in rows_of(sys.argv[2])})
    out.mkdir(parents=True, exist_ok=True)
    sources, inputs, gold = {}, ["entities.yaml"], rows_of(news / "gold.tsv")
    for passage in rows_of(news / "passages.tsv"):
        name = passage["passage"]
        shutil.copy(news / passage["file"], out / f"{name}.txt")
        sources[name] = {"file": f"{name}.txt", "title": passage["title"], "publisher": passage["publisher"],
                         "date": passage["dateline"]}
        facts = [project.fact(row) for row in gold if row["passage"] == name]
        write(out / f"{name}.yaml", {"graphwright": 1, "source": name, "facts": facts})
        inputs.append(f"{name}.yaml")
    write(out / "entities.yaml", {"graphwright": 1, "entities": project.entities()})
    write(out / "graph.yaml", {"graphwright": 1, "base": "https://example.org/news/", "sources": sources, "inputs": inputs,
                               "exports": ["graph.nt", "graph.ttl", "graph.graphml", "graph.dot"]})


if __name__ == "__main__":
    main()
