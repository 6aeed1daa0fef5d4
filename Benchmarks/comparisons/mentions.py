"""Mentions by position (règlement 2.5.1), beside NumPy, Polars and DuckDB."""

from .processes import RESULTS, Failure, Measure, read_and_write, rested, run
from .turns import Work

TITLE = "Mentions"
CAPTION = """\
Size: marks. In memory: marks → mentions, {inner} runs a process, of which the median; the same marks, of hundredths or of ten-thousandths, integers
for palmares, floats for the peers. CSV → CSV: `grades mentions`, the whole process. All answers are the same, row for row. palmares
refuses repeated identifiers and waits until its file is on the disk; the peers do neither.
"""
INNER = 3
PEERS = {
    "numpy": "NumPy percentile + digitize", "qcut": "Polars qcut", "rank": "Polars rank",
    "duckdb": "DuckDB percentile_disc",
}
FILES = {"polars": "Polars", "duckdb": "DuckDB"}
# The marks are counted, then compared with the cuts: four bytes a mark, and a byte a mention.
PASSES = ["4:0", "4:1"]
FINENESS = {100: "hundredths", 1: "ten-thousandths"}


def works(tools, quick):
    sizes = (100_000, 1_000_000) if quick else (100_000, 1_000_000, 10_000_000)
    for size in sizes:
        for step in FINENESS:
            if step > 1 or not quick or size == sizes[-1]:
                yield memory(tools, size, step)
        yield files(tools, size)


def made(tools, size, step, work):
    folder = RESULTS / f"marks-{work}-{size}-{step}"
    tools.peer("grades", "generate", folder, size, step, work)
    return folder


def agreed(tools, folder, work):
    """Ends everything where an answer differs in a row."""
    found = tools.peer("grades", "compare", folder, work).result
    differing = {peer: count for peer, count in found.items() if count > 0}
    if differing:
        raise Failure(f"{folder.name}: rows that differ from palmares’: {differing}")
    return []


def memory(tools, size, step):
    folder = made(tools, size, step, "memory")

    def ours():
        files = ["--marks", folder / "marks.bin", "--mentions", folder / "palmares.bin"]
        return run([tools.in_memory, "mentions", *files, "--runs", INNER]).inner

    def theirs(peer):
        return tools.peer("grades", "mentions", folder, peer, "--runs", INNER).inner

    return Work(
        f"Mentions of {FINENESS[step]}, in memory", size, ours,
        {name: lambda peer=peer: theirs(peer) for peer, name in PEERS.items()},
        {"its passes as bare reads and copies": lambda: tools.stream(size, *PASSES)},
        lambda: agreed(tools, folder, "memory"))


def files(tools, size):
    folder = made(tools, size, 100, "files")
    output = folder / "palmares.csv"

    def ours():
        command = [tools.palmares, "grades", "mentions", folder / "notes.csv", "-q", "-o", output]
        return rested(command, output).whole

    def theirs(peer):
        command = tools.peer_command("grades", "pipeline", folder, peer)
        found = rested(command, folder / f"{peer}.csv")
        return Measure(found.seconds, found.peak, aside=found.result["seconds"])

    return Work(
        "Mentions, CSV → CSV", size, ours, {name: lambda peer=peer: theirs(peer) for peer, name in FILES.items()},
        {"one read, one write, fsync": lambda: read_and_write(folder / "notes.csv", output, RESULTS / "written")},
        lambda: agreed(tools, folder, "files"))
