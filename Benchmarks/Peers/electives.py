"""The choice of modules as users of OR-Tools and SciPy would make it, where there is one créneau.

Most students placed, then least total rank cost (rank − 1): a transport problem. `generate` writes an
instance; `solve` answers it by one of the two; `judge` counts what an answer of palmares is worth. Each
prints one JSON object.
"""

import argparse
import json
import pathlib
import time

import numpy as np
import polars as pl

SKEW = 0.7
PLACES_PER_STUDENT = 1.02
# With minimums there are places for twice the students, so that some modules cannot run.
PLACES_PER_STUDENT_WITH_MINIMUMS = 2


def generate(folder, students, modules, wishes, seed, minimums):
    """Students wish for what is best of taste and chance; the tastes fall as a Zipf law."""
    random = np.random.default_rng(seed)
    taste = -SKEW * np.log(np.arange(1, modules + 1))
    chosen = np.empty((students, wishes), dtype=np.int64)
    for start in range(0, students, 10_000):
        rows = slice(start, min(students, start + 10_000))
        utility = taste + random.gumbel(size=(rows.stop - start, modules))
        best = np.argpartition(-utility, wishes - 1, axis=1)[:, :wishes]
        order = np.argsort(-np.take_along_axis(utility, best, 1), axis=1)
        chosen[rows] = np.take_along_axis(best, order, 1)
    folder.mkdir(parents=True, exist_ok=True)
    everyone = np.arange(students)
    per_student = PLACES_PER_STUDENT_WITH_MINIMUMS if minimums else PLACES_PER_STUDENT
    places = round(per_student * students / modules)
    table = pl.DataFrame(
        {
            "eleve": everyone,
            "gpa": random.integers(100, 500, students, endpoint=True) / 100,
            "absences": random.integers(0, 20, students),
        }
    )
    named(table, eleve="e").write_csv(folder / "students.csv")
    table = pl.DataFrame({"module": np.arange(modules), "places": np.full(modules, places)})
    if minimums:
        table = table.with_columns(minimum=pl.lit(places // 2))
    named(table, module="m").write_csv(folder / "modules.csv")
    table = pl.DataFrame(
        {
            "eleve": np.repeat(everyone, wishes),
            "rang": np.tile(np.arange(1, wishes + 1), students),
            "module": chosen.ravel(),
        }
    )
    named(table, eleve="e", module="m").write_csv(folder / "wishes.csv")
    return {"places": places * modules}


def named(table, **letters):
    """Numbers become identifiers: a letter before each."""
    return table.with_columns(
        (pl.lit(letter) + pl.col(name).cast(pl.String)).alias(name) for name, letter in letters.items()
    )


def numbered(column):
    """The numbers that `named` made identifiers of."""
    return column.str.slice(1).cast(pl.Int64).to_numpy()


class Instance:
    """Arrays with one entry a wish, and the places of each module."""

    def __init__(self, folder):
        modules = pl.read_csv(folder / "modules.csv")
        self.places = modules["places"].to_numpy()
        self.minimums = modules["minimum"].to_numpy() if "minimum" in modules.columns else None
        wishes = pl.read_csv(folder / "wishes.csv")
        self.student, self.module = numbered(wishes["eleve"]), numbered(wishes["module"])
        self.cost = wishes["rang"].to_numpy() - 1
        self.students = pl.read_csv(folder / "students.csv").height
        self.modules = len(self.places)
        # What a student without a module costs. A path that places one more passes each module and each
        # student once at most: it cannot cost the others more than this.
        self.unplaced = (min(self.students, self.modules) + 1) * int(self.cost.max()) + 1


def solve_by_ortools(instance):
    """As a flow of least cost."""
    from ortools.graph.python import min_cost_flow

    students, modules = instance.students, instance.modules
    everyone, everything = np.arange(students), students + np.arange(modules)
    sink = students + modules
    flow = min_cost_flow.SimpleMinCostFlow()
    wishes = flow.add_arcs_with_capacity_and_unit_cost(
        instance.student, students + instance.module, np.ones_like(instance.cost), instance.cost
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        everything, np.full(modules, sink), instance.places, np.zeros(modules, np.int64)
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        everyone, np.full(students, sink), np.ones(students, np.int64), np.full(students, instance.unplaced)
    )
    supplies = np.concatenate([np.ones(students, np.int64), np.zeros(modules, np.int64), [-students]])
    flow.set_nodes_supplies(np.arange(sink + 1), supplies)
    start = time.perf_counter()
    status = flow.solve()
    seconds = time.perf_counter() - start
    if status != flow.OPTIMAL:
        raise SystemExit(f"OR-Tools: status {status}")
    return flow.flows(wishes), seconds


def solve_by_highs(instance):
    """As a linear program, whose vertices are whole."""
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    count = len(instance.cost)
    rows = np.concatenate([instance.student, instance.students + instance.module])
    shape = (instance.students + instance.modules, count)
    matrix = csr_array((np.ones(2 * count), (rows, np.tile(np.arange(count), 2))), shape=shape)
    bounds = np.concatenate([np.ones(instance.students), instance.places])
    costs = (instance.cost - instance.unplaced).astype(float)
    start = time.perf_counter()
    result = linprog(costs, A_ub=matrix, b_ub=bounds, bounds=(0, None), method="highs")
    seconds = time.perf_counter() - start
    if result.status != 0:
        raise SystemExit(f"HiGHS: {result.message}")
    chosen = np.rint(result.x)
    if np.abs(result.x - chosen).max() > 1e-6:
        raise SystemExit("HiGHS: the answer is not whole")
    return chosen.astype(np.int64), seconds


def solve_by_highs_search(instance):
    """As an integer program: a column for each wish, and one for each module, whether it runs."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array, hstack, vstack

    count, modules = len(instance.cost), instance.modules
    wishes = np.arange(count)
    shape = (instance.students, count + modules)
    once = csr_array((np.ones(count), (instance.student, wishes)), shape=shape)
    taken = csr_array((np.ones(count), (instance.module, wishes)), shape=(modules, count))
    runs = np.arange(modules)

    def against(loads):
        """What is taken of each module less `loads` where it runs."""
        return hstack([taken, csr_array((-loads.astype(float), (runs, runs)), shape=(modules, modules))])

    # Nobody has more of a module than runs: without these rows HiGHS takes far longer.
    pairs = np.concatenate([np.ones(count), -np.ones(count)])
    columns = np.concatenate([wishes, count + instance.module])
    linked = csr_array((pairs, (np.tile(wishes, 2), columns)), shape=(count, count + modules))
    constraints = [
        LinearConstraint(once, ub=1),
        LinearConstraint(vstack([against(instance.places), linked]), ub=0),
        LinearConstraint(against(instance.minimums), lb=0),
    ]
    costs = np.concatenate([instance.cost - instance.unplaced, np.zeros(modules)]).astype(float)
    start = time.perf_counter()
    # By default HiGHS stops at an answer that may be worse by a ten-thousandth.
    result = milp(
        costs, constraints=constraints, bounds=Bounds(0, 1), integrality=np.ones(len(costs)),
        options={"mip_rel_gap": 0},
    )
    seconds = time.perf_counter() - start
    if result.status != 0:
        raise SystemExit(f"HiGHS: {result.message}")
    return np.rint(result.x[:count]).astype(np.int64), seconds


PEERS = {"ortools": solve_by_ortools, "highs": solve_by_highs, "highs-search": solve_by_highs_search}


def solve(folder, peer):
    """Times the solver's own call alone."""
    instance = Instance(folder)
    chosen, seconds = PEERS[peer](instance)
    return {"placed": int(chosen.sum()), "cost": int(chosen @ instance.cost), "seconds": seconds}


def judge(folder, answer):
    """Counts an answer by the wishes; each place in it must have been wished for, at the rank it says."""
    given = pl.read_csv(answer).drop_nulls("module").rename({"rang_voeu": "rang"})
    wished = given.join(pl.read_csv(folder / "wishes.csv"), on=["eleve", "module", "rang"])
    taken = given.group_by("module").len().join(pl.read_csv(folder / "modules.csv"), on="module")
    if wished.height != given.height or given["eleve"].n_unique() != given.height:
        raise SystemExit(f"{answer}: not an answer to the wishes")
    if taken.filter(pl.col("len") > pl.col("places")).height:
        raise SystemExit(f"{answer}: more students than places")
    if "minimum" in taken.columns and taken.filter(pl.col("len") < pl.col("minimum")).height:
        raise SystemExit(f"{answer}: a module below its minimum")
    return {"placed": given.height, "cost": int((given["rang"] - 1).sum())}


def main():
    parser = argparse.ArgumentParser(description="The choice of modules, by other tools.")
    works = parser.add_subparsers(dest="work", required=True)
    for work in (generate, solve, judge):
        arguments = works.add_parser(work.__name__)
        arguments.add_argument("folder", type=pathlib.Path)
        if work is generate:
            for number in ("students", "modules", "wishes"):
                arguments.add_argument(number, type=int)
            arguments.add_argument("--seed", type=int, default=1)
            arguments.add_argument("--minimums", action="store_true")
        elif work is solve:
            arguments.add_argument("peer", choices=PEERS)
        else:
            arguments.add_argument("answer")
    arguments = vars(parser.parse_args())
    print(json.dumps(globals()[arguments.pop("work")](**arguments)))


if __name__ == "__main__":
    main()
