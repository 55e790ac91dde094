#!/usr/bin/env python3
"""Checks push, pull and query against a store that misbehaves: nothing lost, nothing doubled, a clear message.

check_stores.py PROGRAM
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import fault_server

PROGRAM = os.path.abspath(sys.argv[1])
GRAPHS = {f"https://example.org/g{number}": {f"<https://example.org/s{number}> <https://example.org/p> \"{value}\" ."
                                             for value in range(6)} for number in (1, 2)}
SECRETS = (fault_server.PASSWORD, fault_server.TOKEN)
FAULTS = []


class Bench:
    """A store, a folder with data, and the program."""

    def __init__(self, folder):
        self.server = fault_server.start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.folder = pathlib.Path(folder)
        self.write("data.nq", "".join(f"{line[:-2]} <{name}> .\n" for name in GRAPHS for line in sorted(GRAPHS[name])))
        self.write("blank.nt", "".join(f"_:b <https://example.org/p> \"{value}\" .\n" for value in range(6)))

    def write(self, name, text, mode=0o600):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)

    def run(self, *words, **environment):
        names = {name: value for name, value in os.environ.items() if not name.startswith("GRAPHWRIGHT")}
        return subprocess.run([PROGRAM, *words], cwd=self.folder, env={**names, **environment}, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=100, check=False)

    def store(self, fault):
        return [f"{self.address}/{fault}/store", "--query-url", f"{self.address}/{fault}/query", "--retry-pause", "1"]

    def push(self, fault, *words, data="data.nq", **environment):
        return self.run("push", data, "--to", *self.store(fault), *words, **environment)

    def pull(self, fault, *words, **environment):
        return self.run("pull", "--from", *self.store(fault), *words, **environment)


def expect(what, done, code, *texts, stored=None, wanted=None):
    """The exit code, texts that the messages hold, and what the store has afterwards."""
    shown = f"{what}: exit {done.returncode}, not {code}\n{done.stdout}{done.stderr}"
    if done.returncode != code:
        FAULTS.append(shown)
    FAULTS.extend(f"{what}: says nothing of '{text}'\n{done.stderr}" for text in texts if text not in done.stderr)
    if any(secret in done.stderr + done.stdout for secret in SECRETS):
        FAULTS.append(f"{what}: tells a secret\n{done.stderr}")
    if wanted is not None and stored != wanted:
        FAULTS.append(f"{what}: the store has {stored}")


def check_sound(bench):
    stores = bench.server.stores
    for round_number in range(2):
        expect("push", bench.push("sound"), 0, stored=stores["sound"], wanted=GRAPHS)
        before = len(bench.server.requests)
        expect("chunks", bench.push("sound", "--chunk", "4", "--verify", "content"), 0, stored=stores["sound"],
               wanted=GRAPHS)
        methods = [one[1] for one in bench.server.requests[before:] if one[2] == "store"]
        if methods != ["PUT", "POST", "PUT", "POST", "GET", "GET"]:
            FAULTS.append(f"chunks: the requests are {methods} in round {round_number}")
    expect("gzip", bench.push("gzip", "--store", "gsp", "--gzip"), 2, "gsp takes no gzip")
    done = bench.run("push", "data.nq", "--to", f"{bench.address}/gzip", "--store", "fuseki", "--gzip", "--verify", "none")
    expect("gzip for Fuseki", done, 0)
    if bench.server.stores["gzip"] != GRAPHS:
        FAULTS.append("gzip for Fuseki: the store has something else")
    expect("same host", bench.push("home"), 0)
    before = len(bench.server.requests)
    done = bench.push("sound", "--dry-run", "--chunk", "4")
    expect("dry run", done, 0)
    if len(bench.server.requests) != before or len(done.stdout.splitlines()) != 4 or not done.stdout.startswith("PUT "):
        FAULTS.append(f"dry run: requests were sent, or others are shown\n{done.stdout}")


def check_blank_nodes(bench):
    name = ("--graph", "https://example.org/b")
    expect("no graph", bench.push("sound", data="blank.nt"), 2, "--graph IRI", "--default-graph")
    expect("split", bench.push("sound", "--chunk", "4", *name, data="blank.nt"), 2, "blank nodes")
    expect("whole", bench.push("sound", "--verify", "content", *name, data="blank.nt"), 0)
    expect("default", bench.push("sound", "--default-graph", data="blank.nt"), 0)
    expect("default of all graphs", bench.push("sound", "--default-graph", "--store", "qlever", data="blank.nt"), 0,
           "[store-not-counted]", "--verify content")


def check_credentials(bench):
    who = {"GRAPHWRIGHT_STORE_USER": fault_server.USER, "GRAPHWRIGHT_STORE_PASSWORD": fault_server.PASSWORD}
    token = {"GRAPHWRIGHT_STORE_TOKEN": fault_server.TOKEN}
    wrong = {**who, "GRAPHWRIGHT_STORE_PASSWORD": "s3cret-no"}
    stores = bench.server.stores
    expect("basic", bench.push("basic", **who), 0, stored=stores["basic"], wanted=GRAPHS)
    expect("digest", bench.push("digest", "--auth", "digest", "--chunk", "4", **who), 0, stored=stores["digest"],
           wanted=GRAPHS)
    expect("bearer", bench.push("bearer", **token), 0, stored=stores["bearer"], wanted=GRAPHS)
    for fault in ("basic", "digest", "bearer"):
        expect(f"{fault}, nobody", bench.push(fault), 2, "refuses who asks (401)", "is not in")
        expect(f"{fault}, wrong", bench.push(fault, **wrong), 2, "refuses who asks (401)")
    bench.write("secret", f"# mine\nuser: {fault_server.USER}\npassword: {fault_server.PASSWORD}\n")
    expect("file", bench.push("basic", "--credentials", "secret"), 0)
    bench.write("open", f"token: {fault_server.TOKEN}\n", 0o644)
    expect("open file", bench.push("bearer", "--credentials", "open"), 2, "others may read 'open'")
    bench.write("odd", f"{fault_server.PASSWORD}\n")
    expect("odd file", bench.push("basic", "--credentials", "odd"), 2, "odd:1:")
    bench.write("netrc", f"machine 127.0.0.1 login {fault_server.USER} password {fault_server.PASSWORD}\n")
    expect("netrc", bench.push("basic", "--netrc", "netrc"), 0)
    expect("echo", bench.push("echoes", **who), 2, "400", "...")
    inside = bench.run("push", "data.nq", "--to", f"http://ada:{fault_server.PASSWORD}@127.0.0.1/")
    expect("in the address", inside, 2, "holds no user or password")


def check_failures(bench):
    stores = bench.server.stores
    expect("busy", bench.push("busy"), 0, stored=stores["busy"], wanted=GRAPHS)
    expect("busy without patience", bench.push("busy", "--retries", "0"), 2, "503: busy")
    expect("deaf", bench.push("deaf", "--chunk", "4"), 0, stored=stores["deaf"], wanted=GRAPHS)
    expect("lies", bench.push("lies"), 1, "holds 3 triples, but 6 were sent [store-differs]")
    expect("lies about content", bench.push("lies", "--verify", "content"), 1, "other triples than were sent")
    expect("slow", bench.push("slow", "--timeout", "1", "--retries", "0"), 2, "may be in")
    expect("away", bench.push("away"), 2, "redirects to http://127.0.0.2:1/store, which is not followed")
    expect("babbles", bench.push("babbles"), 2, "no SPARQL result in JSON")
    expect("nobody there", bench.run("push", "data.nq", "--to", "http://127.0.0.1:1/", "--retries", "1", "--retry-pause",
                                     "1"), 2, "(tried 2 times)", "<https://example.org/g1> is not in")


def check_resumed(bench):
    journal = ("--chunk", "2", "--journal", "journal", "--retries", "1")
    expect("dies", bench.push("dies", *journal), 2, "g1> may be in", "2 of 3 requests were in", "g2> is not in", "'journal'")
    bench.server.stores["sound"] = bench.server.stores["dies"]
    text = (bench.folder / "journal").read_text(encoding="utf-8")
    bench.write("journal", text.replace("/dies/", "/sound/"))
    before = len(bench.server.requests)
    done = bench.push("sound", *journal)
    expect("resumed", done, 0, stored=bench.server.stores["sound"], wanted=GRAPHS)
    methods = [one[1] for one in bench.server.requests[before:] if one[2] == "store"]
    if methods != ["POST", "PUT", "POST", "POST"] or (bench.folder / "journal").exists():
        FAULTS.append(f"resumed: the requests are {methods}, or the journal is still there\n{done.stdout}")
    bench.write("journal", text.replace("/dies/", "/sound/"))
    bench.server.stores["sound"].clear()
    expect("resumed, but all was lost", bench.push("sound", *journal), 0, stored=bench.server.stores["sound"],
           wanted=GRAPHS)
    bench.write("journal", "something else\n")
    expect("no journal", bench.push("sound", *journal), 2, "is no journal of a push")


def check_pull(bench):
    graphs = [word for name in GRAPHS for word in ("--graph", name)]
    bench.push("sound")
    expect("pull", bench.pull("sound", *graphs, "-o", "back.nq"), 0)
    both = [bench.run("canonicalize", name).stdout for name in ("data.nq", "back.nq")]
    if both[0] != both[1] or not both[0]:
        FAULTS.append("pull: what comes back is not what was sent")
    bench.push("short")
    bench.server.stores["short"] = bench.server.stores["sound"]
    expect("short", bench.pull("short", *graphs, "--retries", "1", "-o", "short.nq"), 2, "(tried 2 times)")
    if (bench.folder / "short.nq").exists():
        FAULTS.append("short: half a file was left")
    expect("no such graph", bench.pull("sound", "--graph", "https://example.org/none", "-f", "turtle"), 2, "404")
    expect("nothing asked", bench.pull("sound"), 2, "say what to pull")


def check_input(bench):
    """A store as an input of a build: asked when it is allowed, and never half a graph."""
    bench.push("sound")
    plain = "<https://example.org/ada> <https://example.org/knows> <https://example.org/bob> .\n"
    bench.server.stores["sound"]["https://example.org/plain"] = {plain.strip()}
    for fault in ("short", "busy", "home", "basic"):
        bench.server.stores[fault] = bench.server.stores["sound"]

    def build(fault, *words, graph="https://example.org/plain", **environment):
        bench.write("graph.yaml", "graphwright: 1\nbase: https://example.org/\nontology: none.ttl\n"
                    f"inputs:\n  - {{store: '{bench.address}/{fault}/store', graph: {graph}}}\nexports: [graph.nt]\n")
        (bench.folder / "out" / "graph.nt").unlink(missing_ok=True)
        return bench.run("build", "graph.yaml", *words, **environment)

    def exported():
        path = bench.folder / "out" / "graph.nt"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def allowed(fault):
        return ("--allow-store", f"{bench.address}/{fault}/store/")

    bench.write("none.ttl", "")
    before = len(bench.server.requests)
    expect("not allowed", build("sound"), 1, "graph.yaml:5:5: error: ", "[store-not-allowed]")
    expect("another is allowed", build("sound", *allowed("busy")), 1, "[store-not-allowed]")
    expect("a part of the address", build("sound", "--allow-store", bench.address), 1, "[store-not-allowed]")
    if len(bench.server.requests) != before or exported():
        FAULTS.append("not allowed: a request is sent, or a file is written")
    for fault in ("sound", "home"):
        expect(f"input, {fault}", build(fault, *allowed(fault)), 0, stored=exported(), wanted=plain)
    expect("input, checked", bench.run("build", "--check", "graph.yaml", *allowed("home")), 0)
    who = {"GRAPHWRIGHT_STORE_USER": fault_server.USER, "GRAPHWRIGHT_STORE_PASSWORD": fault_server.PASSWORD}
    expect("input, basic", build("basic", *allowed("basic"), **who), 0, stored=exported(), wanted=plain)
    for fault, text in (("short", "bytes"), ("basic", "refuses who asks (401)"), ("away", "is not followed")):
        expect(f"input, {fault}", build(fault, *allowed(fault)), 2, text, stored=exported(), wanted="")
    expect("input, no such graph", build("sound", *allowed("sound"), graph="https://example.org/none"), 2, "404")
    bench.write("talks.rq", "CONSTRUCT WHERE { ?s ?p ?o }")
    bench.write("graph.yaml", (bench.folder / "graph.yaml").read_text(encoding="utf-8").replace(
        "graph: https://example.org/none", "construct: talks.rq"))
    expect("where queries go", bench.run("build", "graph.yaml", *allowed("sound")), 2, "name the kind of store")
    done = bench.run("build", "graph.yaml", "--list-outputs")
    expect("outputs are listed without asking", done, 0)


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder)
        for check in (check_sound, check_blank_nodes, check_credentials, check_failures, check_resumed, check_pull,
                      check_input):
            check(bench)
        bench.server.shutdown()
    print("\n".join(FAULTS) or "all as it should be")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
