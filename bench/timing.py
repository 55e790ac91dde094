"""Runs a process and keeps what the kernel says of it."""
import os
import shutil
import signal
import statistics
import subprocess
import tempfile
import threading
import time


class Failed(Exception):
    """A tool that ended with an error or was stopped."""


class Tool:
    """A command that can be timed; one that prints `cpu=SECONDS` measures itself, without what precedes the work."""

    def __init__(self, name, command, measures_itself=False):
        self.name = name
        self.command = [str(word) for word in command]
        self.measures_itself = measures_itself

    def is_present(self):
        if shutil.which(self.command[0]) is None:
            return False
        module = self.command[2] if "peers.py" in " ".join(self.command[:2]) else None
        return module is None or subprocess.run([self.command[0], "-c", f"import {module}"], capture_output=True).returncode == 0

    def run(self, timeout):
        """One run: CPU and wall seconds, peak bytes, and the process' own words; None where it failed."""
        begin = time.monotonic()
        out = subprocess.PIPE if self.measures_itself else subprocess.DEVNULL
        peak = tempfile.NamedTemporaryFile()
        process = subprocess.Popen([*self.peak_into(peak.name), *self.command], stdout=out, stderr=subprocess.DEVNULL,
                                   stdin=subprocess.DEVNULL, start_new_session=True)
        stop = threading.Timer(timeout, os.killpg, [process.pid, signal.SIGKILL])
        stop.start()
        said = process.stdout.read().decode() if self.measures_itself else ""
        _, status, usage = os.wait4(process.pid, 0)
        stop.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        words = dict(word.split("=") for word in said.split() if "=" in word)
        cpu = float(words["cpu"]) if "cpu" in words else usage.ru_utime + usage.ru_stime
        return {"cpu": cpu, "wall": time.monotonic() - begin, "peak": int(peak.read() or usage.ru_maxrss) * 1024, "words": words}

    @staticmethod
    def peak_into(path):
        """The kernel counts what a process held before it became the tool, here this interpreter; GNU time is small."""
        return ["/usr/bin/time", "-q", "-f", "%M", "-o", path] if shutil.which("/usr/bin/time") else []


class Timing:
    """The runs of one tool in one row."""

    def __init__(self, unit_count):
        self.unit_count = unit_count
        self.runs = []

    def add(self, run):
        self.runs.append(run)

    def has_failed(self):
        return any(run is None for run in self.runs)

    def spread(self, key, scale):
        values = [run[key] * scale for run in self.runs]
        return {"min": min(values), "median": statistics.median(values), "max": max(values)}

    def ratios(self, ours, key="cpu"):
        """This tool's time by ours, round by round."""
        pairs = [theirs[key] / mine[key] for theirs, mine in zip(self.runs, ours.runs)]
        return {"min": min(pairs), "median": statistics.median(pairs), "max": max(pairs)}

    def summary(self):
        if self.has_failed():
            return {"failed": True}
        return {"ns": self.spread("cpu", 1e9 / self.unit_count), "cpu_s": self.spread("cpu", 1), "wall_s": self.spread("wall", 1),
                "peak_mib": max(run["peak"] for run in self.runs) / (1 << 20), "words": self.runs[-1]["words"]}
