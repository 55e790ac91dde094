#!/usr/bin/env python3
"""Apache Jena Fuseki from Maven, on loopback, with a password; first in memory, where what it loses is sent again."""
import shutil
import subprocess
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/support")
from store_exercise import CACHE, PROGRAM, SOURCE, Store, full_disk, install, main, skip  # noqa: E402 (the folder is known only now)

# The newest that Java 17 runs.
VERSION = "5.6.0"
JAR = CACHE / f"jena-fuseki-server-{VERSION}.jar"


class Fuseki(Store):
    preset = "fuseki"
    secrets = {"GRAPHWRIGHT_STORE_USER": "ada", "GRAPHWRIGHT_STORE_PASSWORD": "l0vel4ce"}

    place = ("--mem",)

    def command(self):
        (self.folder / "passwords").write_text("ada: l0vel4ce\n", encoding="utf-8")
        return ["java", "-Xmx1g", "-jar", JAR, "--localhost", f"--port={self.port}", "--auth=basic", "--passwd=passwords",
                *self.place, "--update", "/ds"]

    def address(self):
        return f"http://127.0.0.1:{self.port}/ds"


def gzip(exercise):
    exercise.expect("gzip", exercise.run("push", "many.nt", *exercise.at("--to"), "--graph",
                                         "https://example.org/gzip", "--gzip", "--verify", "content"))


def default_graph(exercise):
    for again in ("", " again"):
        exercise.expect(f"default graph{again}", exercise.run("push", "blank.ttl", *exercise.at("--to"),
                                                              "--default-graph"), 0, "default graph")


def update(exercise):
    exercise.expect("SPARQL update", exercise.run("push", "many.nt", *exercise.at("--to"), "--graph",
                                                  "https://example.org/update", "--method", "update", "--verify",
                                                  "content"))


def readme(exercise):
    """The commands of README's section on stores, against this one."""
    done = subprocess.run([sys.executable, SOURCE / "tests" / "docs" / "check_sections.py", PROGRAM, SOURCE, "--store",
                           exercise.store.address()], capture_output=True, text=True, check=False)
    exercise.check("README's section", done.returncode == 0, done.stdout + done.stderr)


def on_disk(exercise):
    """From here on in TDB2, which keeps what it has."""
    exercise.store.stop()
    (exercise.store.folder / "tdb").mkdir()
    exercise.store.place = ("--tdb2", "--loc=tdb")
    exercise.store.start()
    exercise.expect("on disk", exercise.run("push", "many.nt", *exercise.at("--to"), "--graph", "https://example.org/disk",
                                            "--verify", "content"))


if __name__ == "__main__":
    if not shutil.which("java") or not shutil.which("mvn"):
        skip("Java and Maven are not installed")
    if not JAR.exists():
        install("Fuseki", ["mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy",
                           f"-Dartifact=org.apache.jena:jena-fuseki-server:{VERSION}", f"-DoutputDirectory={CACHE}"])
    main(Fuseki, gzip, default_graph, update, readme, on_disk, full_disk)
