#!/usr/bin/env python3
"""Runs graphwright beside its peers over the same files, in turn, and prints ratios.

  bench/compare.py --program build/release/bin/graphwright --statements 1000000 [--runs 5] [--json FILE] [JOB ...]

Each job is one piece of work that several tools can do. The tools take turns, so that a machine whose speed
drifts is the same for all; CPU time and peak memory are what the operating system counts for each finished run.
A tool that is not installed is named and left out.
"""
import argparse
import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"


@dataclasses.dataclass
class Tool:
    """A command; {name} stands for a generated file, {out} for where the result goes (else it is thrown away)."""
    name: str
    command: list
    needs: str = ""


def peers(program):
    """The jobs: what is read and written, ours first; the first peer is the one that ratios are quoted against."""
    ours = lambda *words: Tool("graphwright", [program, *words])
    return {
        "ntriples-ntriples": [
            ours("convert", "{nt}", "-f", "ntriples"),
            Tool("serdi", ["serdi", "-q", "-i", "ntriples", "-o", "ntriples", "{nt}"]),
            Tool("rapper", ["rapper", "-q", "-i", "ntriples", "-o", "ntriples", "{nt}"]),
            Tool("riot", ["riot", "--syntax=ntriples", "--stream=ntriples", "{nt}"]),
        ],
        "ntriples-turtle": [
            ours("convert", "{nt}", "-f", "turtle"),
            Tool("serdi", ["serdi", "-q", "-i", "ntriples", "-o", "turtle", "{nt}"]),
            Tool("rapper", ["rapper", "-q", "-i", "ntriples", "-o", "turtle", "{nt}"]),
            Tool("riot", ["riot", "--syntax=ntriples", "--formatted=turtle", "{nt}"]),
        ],
        "turtle-ntriples": [
            ours("convert", "{ttl}", "-f", "ntriples"),
            Tool("serdi", ["serdi", "-q", "-i", "turtle", "-o", "ntriples", "{ttl}"]),
            Tool("rapper", ["rapper", "-q", "-i", "turtle", "-o", "ntriples", "{ttl}"]),
            Tool("riot", ["riot", "--syntax=turtle", "--stream=ntriples", "{ttl}"]),
        ],
        "ntriples-rdflib": [
            ours("convert", "{small_nt}", "-f", "turtle"),
            Tool("rdflib", [PYTHON, str(HERE / "peers.py"), "rdflib", "{small_nt}"], needs="rdflib"),
        ],
        "graphml-write": [
            ours("convert", "{nt}", "-f", "graphml"),
            Tool("igraph", [PYTHON, str(HERE / "peers.py"), "igraph-write", "{graphml}"], needs="igraph"),
            Tool("networkx", [PYTHON, str(HERE / "peers.py"), "networkx-write", "{graphml}"], needs="networkx"),
        ],
        "ntriples-dot": [ours("convert", "{nt}", "-f", "dot")],
    }


def is_there(tool):
    if tool.needs:
        return subprocess.run([PYTHON, "-c", f"import {tool.needs}"], capture_output=True, check=False).returncode == 0
    return shutil.which(tool.command[0]) is not None


def measure(command):
    """One run: CPU seconds, peak MiB and exit code of the finished process."""
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]}: exit {process.returncode}: {message[:200].decode('utf-8', 'replace')}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_job(tools, files, runs):
    results = {tool.name: {"cpu": [], "memory": []} for tool in tools}
    for _ in range(runs):
        for tool in tools:
            cpu, memory = measure([word.format(**files) for word in tool.command])
            results[tool.name]["cpu"].append(cpu)
            results[tool.name]["memory"].append(memory)
    return results


def summarize(job, results, count):
    rows = []
    ours = results["graphwright"]["cpu"]
    for name, figures in results.items():
        ratios = [theirs / mine for theirs, mine in zip(figures["cpu"], ours)]
        rows.append({
            "job": job, "tool": name, "nanoseconds": round(statistics.median(figures["cpu"]) / count * 1e9),
            "spread": [round(min(figures["cpu"]) / count * 1e9), round(max(figures["cpu"]) / count * 1e9)],
            "mib": round(max(figures["memory"])), "ratio": round(statistics.median(ratios), 2)})
    return rows


def print_table(rows):
    print("| work | tool | ns a statement (min to max) | peak MiB | CPU, times ours |\n|---|---|---|---|---|")
    for row in rows:
        low, high = row["spread"]
        print(f"| {row['job']} | {row['tool']} | {row['nanoseconds']} ({low} to {high}) | {row['mib']} | {row['ratio']} |")


def generate(program, generator, count, folder):
    """Makes the input files: ours are the same bytes for the same count and seed."""
    files = {key: str(folder / name) for key, name in
             {"nt": "data.nt", "ttl": "data.ttl", "small_nt": "small.nt", "graphml": "data.graphml"}.items()}
    for key, size in (("nt", count), ("small_nt", min(count, 100000))):
        with open(files[key], "wb") as out:
            subprocess.run([generator, "--statements", str(size), "--seed", "1"], stdout=out, check=True)
    subprocess.run([program, "convert", files["nt"], "-o", files["ttl"]], check=True)
    subprocess.run([program, "convert", files["nt"], "-o", files["graphml"]], check=True, stderr=subprocess.DEVNULL)
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/release/bin/graphwright")
    parser.add_argument("--generator", default="build/release/bin/graphwright_generate")
    parser.add_argument("--statements", type=int, default=1000000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json")
    parser.add_argument("jobs", nargs="*")
    options = parser.parse_args()
    rows, absent = [], []
    with tempfile.TemporaryDirectory() as scratch:
        files = generate(options.program, options.generator, options.statements, pathlib.Path(scratch))
        for job, tools in peers(options.program).items():
            if options.jobs and job not in options.jobs:
                continue
            absent += [tool.name for tool in tools if not is_there(tool)]
            count = min(options.statements, 100000) if "rdflib" in job else options.statements
            rows += summarize(job, run_job([t for t in tools if is_there(t)], files, options.runs), count)
    print_table(rows)
    if absent:
        print("\nnot installed: " + ", ".join(sorted(set(absent))))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
