"""Mentions as users of NumPy and Polars would give them, A+, A, B, C by position.

`generate` makes marks; `mentions` times them in memory, by one peer; `pipeline` goes from file to file by
Polars; `compare` compares the answers row for row. Each prints one JSON object.
"""

import argparse
import json
import pathlib
import time

import numpy as np
import polars as pl

SHARES = (10, 35, 65)
UNITS = 10_000


def draw(rows, step, seed):
    """Marks about 12.5 ± 3, in ten-thousandths, multiples of `step`."""
    units = np.random.default_rng(seed).normal(12.5 * UNITS, 3 * UNITS, rows) / step
    return (np.clip(np.rint(units), 0, 20 * UNITS // step) * step).astype(np.int32)


def generate(folder, rows, step, work):
    """In memory: 32-bit integers; for files: a table of identifiers and marks."""
    folder.mkdir(parents=True, exist_ok=True)
    units = draw(rows, step, 1)
    if work == "memory":
        units.tofile(folder / "marks.bin")
    else:
        # All different, in no order.
        numbers = (np.arange(rows) * 61_803_399 + 14_159_265) % 100_000_000
        names = "E" + pl.Series(numbers).cast(pl.String).str.zfill(8)
        pl.DataFrame({"eleve": names, "note": units / UNITS}).write_csv(folder / "notes.csv")
    return {"rows": rows, "different": len(np.unique(units))}


def cuts(count):
    """Rounded half up."""
    return [(2 * count * share + 100) // 200 for share in SHARES]


def by_numpy(marks):
    """Percentiles that are marks, and the class of each mark between them."""
    bounds = np.percentile(marks, [100 - share for share in reversed(SHARES)], method="higher")
    return 3 - np.digitize(marks, bounds)


def by_qcut(marks):
    quantiles = [1 - share / 100 for share in reversed(SHARES)]
    return marks.qcut(quantiles, labels=["3", "2", "1", "0"], left_closed=True)


def by_rank(marks):
    positions = marks.rank("min", descending=True)
    return pl.select(classes(positions, cuts(len(marks)), range(4))).to_series()


def classes(position, bounds, names):
    best, good, fair, rest = (pl.lit(name) for name in names)
    given = pl.when(position <= bounds[0]).then(best).when(position <= bounds[1]).then(good)
    return given.when(position <= bounds[2]).then(fair).otherwise(rest)


PEERS = {"numpy": by_numpy, "qcut": by_qcut, "rank": by_rank}


def mentions(folder, peer, runs):
    """The peers have floats, as their users do."""
    marks = np.fromfile(folder / "marks.bin", np.int32) / UNITS
    if peer != "numpy":
        marks = pl.Series(marks)
    seconds = []
    for run in range(runs + 1):
        start = time.perf_counter()
        given = PEERS[peer](marks)
        if run > 0:
            seconds.append(time.perf_counter() - start)
    if peer == "qcut":
        given = given.cast(pl.String).cast(pl.Int64)
    np.asarray(given).astype(np.uint8).tofile(folder / f"{peer}.bin")
    return {"seconds": seconds}


def pipeline(folder):
    """One lazy query with declared types, streamed to the file."""
    start = time.perf_counter()
    table = pl.scan_csv(folder / "notes.csv", schema={"eleve": pl.String, "note": pl.Float64})
    position = pl.col("note").rank("min", descending=True)
    bounds = [(2 * pl.len() * share + 100) // 200 for share in SHARES]
    table = table.with_columns(position=position).with_columns(
        mention=classes(pl.col("position"), bounds, ["A+", "A", "B", "C"])
    )
    table.select("eleve", "note", "mention", "position").sink_csv(folder / "polars.csv")
    return {"seconds": time.perf_counter() - start}


def compare(folder, work):
    """How many rows differ from ours."""
    if work == "memory":
        ours = np.fromfile(folder / "palmares.bin", np.uint8)
        return {
            peer: int((np.fromfile(folder / f"{peer}.bin", np.uint8) != ours).sum())
            for peer in PEERS
            if (folder / f"{peer}.bin").exists()
        }
    ours, theirs = (pl.read_csv(folder / f"{name}.csv") for name in ("palmares", "polars"))
    if ours.height != theirs.height:
        return {"polars": max(ours.height, theirs.height)}
    differs = pl.any_horizontal(ours[name] != theirs[name] for name in ours.columns)
    return {"polars": int(pl.select(differs.sum()).item())}


def main():
    parser = argparse.ArgumentParser(description="Mentions, by other tools.")
    works = parser.add_subparsers(dest="command", required=True)
    for command in (generate, mentions, pipeline, compare):
        arguments = works.add_parser(command.__name__)
        arguments.add_argument("folder", type=pathlib.Path)
        if command is generate:
            arguments.add_argument("rows", type=int)
            arguments.add_argument("step", type=int)
        if command in (generate, compare):
            arguments.add_argument("work", choices=["memory", "files"])
        if command is mentions:
            arguments.add_argument("peer", choices=PEERS)
            arguments.add_argument("--runs", type=int, required=True)
    arguments = vars(parser.parse_args())
    print(json.dumps(globals()[arguments.pop("command")](**arguments)))


if __name__ == "__main__":
    main()
