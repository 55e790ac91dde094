#!/usr/bin/env python3
"""Runs what the pre-commit hooks, the GitHub action and the GitLab template run, on a right and a wrong graph.

check_templates.py PROGRAM SOURCE_DIR. Also: SARIF output follows its schema, and the problem matcher finds
the messages.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
MANIFEST = "graphwright: 1\nbase: https://example.org/g/\ninputs: [my facts.yaml]\nexports: [graph.ttl]\n"
FACTS = ("graphwright: 1\nentities:\n  freedonia: {class: [Polity, Place], label: Freedonia}\n"
         "  glorp: {class: Place, label: Glorp}\nfacts:\n  - glorp region-part-of freedonia\n")
WRONG = FACTS.replace("glorp: {class: Place", "glorp: {class: Person")
FAULTS = []


def expect(what, holds, shown=""):
    if not holds:
        FAULTS.append(f"{what}\n{shown}")


class Graph:
    """A folder with a graph, its exports built, and the program on the PATH."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "graphwright").symlink_to(PROGRAM)
        self.write("graph.yaml", MANIFEST)
        self.write("my facts.yaml", FACTS)
        self.run(["graphwright", "build", "graph.yaml", "-o", "exports"])

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def run(self, command, **environment):
        path = f"{self.folder}/bin:{os.environ['PATH']}"
        return subprocess.run(command, cwd=self.folder, env={**os.environ, "PATH": path, **environment}, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)


def hook_codes(graph):
    hooks = yaml.safe_load((SOURCE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    arguments = {"graphwright-check": ["graph.yaml"], "graphwright-build-check": ["graph.yaml", "-o", "exports"]}
    return [graph.run([*hook["entry"].split(), *arguments[hook["id"]]]).returncode for hook in hooks]


def action_codes(graph):
    action = yaml.safe_load((SOURCE / "action.yml").read_text(encoding="utf-8"))
    values = {"inputs.manifest": "graph.yaml", "inputs.output": "exports", "inputs.sarif": "graph.sarif"}
    codes = []
    for step in action["runs"]["steps"]:
        environment = {name: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: values[match.group(1)], text)
                       for name, text in step.get("env", {}).items()}
        script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        codes.append(graph.run(script, GITHUB_ACTION_PATH=str(SOURCE), **environment).returncode)
    return codes


def template_codes(graph):
    _, jobs = yaml.safe_load_all((SOURCE / "templates" / "graphwright.yml").read_text(encoding="utf-8"))
    return [graph.run(["sh", "-ec", line], GRAPHWRIGHT_MANIFEST="graph.yaml", GRAPHWRIGHT_OUTPUT="exports").returncode
            for line in jobs["graphwright"]["script"]]


def check_codes(graph, what, wanted):
    for runner, codes in ((hook_codes, wanted[0]), (action_codes, wanted[1]), (template_codes, wanted[2])):
        got = runner(graph)
        expect(f"{what}: {runner.__name__} gives {got}, not {codes}", got == codes)


def check_sarif(graph):
    log = json.loads((graph.folder / "graph.sarif").read_text(encoding="utf-8"))
    schema = json.loads((SOURCE / "tests" / "pipelines" / "sarif-2.1.0-subset.json").read_text(encoding="utf-8"))
    for error in jsonschema.Draft7Validator(schema).iter_errors(log):
        expect(f"SARIF: {list(error.path)}: {error.message}", False)
    result = log["runs"][0]["results"][0]
    place = result["locations"][0]["physicalLocation"]
    expect("SARIF: the file's name is no URI reference", place["artifactLocation"]["uri"] == "my%20facts.yaml", place)
    expect("SARIF: the place is another", place["region"] == {"startLine": 6, "startColumn": 5}, place)
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    expect("SARIF: the rule is not described", result["ruleId"] in rules, rules)


def check_matcher(graph):
    matcher = json.loads((SOURCE / "templates" / "problem-matcher.json").read_text(encoding="utf-8"))
    pattern = matcher["problemMatcher"][0]["pattern"][0]
    lines = graph.run(["graphwright", "check", "graph.yaml"]).stderr.splitlines()
    found = [match for match in (re.match(pattern["regexp"], line) for line in lines) if match]
    expect("the problem matcher finds no message", len(found) == 1, "\n".join(lines))
    for match in found:
        got = {key: match.group(group) for key, group in pattern.items() if key != "regexp"}
        wanted = {"file": "my facts.yaml", "line": "6", "column": "5", "severity": "error", "code": "domain"}
        expect(f"the problem matcher reads {got}", wanted.items() <= got.items())


def main():
    with tempfile.TemporaryDirectory() as folder:
        graph = Graph(folder)
        check_codes(graph, "a right graph", ([0, 0], [0, 0, 0], [0, 0]))
        graph.write("my facts.yaml", FACTS.replace("Glorp", "Glorpville"))
        check_codes(graph, "stale exports", ([0, 1], [0, 0, 1], [0, 1]))
        graph.write("my facts.yaml", WRONG)
        check_codes(graph, "a wrong graph", ([1, 1], [0, 1, 1], [1, 1]))
        check_sarif(graph)
        check_matcher(graph)
    print("\n".join(FAULTS) or "the templates hold")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
