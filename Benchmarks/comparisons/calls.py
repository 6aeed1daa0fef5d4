"""The call order beside its ranking, simulated seasons, and the import of the platform's export beside Polars."""

from .admission import INNER, session
from .processes import RESULTS, Failure, Measure, read_and_write, rested, run
from .turns import Work, grouped

TITLE = "Calls and the platform’s export"
CAPTION = """\
Call order: in memory, from the ranked rows on, beside the ranking it follows in the same program; quotas 20 and 30 %; size: candidates. Seasons: the whole
process; size: candidates who wait, 60 places, a call block to 120 where there is one. Import: the whole process with its candidates file on the disk, beside `read_csv`
and the means alone, without the start of Python, nothing written; size: candidates of 576 columns; “columns=” tells Polars which are needed.
Both find the same candidates, and every mean of Polars lies within a billionth of the exact one.
"""
SEASONS, PLACES = 10_000, 60


def works(tools, quick):
    for size in (100_000, 1_000_000):
        yield from call_order(tools, size)
    yield from seasons(tools, 3_000)
    for size in (1_500, 15_000):
        yield export(tools, size)


def call_order(tools, size):
    folder = tools.generate("pdis", size)
    quotas = ["--boursier-min", 20, "--secteur-min", 30]

    def timed(command, *options):
        return lambda: run([tools.in_memory, command, *session(folder), "--runs", INNER, *options]).inner

    # The program itself ends with an error where the order breaks a property.
    yield Work("Call order, in memory", size, timed("call-order", *quotas), {"its ranking": timed("rank")})
    yield Work("Check of the call order, in memory", size, timed("call-order", *quotas, "--check"))


def seasons(tools, size):
    order = RESULTS / f"order-{size}.csv"
    order.write_text("ordre,candidat\n" + "".join(f"{n},K{n}\n" for n in range(1, size + 1)))
    command = [tools.palmares, "admission", "calls", order, "--places", PLACES, "--simulate", "--seed", "x"]
    output = RESULTS / "seasons.csv"
    for name, options in {"no call block": [], "call block": ["--block-rank", 2 * PLACES]}.items():
        more = [*options, "--seasons", SEASONS, "-q", "-o", output]
        yield Work(f"{grouped(SEASONS)} seasons, {name}", size, lambda more=more: rested([*command, *more], output).whole)


def export(tools, size):
    folder = tools.generate("export", size)
    ours, theirs, source = RESULTS / "import.csv", RESULTS / "means.csv", folder / "export.csv"
    peers = {"Polars read_csv": [], "Polars read_csv, columns=": ["--columns"]}

    def imported():
        command = [tools.palmares, "admission", "import", source, "--mapping", folder / "mapping.yaml"]
        return rested([*command, "-q", "-o", ours], ours).whole

    def means(options):
        found = tools.peer("export", "means", source, *options)
        return Measure(found.result["seconds"], found.peak)

    def check():
        for options in peers.values():
            tools.peer("export", "means", source, "--output", theirs, *options)
            defects = tools.peer("export", "agreement", ours, theirs).result["defects"]
            if defects:
                raise Failure(f"import of {size} candidates: the answers differ:\n" + "\n".join(defects))
        return []

    return Work(
        "Import of the export", size, imported,
        {name: lambda options=options: means(options) for name, options in peers.items()},
        {"one read, one write, fsync": lambda: read_and_write(source, ours, RESULTS / "written")}, check)
