#!/usr/bin/python3
"""The examples fit the JSON Schemas of the fact files, and wrong files do not.

usage: check_schemas.py [PROGRAM]; with a program, it must take and refuse the same files as the schemas.
"""
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}; install python3-jsonschema and python3-yaml")
    sys.exit(77)

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else None
HINT = "# yaml-language-server: $schema="


class Loader(yaml.SafeLoader):
    """Reads scalars by the YAML 1.2 core schema, as editors do: dates and NO are text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def schema(kind):
    return json.loads((ROOT / "ontology" / "schema" / f"{kind}.schema.json").read_text("utf-8"))


def load(text):
    return yaml.load(text, Loader=Loader)


def errors(kind, document):
    return list(jsonschema.Draft7Validator(schema(kind)).iter_errors(document))


FACTS = """
graphwright: 1
source: brief
entities:
  ned-price: {class: Person}
  georgia: {class: Polity}
  armenia: {class: [Polity, Place], label: {en: Armenia, "no": NO}}
events:
  talks: {class: Talks, time: 2022-11-07, talks-host: ned-price, quote: [Talks, in 1.10]}
facts:
  - armenia met-with georgia
  - {facts: 'armenia demonym "a: \\"b\\""@hy', time: 2020, quote: 1.10}
"""

GRAPH = """
graphwright: 1
base: https://example.org/x/
sources: {brief: {file: brief.txt}}
inputs: [facts.yaml]
"""

# What is wrong, and a line to put in place of a line of the right file (or to add to it).
WRONG = {
    "facts": [
        ("no version", "graphwright: 1", ""),
        ("another version", "graphwright: 1", "graphwright: 2"),
        ("an unknown key", "source: brief", "sources: brief"),
        ("an entity without a class", "class: [Polity, Place], ", ""),
        ("an unknown key of an entity", "label:", "lable:"),
        ("an empty label", "{en: Armenia, \"no\": NO}", "''"),
        ("a label without a value", "{en: Armenia, \"no\": NO}", ""),
        ("a language that is no tag", "en: Armenia", "in english: Armenia"),
        ("a name with a space", "armenia: {", "the armenia: {"),
        ("a time in words", "2022-11-07", "7 November 2022"),
        ("a role that is no name", "talks-host: ned-price", "talks-host: {who: ned-price}"),
        ("a role of two words", "talks-host: ned-price", "talks-host: ned price"),
        ("a line of two words", "armenia met-with georgia", "armenia met-with"),
        ("a line of four words", "armenia met-with georgia", "armenia met with georgia"),
        ("an unclosed literal", "armenia met-with georgia", "armenia demonym \"x"),
        ("a literal as subject", "armenia met-with georgia", "'\"x\" met-with georgia'"),
        ("facts without a line", "armenia met-with georgia", ""),
        ("a block without facts", "{facts: 'armenia demonym \"a: \\\"b\\\"\"@hy', ", "{"),
        ("a confidence over one", "quote: 1.10}", "confidence: 1.5}"),
        ("a confidence in words", "quote: 1.10}", "confidence: high}"),
        ("an unknown modality", "quote: 1.10}", "modality: rumoured}"),
        ("two speakers", "quote: 1.10}", "speaker: georgia, according-to: armenia}"),
        ("an attributed event without a speaker", "talks-host: ned-price", "modality: attributed"),
        ("quote and evidence", "quote: 1.10}", "quote: Talks, evidence: [{quote: in}]}"),
        ("evidence without a quote", "quote: 1.10}", "evidence: [{source: brief}]}"),
        ("a prefix without a quote", "quote: 1.10}", "prefix: Talks}"),
    ],
    "graph": [
        ("no base", "base: https://example.org/x/", ""),
        ("a base that is no IRI", "https://example.org/x/", "example/x/"),
        ("a base that does not end", "https://example.org/x/", "https://example.org/x"),
        ("no inputs", "inputs: [facts.yaml]", ""),
        ("inputs that are no list", "inputs: [facts.yaml]", "inputs: facts.yaml"),
        ("an unknown key", "inputs: [facts.yaml]", "inputs: [facts.yaml]\nexport: [a.ttl]"),
        ("a source without file or url", "{file: brief.txt}", "{title: Brief}"),
        ("an unknown key of a source", "{file: brief.txt}", "{file: brief.txt, sha: a}"),
        ("a hash that is none", "{file: brief.txt}", "{file: brief.txt, sha256: abc}"),
        ("an unknown statement mode", "inputs:", "exports: [{file: a.ttl, statements: rdf13}]\ninputs:"),
        ("an unknown condition", "inputs:", "exports: [{file: a.ttl, select: {nearby: x}}]\ninputs:"),
        ("a path to nowhere", "inputs:", "exports: [{file: a.ttl, select: {path: [x]}}]\ninputs:"),
        ("steps in words", "inputs:", "exports: [{file: a.ttl, select: {steps: two}}]\ninputs:"),
        ("an unknown measure", "inputs:", "exports: [{file: a.ttl, measure: rank}]\ninputs:"),
        ("a store without a graph", "[facts.yaml]", "[{store: 'http://localhost:1/'}]"),
        ("a store that is no address", "[facts.yaml]", "[{store: 'ftp://localhost/', graph: default}]"),
        ("an unknown kind of store", "[facts.yaml]", "[{store: 'http://localhost:1/', kind: fusek, graph: default}]"),
        ("a graph that is no IRI", "[facts.yaml]", "[{store: 'http://localhost:1/', graph: talks}]"),
        ("a store and a file", "[facts.yaml]", "[{store: 'http://localhost:1/', graph: default, file: a.ttl}]"),
        ("infer in words", "inputs:", "infer: sometimes\ninputs:"),
    ],
}


class Schemas(unittest.TestCase):
    def test_schemas_are_schemas(self):
        for kind in WRONG:
            jsonschema.Draft7Validator.check_schema(schema(kind))

    def test_every_key_is_described(self):
        for kind in WRONG:
            self.describe(kind, schema(kind), schema(kind))

    def describe(self, kind, whole, part):
        for key, value in part.get("properties", {}).items():
            target = value
            if "$ref" in value and "description" not in value:
                target = whole["definitions"][value["$ref"].rsplit("/", 1)[1]]
            self.assertIn("description", target, f"{kind}: '{key}' has no description")
        for definition in part.get("definitions", {}).values():
            self.describe(kind, whole, definition)

    def test_examples_fit(self):
        examples = sorted((ROOT / "data").glob("*/*.yaml"))
        self.assertTrue(examples)
        for path in examples:
            with self.subTest(path=str(path.relative_to(ROOT))):
                text = path.read_text("utf-8")
                first = text.splitlines()[0]
                self.assertTrue(first.startswith(HINT), "the first line names the schema")
                named = (path.parent / first[len(HINT):]).resolve()
                kind = "graph" if path.name == "graph.yaml" else "facts"
                kind = "mapping" if path.parent.name == "mappings" else kind
                self.assertEqual(named, ROOT / "ontology" / "schema" / f"{kind}.schema.json")
                self.assertEqual([str(e.message) for e in errors(kind, load(text))], [])

    def test_yaml_blocks_of_the_documentation_fit(self):
        text = (ROOT / "docs" / "fact_files.md").read_text("utf-8")
        blocks = [b.split("```")[0] for b in text.split("```yaml\n")[1:]]
        whole = [load(b) for b in blocks if b.startswith("graphwright: 1")]
        self.assertEqual(len(whole), 2)
        for document in whole:
            kind = "graph" if "inputs" in document else "facts"
            self.assertEqual([str(e.message) for e in errors(kind, document)], [])
        for block in blocks:
            document = load(block)
            if isinstance(document, dict) and {"facts", "events"} & set(document):
                self.assertEqual(errors("facts", {"graphwright": 1, **document}), [])

    def test_styles(self):
        text = (ROOT / "docs" / "styles.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
        jsonschema.Draft7Validator.check_schema(schema("style"))
        self.describe("style", schema("style"), schema("style"))
        self.check_style(text, True)
        for what, old, new in (
            ("an unknown colour", "colour: teal", "colour: tal"),
            ("an unknown shape", "shape: box", "shape: bx"),
            ("an unknown key of a class", "icon:", "ikon:"),
            ("no colour of a relation", "backs: {colour: red}", "backs: {width: 3}"),
            ("an empty name", "classes: Office", 'classes: ""'),
            ("no width", "width: evidence", "width: thick"),
            ("too wide", "width: evidence", "width: 21"),
            ("no flag", "unconnected: true", "unconnected: maybe"),
            ("no layout", "graphwright: 1", "graphwright: 1\nlayout: circle"),
            ("an icon that is a text", 'icon: "●"', 'icon: "a long text"'),
        ):
            with self.subTest(what=what):
                self.assertIn(old, text)
                self.check_style(text.replace(old, new), False)

    def check_style(self, text, is_right):
        self.assertEqual(errors("style", load(text)) == [], is_right)
        if PROGRAM:
            with tempfile.TemporaryDirectory() as folder:
                style, graph = Path(folder) / "style.yaml", Path(folder) / "graph.nt"
                style.write_text(text, "utf-8")
                graph.write_text("<https://e.example/a> <https://e.example/b> <https://e.example/c> .\n", "utf-8")
                done = subprocess.run([PROGRAM, "convert", graph, "-o", "-", "-f", "dot", "--style", style],
                                      capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 0 if is_right else 1, done.stderr)

    def test_mappings(self):
        text = (ROOT / "docs" / "mappings.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
        jsonschema.Draft7Validator.check_schema(schema("mapping"))
        self.describe("mapping", schema("mapping"), schema("mapping"))
        self.assertEqual([e.message for e in errors("mapping", load(text))], [])
        for what, old, new in (
            ("no entities", "entities:", "things:"),
            ("an entity without an IRI", 'iri: "{name|slug}", ', ""),
            ("an entity without a class", ', class: Organization', ""),
            ("an unknown key of a fact", "quote:", "words:"),
            ("a fact without a relation", "    relation: signed-agreement-with\n", ""),
            ("a condition that is neither", "skip:", "drop:"),
        ):
            with self.subTest(what=what):
                self.assertIn(old, text)
                self.assertNotEqual(errors("mapping", load(text.replace(old, new))), [])

    def test_wrong_files_do_not_fit(self):
        for kind, right in (("facts", FACTS), ("graph", GRAPH)):
            self.assertEqual([e.message for e in errors(kind, load(right))], [])
            for what, old, new in WRONG[kind]:
                with self.subTest(kind=kind, what=what):
                    self.assertIn(old, right)
                    self.assertNotEqual(errors(kind, load(right.replace(old, new))), [])

    @unittest.skipIf(PROGRAM is None, "no program was named")
    def test_the_program_agrees(self):
        texts = {"facts": FACTS, "graph": GRAPH}
        code, messages = self.check(texts)
        self.assertEqual(code, 0, messages)
        for kind, cases in WRONG.items():
            for what, old, new in cases:
                with self.subTest(kind=kind, what=what):
                    code, messages = self.check({**texts, kind: texts[kind].replace(old, new)})
                    self.assertEqual(code, 1, messages)
                    self.assertRegex(messages, rf"{kind}\.yaml:[0-9]+:[0-9]+: error: .* \[[a-z-]+\]")

    def check(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            for kind, text in texts.items():
                (Path(folder) / f"{kind}.yaml").write_text(text, "utf-8")
            (Path(folder) / "brief.txt").write_text("Talks, in 1.10", "utf-8")
            run = subprocess.run([PROGRAM, "check", f"{folder}/graph.yaml"], capture_output=True, text=True)
            return run.returncode, run.stderr


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
