"""What every real store must go through: push, push again, count, query back, pull, isomorphic; a wrong
password; killed in the middle of a push; nothing lost, nothing doubled, a clear message."""
import os
import pathlib
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

SOURCE = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("GRAPHWRIGHT", str(SOURCE / "build" / "dev" / "bin" / "graphwright"))
CACHE = SOURCE / "build" / "integration"
PATIENCE = 600
SKIPPED = 77


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def install(what, command):
    """Runs an installer; where the registry lacks the thing the whole script is skipped."""
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        last = (done.stderr + done.stdout).strip().splitlines()[-1:]
        skip(f"{what} cannot be installed: {' '.join(last)}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def triples(count, base="https://example.org/"):
    """N-Triples without blank nodes: texts in several scripts, numbers, dates, languages."""
    for number in range(count // 4):
        subject = f"<{base}thing/{number}>"
        yield f'{subject} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{base}Thing> .\n'
        yield f'{subject} <http://www.w3.org/2000/01/rdf-schema#label> "Հայաստան \\"{number}\\"\\n東京"@hy .\n'
        yield f'{subject} <{base}number> "{number}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
        yield f'{subject} <{base}next> <{base}thing/{number + 1}> .\n'


class Store:
    """A store that is started and stopped by its script; `folder` keeps its data between starts."""

    preset = ""
    secrets = {}
    # Datatypes that the store turns into another, which `--verify content` rightly reports.
    rewrites = {}

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    def command(self):
        raise NotImplementedError

    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def ping(self):
        return self.address()

    def prepare(self):
        """What must be done once the store answers for the first time."""

    def start(self, **limits):
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=self.folder, stdout=log, stderr=log,
                                            stdin=subprocess.DEVNULL, start_new_session=True, **limits)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.ping(), timeout=5).close()
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        log = (self.folder / "log").read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"the store does not start:\n{log[-2000:]}")

    def stop(self, how=signal.SIGTERM):
        if self.process is None:
            return
        if self.process.poll() is None:
            os.killpg(self.process.pid, how)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None


