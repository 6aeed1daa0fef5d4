"""The admissibility list (règlement 5.2.1), beside Polars, DuckDB and NumPy."""

from .processes import BENCHMARKS, RESULTS, Failure, Measure, read_and_write, rested, run
from .turns import Work, grouped

TITLE = "The admissibility list"
CAPTION = """\
Size: candidates. CSV → CSV: the whole process; “start aside” without the start of Python and the import of the library.
In memory: filter and sort alone, {inner} runs a process, of which the median.
palmares writes exact fractions and what decided each place, and waits until its file is on the disk; the peers do neither. They compare
floats and break the last ties by a hash computed beforehand; palmares compares exact fractions and draws lots (HMAC-SHA256) within the time measured.
"""
BARS = ["--general-bar", "8", "--science-bar", "7", "--seed", "x"]
INNER = 3
FILES = {"polars": "Polars", "duckdb": "DuckDB"}
SORTERS = {"polars": "Polars", "duckdb": "DuckDB", "numpy": "NumPy lexsort"}
# The bytes a candidate that the passes of the ranking read, and how many they write: the survey of the notes and birth
# dates, the count of the buckets by all five criteria, the filling of the buckets, their sorting, the list.
PASSES = ["20:0", "22:0", "22:16", "16:16", "16:5"]


def works(tools, quick):
    for size in (100_000, 1_000_000) if quick else (100_000, 1_000_000, 10_000_000):
        folder = tools.generate("pdis", size)
        yield files(tools, size, folder)
        yield memory(tools, size, folder)


def session(folder):
    return ["--candidates", folder / "candidates.csv", "--scheme", folder / "scheme.yaml", *BARS]


def files(tools, size, folder):
    candidates, scheme = folder / "candidates.csv", folder / "scheme.yaml"
    ours = RESULTS / "ranked-palmares.csv"
    theirs = {peer: RESULTS / f"ranked-{peer}.csv" for peer in FILES}

    def rank():
        command = [tools.palmares, "admission", "rank", candidates, "--scheme", scheme]
        return rested([*command, *BARS, "-o", ours, "-q"], ours).whole

    def rank_by(peer):
        command = tools.peer_command("admission", "pipeline", candidates, scheme, theirs[peer], peer)
        found = rested(command, theirs[peer])
        return Measure(found.seconds, found.peak, aside=found.result["seconds"])

    def check():
        remarks = []
        for peer, name in FILES.items():
            result = run([tools.python, BENCHMARKS / "Peers/agreement.py", ours, theirs[peer]]).result
            if result["defects"]:
                raise Failure(f"at {size} candidates the answers differ:\n" + "\n".join(result["defects"]))
            admissible, by_floats, by_draw = (
                grouped(result[key]) for key in ("candidates", "by_floats", "by_draw"))
            remarks.append(
                f"{grouped(size)} candidates: palmares and {name} find the same {admissible} admissible; in the list of {name} "
                f"{by_floats} stand at another rank because floats split or swap exact ties, {by_draw} because its draw is another.")
        return remarks

    return Work(
        "Ranking, CSV → CSV", size, rank, {name: lambda peer=peer: rank_by(peer) for peer, name in FILES.items()},
        {"one read, one write, fsync": lambda: read_and_write(candidates, ours, RESULTS / "written")}, check)


def memory(tools, size, folder):
    answers = {}

    def rank():
        found = run([tools.in_memory, "rank", *session(folder), "--runs", INNER])
        answers["palmares"] = found.result["admissible"]
        return found.inner

    def rank_by(peer):
        files = (folder / "candidates.csv", folder / "scheme.yaml")
        found = tools.peer("admission", "sort", *files, peer, "--runs", INNER)
        answers[peer] = (found.result["admissible"], found.result["order"])
        return found.inner

    def check():
        ours = answers.pop("palmares")
        if {count for count, _ in answers.values()} != {ours}:
            raise Failure(f"of {size} candidates {ours} are admissible for palmares, for others {answers}")
        if len(set(answers.values())) > 1:
            raise Failure(f"Polars, DuckDB and NumPy order {size} candidates differently")
        return []

    return Work(
        "Ranking, in memory", size, rank, {name: lambda peer=peer: rank_by(peer) for peer, name in SORTERS.items()},
        {"its passes as bare reads and copies": lambda: tools.stream(size, *PASSES)}, check)
