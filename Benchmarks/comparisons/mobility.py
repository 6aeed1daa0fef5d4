"""What quotas and repairs cost, beside the same allocation without them."""

import csv
import random

from .processes import run
from .turns import Work

TITLE = "Mobility and repairs"
CAPTION = """\
Size: students. The phases presolve, simplex and arbitration, from the problem in memory to the allocation. Data of `generate mobility` and `generate electives`.
Nested quotas: all departures of a semester, and its double degrees. Crossing: with totals of each type over the semesters.
Repair: after a fiftieth of the students withdraw. Every allocation of mobility places is verified against its certificate first. Peak: the whole process.
"""


def works(tools, quick):
    for size in (300, 3_000):
        yield from quotas(tools, size)
    for size in (1_000, 10_000) if quick else (1_000, 10_000, 100_000):
        yield repair(tools, size)


def flags(folder, *names):
    return [part for name in names for part in (f"--{name}", folder / f"{name}.csv")]


def allocate(tools, command, options, output):
    more = ["--seed", "x", "--timings", "-q", "-o", output]
    return run([tools.palmares, "allocate", command, *options, *more]).solving


def quotas(tools, size):
    """Nested quotas, then crossing ones, each beside none."""
    folder = tools.generate("mobility", size)
    with open(folder / "quotas.csv", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    departures = sum(int(row[2]) for row in rows[1:] if row[1] == "*")
    totals = [["*", "double_diplome", departures // 40], ["*", "transfert", departures // 2]]
    with open(folder / "crossing.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows + totals)
    files = flags(folder, "students", "destinations", "wishes")

    def placed(options):
        return lambda: allocate(tools, "mobility", options, folder / "out.csv")

    def verified(options):
        """Ends everything where the certificate does not hold."""
        certificate, output = folder / "certificate.json", folder / "out.csv"
        allocate(tools, "mobility", [*options, "--certificate", certificate], output)
        run([tools.palmares, "allocate", "verify", *options, "--seed", "x", "--allocation", output,
             "--certificate", certificate])
        return []

    for name in ("quotas", "crossing"):
        options = [*files, "--quotas", folder / f"{name}.csv"]
        yield Work(
            "Mobility, nested quotas" if name == "quotas" else "Mobility, crossing quotas", size, placed(options),
            {"palmares without quotas": placed(files)}, check=lambda options=options: verified(options))


def repair(tools, size):
    folder = tools.generate("electives", size)
    files = flags(folder, "students", "modules", "wishes")
    published = folder / "published.csv"
    allocate(tools, "electives", files, published)
    with open(folder / "students.csv", encoding="utf-8") as file:
        students = [row["eleve"] for row in csv.DictReader(file)]
    chosen = random.Random(1).sample(students, size // 50)
    (folder / "withdrawals.csv").write_text("\n".join(["eleve", *chosen, ""]), encoding="utf-8")
    changes = [*files, "--allocation", published, "--withdrawals", folder / "withdrawals.csv"]
    output = folder / "out.csv"
    return Work(
        "Repair of electives", size, lambda: allocate(tools, "repair", changes, output),
        {"palmares from scratch": lambda: allocate(tools, "electives", files, output)})
