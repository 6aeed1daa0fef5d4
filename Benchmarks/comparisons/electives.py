"""The choice of modules in one créneau, beside OR-Tools, HiGHS and plain GLPK."""

from .processes import RESULTS, Failure, Measure, run
from .turns import Work, grouped

TITLE = "Electives"
CAPTION = """\
Size: students (× modules × wishes each). One créneau, places for 1.02 times the students, the same in each module; the popularity of modules falls as a Zipf law of exponent
0.7. With minimums: places for twice the students, and a module runs with half of its places taken or not at all.
palmares: its phases presolve, simplex and arbitration, from the model in memory to the allocation with its certificate, arbitration
by merit included. Peers: the solver's own call alone, without the building of its model; they prove nothing to others and settle no ties. Peak: the whole process.
"""
PEERS = {
    "ortools": "OR-Tools SimpleMinCostFlow", "highs": "SciPy HiGHS", "highs-search": "SciPy HiGHS, integer",
}
PLAIN = "palmares --solver plain"


def works(tools, quick):
    yield work(tools, (500, 40, 8), ["highs-search"], minimums=True)
    yield work(tools, (1_000, 40, 10), ["ortools", "highs"], plain=True)
    yield work(tools, (10_000, 200, 10), ["ortools"] if quick else ["ortools", "highs"], plain=not quick)
    if not quick:
        yield work(tools, (100_000, 1_000, 10), ["ortools"])


def work(tools, numbers, peers, plain=False, minimums=False):
    folder = RESULTS / ("electives-" + "-".join(map(str, numbers)) + ("-minimums" if minimums else ""))
    tools.peer("electives", "generate", folder, *numbers, *(["--minimums"] if minimums else []))
    files = [part for name in ("students", "modules", "wishes") for part in (f"--{name}", folder / f"{name}.csv")]
    worths = {}

    def allocate(name, *options):
        output = folder / f"{name}.csv"
        output.unlink(missing_ok=True)
        command = [tools.palmares, "allocate", "electives", *files, "--seed", "x", "--timings", "-q"]
        measure = run([*command, *options, "-o", output]).solving
        if name not in worths:
            judged = tools.peer("electives", "judge", folder, output).result
            worths[name] = (judged["placed"], judged["cost"])
        return measure

    def solve(peer):
        found = tools.peer("electives", "solve", folder, peer)
        worths[PEERS[peer]] = (found.result["placed"], found.result["cost"])
        return Measure(found.result["seconds"], found.peak)

    def check():
        if len(set(worths.values())) > 1:
            raise Failure(f"{folder.name}: not equally good, placed and total rank cost: {worths}")
        placed, cost = worths["palmares"]
        return [
            f"{label}: {', '.join(worths)} all place {grouped(placed)} students at a total rank cost of {grouped(cost)}."
        ]

    contestants = {PEERS[peer]: lambda peer=peer: solve(peer) for peer in peers}
    if plain:
        contestants[PLAIN] = lambda: allocate(PLAIN, "--solver", "plain")
    label = " × ".join(grouped(number) for number in numbers)
    name = "Electives with minimums" if minimums else "Electives"
    return Work(name, numbers[0], lambda: allocate("palmares"), contestants, check=check, label=label)