class Exercise:
    """Runs the program against one store and counts what goes wrong."""

    def __init__(self, store, folder):
        self.store, self.folder, self.faults = store, folder, []

    def run(self, *words, secrets=None):
        names = {name: value for name, value in os.environ.items() if not name.startswith("GRAPHWRIGHT_")}
        secrets = self.store.secrets if secrets is None else secrets
        done = subprocess.run([PROGRAM, *map(str, words)], cwd=self.folder, env={**names, **secrets}, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        for secret in secrets.values():
            if len(secret) > 4 and secret in done.stderr + done.stdout:
                self.faults.append(f"a secret is told: {done.stderr}")
        return done

    def at(self, direction):
        return [direction, self.store.address(), "--store", self.store.preset, "--retry-pause", "50"]

    def expect(self, what, done, code=0, *texts):
        shown = (done.stdout + done.stderr)[-1500:]
        holds = done.returncode == code and all(text in done.stderr + done.stdout for text in texts)
        print(f"  {'ok' if holds else 'FAILED':8}{what}", flush=True)
        if not holds:
            self.faults.append(f"{what}: exit {done.returncode}, not {code}; wanted {texts}\n{shown}")
        return done

    def check(self, what, holds, shown=""):
        print(f"  {'ok' if holds else 'FAILED':8}{what}", flush=True)
        if not holds:
            self.faults.append(f"{what}\n{shown}")

    def same(self, what, left, right):
        texts = [self.run("canonicalize", name).stdout for name in (left, right)]
        for datatype, other in self.store.rewrites.items():
            texts = ["".join(sorted(text.replace(f"#{datatype}>", f"#{other}>").splitlines(True))) for text in texts]
        self.check(what, texts[0] == texts[1] and texts[0] != "", "the canonical forms differ")

    def example(self):
        """The worked example: one graph a source document, and all that it says in one graph."""
        manifest = SOURCE / "data" / "south-caucasus" / "graph.yaml"
        verify = ("--verify", "count" if self.store.rewrites else "content")
        for again in ("", " again"):
            self.expect(f"push the example{again}", self.run("push", manifest, *self.at("--to"), *verify))
        everything = "https://example.org/everything"
        self.expect("build it", self.run("build", manifest, "-o", "out", "-q"))
        self.expect("push its Turtle", self.run("push", "out/graph.ttl", *self.at("--to"), "--graph", everything))
        self.expect("pull it", self.run("pull", *self.at("--from"), "--graph", everything, "-o", "back.nt"))
        self.same("it is the same", "out/graph.ttl", "back.nt")
        query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{everything}> {{ ?s ?p ?o }} }}"
        lines = len(set((self.folder / "back.nt").read_text(encoding="utf-8").splitlines()))
        done = self.expect("count it", self.run("query", *self.at("--from"), "-e", query, "-f", "csv"))
        self.check("the count is right", done.stdout.split() == ["n", str(lines)], done.stdout)
        self.expect("ask", self.run("query", *self.at("--from"), "-e", "ASK { GRAPH ?g { ?s ?p ?o } }"), 0, "true")
        (self.folder / "talks.rq").write_text(
            "PREFIX dip: <https://w3id.org/graphwright/diplomacy#>\n"
            f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{everything}> {{ ?s ?p ?o FILTER(isIRI(?o)) }} }}",
            encoding="utf-8")
        self.expect("construct", self.run("pull", *self.at("--from"), "--construct", "talks.rq", "-o", "talks.ttl"))

    def input_of_a_build(self):
        """What was pushed with its evidence is the input of another build, and says the same."""
        manifest = SOURCE / "data" / "south-caucasus" / "graph.yaml"
        graph = "https://example.org/whole"
        self.expect("push with evidence", self.run("push", "out/graph.ttl", *self.at("--to"), "--graph", graph))
        (self.folder / "again.yaml").write_text(
            "graphwright: 1\nbase: https://example.org/south-caucasus/\ninputs:\n"
            f"  - {{store: '{self.store.address()}', kind: {self.store.preset}, graph: {graph}}}\nexports: [again.ttl]\n",
            encoding="utf-8")
        allowed = ("--allow-store", self.store.address())
        self.expect("build from the store", self.run("build", "again.yaml", "-o", "out", *allowed))
        done = self.run("diff", manifest, "again.yaml", *allowed)
        self.expect("the graphs do not differ", done, 1 if self.store.rewrites else 0)

    def blank_nodes(self):
        text = ("@prefix : <https://example.org/> .\n:a :knows [ :name \"b\" ; :knows [ :name \"c\" ] ] .\n"
                ":list :is ( 1 [ :name \"d\" ] \"x\"@en ) .\n")
        (self.folder / "blank.ttl").write_text(text, encoding="utf-8")
        graph = ("--graph", "https://example.org/blank")
        for again in ("", " again"):
            self.expect(f"push blank nodes{again}", self.run("push", "blank.ttl", *self.at("--to"), *graph))
        self.expect("they are not split", self.run("push", "blank.ttl", *self.at("--to"), *graph, "--chunk", "2"), 2,
                    "blank nodes")
        self.expect("pull them", self.run("pull", *self.at("--from"), *graph, "-o", "blank.nt"))
        self.same("they are the same", "blank.ttl", "blank.nt")

    def wrong_password(self):
        wrong = {name: "wr0ng-word" if name != "GRAPHWRIGHT_STORE_USER" else value
                 for name, value in self.store.secrets.items()}
        done = self.run("push", "blank.ttl", *self.at("--to"), "--graph", "https://example.org/blank", secrets=wrong)
        self.expect("wrong password", done, 2, "refuses who asks (40", "is not in")

    def killed(self, count=40_000):
        """The store is killed in the middle of a push in chunks, started again, and the push is repeated."""
        (self.folder / "many.nt").write_text("".join(triples(count)), encoding="utf-8")
        graph, journal = "https://example.org/many", self.folder / "journal"
        words = ["push", "many.nt", *self.at("--to"), "--graph", graph, "--chunk", "1000", "--retries", "1", "--journal",
                 journal]
        names = {**os.environ, **self.store.secrets}
        with subprocess.Popen([PROGRAM, *map(str, words)], cwd=self.folder, env=names, text=True,
                              stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as push:
            end = time.monotonic() + PATIENCE
            while push.poll() is None and time.monotonic() < end:
                if journal.exists() and len(journal.read_text(encoding="utf-8").splitlines()) > 6:
                    break
                time.sleep(0.002)
            self.store.stop(signal.SIGKILL)
            message = push.communicate()[1]
        account = re.search(r"(\d+) of 40 requests (?:were|are) in|(\d+) of 40 requests", message)
        self.check("killed in the middle: an account", push.returncode == 2 and account is not None, message)
        self.store.start()
        self.expect("the push goes on", self.run(*words, "--verify", "content"))
        self.check("the journal is gone", not journal.exists())


def full_disk(exercise):
    """No file of the store may grow beyond a limit, as on a full disk; then it may again, and all is sent anew."""
    (exercise.folder / "more.nt").write_text("".join(triples(200_000, "https://example.org/more/")), encoding="utf-8")
    words = ("push", "more.nt", *exercise.at("--to"), "--graph", "https://example.org/more", "--retries", "0")
    exercise.store.stop()
    largest = max(path.stat().st_size for path in exercise.store.folder.rglob("*") if path.is_file())
    limit = largest + (4 << 20)
    exercise.store.start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    done = exercise.run(*words)
    exercise.check("full disk: a clear message", done.returncode == 2 and "PUT http" in done.stderr, done.stderr)
    exercise.store.stop(signal.SIGKILL)
    exercise.store.start()
    exercise.expect("full disk: afterwards all is in", exercise.run(*words, "--verify", "content"))


def main(make_store, *more):
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f"{PROGRAM} is not there: build it first")
    # Ended from outside, the script still stops its store.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="graphwright-integration-"))
    (folder / "store").mkdir()
    store = make_store(folder / "store")
    exercise = Exercise(store, folder)
    try:
        store.start()
        store.prepare()
        for step in (exercise.example, exercise.input_of_a_build, exercise.blank_nodes, *([exercise.wrong_password] if store.secrets else []),
                     exercise.killed, *(lambda one=one: one(exercise) for one in more)):
            step()
    except Exception as error:
        exercise.faults.append(f"{type(error).__name__}: {error}")
    finally:
        store.stop()
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(exercise.faults) or "  all as it should be")
    sys.exit(1 if exercise.faults else 0)
