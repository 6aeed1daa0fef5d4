"""Running programs: how long they take, how much memory they hold, what they print."""

import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
RESULTS = BENCHMARKS / "results"
VENV = BENCHMARKS / ".venv"


class Failure(Exception):
    """The comparison cannot be made, or must not be trusted."""


class OutOfMemory(Exception):
    """The system ended a process, or it gave up, for want of memory."""


@dataclasses.dataclass
class Measure:
    """One run of one contestant: its time, and the most memory it held."""

    seconds: float
    peak: int = 0
    # Without the start of Python and the import of the library, where that is part of `seconds`.
    aside: float | None = None


@dataclasses.dataclass
class Run:
    """One process: its wall time, the most memory it held, and what it printed."""

    seconds: float
    peak: int
    output: str
    errors: str

    @property
    def result(self):
        return json.loads(self.output.strip().splitlines()[-1])

    @property
    def whole(self):
        """The whole process counts."""
        return Measure(self.seconds, self.peak)

    @property
    def inner(self):
        """What the process timed of itself, the median of its runs."""
        return Measure(statistics.median(self.result["seconds"]), self.result["peak"])

    @property
    def solving(self):
        """The phases of an allocation, from the problem in memory to the answer."""
        records = [json.loads(line) for line in self.errors.splitlines() if line.startswith('{"phase"')]
        seconds = {record["phase"]: record["seconds"] for record in records}
        if "total" not in seconds:
            raise Failure("palmares told no times")
        phases = ("presolve", "simplex", "arbitration")
        return Measure(sum(seconds.get(phase, 0) for phase in phases), self.peak)


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(command):
    """Runs a command to its end, timed from outside."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        complaint = errors.read().decode(errors="replace")
        # Killed by the system, or aborted by an allocation that failed.
        if process.returncode in (-9, -6) or "MemoryError" in complaint:
            raise OutOfMemory(complaint)
        if process.returncode != 0:
            called = " ".join(str(part) for part in command)
            raise Failure(f"{called} ended with {process.returncode}:\n{complaint}")
        # Linux counts in kibibytes.
        return Run(seconds, usage.ru_maxrss * 1024, output.read().decode(), complaint)


def rested(command, output):
    """Runs a command that finds neither an output to replace nor another's writes still on their way."""
    output.unlink(missing_ok=True)
    os.sync()
    return run(command)


def read_and_write(source, like, target):
    """The least that any program from file to file does: reads one, writes as many bytes as `like` has, and waits
    until they are on the disk."""
    target.unlink(missing_ok=True)
    os.sync()
    buffer = bytearray(1 << 20)
    left = like.stat().st_size
    start = time.perf_counter()
    with open(source, "rb", buffering=0) as file:
        while file.readinto(buffer):
            pass
    with open(target, "wb", buffering=0) as file:
        while left > 0:
            left -= file.write(memoryview(buffer)[:left])
        os.fsync(file.fileno())
    return Measure(time.perf_counter() - start)


@dataclasses.dataclass
class Tools:
    """The programs that take part, built."""

    palmares: pathlib.Path
    in_memory: pathlib.Path
    python: pathlib.Path

    def peer(self, script, *arguments):
        return run(self.peer_command(script, *arguments))

    def peer_command(self, script, *arguments):
        return [self.python, BENCHMARKS / "Peers" / f"{script}.py", *arguments]

    def stream(self, rows, *passes):
        """What memory allows: passes that read and write as many bytes a row, as in `22:16`, and do nothing else."""
        command = [self.in_memory, "stream", "--rows", rows, "--runs", 5, "--passes", *passes]
        return run(command).inner

    def generate(self, kind, size):
        """The folder of made-up data."""
        folder = RESULTS / f"{kind}-{size}"
        prepare([self.palmares, "generate", kind, "--size", size, "--seed", "1", "-o", folder])
        return folder


def prepare(command):
    """Runs a command that gets something ready; what it prints is shown."""
    say("· " + " ".join(str(part).replace(f"{ROOT}/", "") for part in command))
    if subprocess.run([str(part) for part in command], cwd=ROOT, stdout=sys.stderr).returncode != 0:
        raise Failure(f"{pathlib.Path(command[0]).name} failed")


def build(package, product, *options):
    command = ["swift", "build", "-c", "release", "--package-path", package, "--product", product, *options]
    prepare(command)
    folder = subprocess.run(
        [*command, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return pathlib.Path(folder.strip()) / product


def built():
    """Builds ours, installs the peers."""
    workloads = BENCHMARKS / "Workloads"
    # A rebuild follows direct dependencies only, and the workloads see the library through its umbrella: left alone,
    # they would keep code inlined from the library as it was.
    for source in (workloads / "Sources").rglob("*.swift"):
        source.touch()
    palmares = build(ROOT, "palmares")
    # Linked as the guard's workloads are, so that what both need is built once.
    in_memory = build(workloads, "InMemory", "--static-swift-stdlib")
    prepare([sys.executable, "-m", "venv", VENV])
    python = VENV / "bin/python"
    requirements = BENCHMARKS / "Peers/requirements.txt"
    prepare([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements])
    RESULTS.mkdir(exist_ok=True)
    return Tools(palmares, in_memory, python)
