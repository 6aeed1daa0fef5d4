"""Mentions as users of NumPy, Polars and DuckDB would give them, A+, A, B, C by position.

`generate` makes marks; `mentions` times them in memory, by one peer; `pipeline` goes from file to file;
`compare` compares the answers row for row. Each prints one JSON object.
"""

import argparse
import json
import pathlib
import time

import numpy as np
import polars as pl
from timing import timed

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


def by_duckdb(_):
    """The marks at the cuts, and the class of each mark between them; from the table of marks."""
    import duckdb

    shares = ", ".join(str(share / 100) for share in SHARES)
    return duckdb.execute(
        f"""with cuts as (select percentile_disc([{shares}]) within group (order by mark desc) as cut from marks)
        select (mark < cut[1])::utinyint + (mark < cut[2])::utinyint + (mark < cut[3])::utinyint as mention
        from marks, cuts"""
    ).fetchnumpy()["mention"]


PEERS = {"numpy": by_numpy, "qcut": by_qcut, "rank": by_rank, "duckdb": by_duckdb}


def mentions(folder, peer, runs):
    """The peers have floats, as their users do."""
    marks = np.fromfile(folder / "marks.bin", np.int32) / UNITS
    if peer == "duckdb":
        import duckdb

        columns = {"mark": marks}
        duckdb.execute("create table marks as select mark from columns")
        del columns
    elif peer != "numpy":
        marks = pl.Series(marks)
    times, given = timed(lambda: PEERS[peer](marks), runs)
    if peer == "qcut":
        given = given.cast(pl.String).cast(pl.Int64)
    np.asarray(given).astype(np.uint8).tofile(folder / f"{peer}.bin")
    return times


def polars_pipeline(folder):
    """One lazy query with declared types, streamed to the file."""
    table = pl.scan_csv(folder / "notes.csv", schema={"eleve": pl.String, "note": pl.Float64})
    position = pl.col("note").rank("min", descending=True)
    bounds = [(2 * pl.len() * share + 100) // 200 for share in SHARES]
    table = table.with_columns(position=position).with_columns(
        mention=classes(pl.col("position"), bounds, ["A+", "A", "B", "C"])
    )
    table.select("eleve", "note", "mention", "position").sink_csv(folder / "polars.csv")


def duckdb_pipeline(folder):
    """One query with declared types; the order of the rows has to be asked for."""
    import duckdb

    bounds = [f"((2 * students * {share} + 100) // 200)" for share in SHARES]
    duckdb.execute(
        f"""copy (
          select eleve, note,
            case when position <= {bounds[0]} then 'A+' when position <= {bounds[1]} then 'A'
              when position <= {bounds[2]} then 'B' else 'C' end as mention,
            position
          from (
            select eleve, note, row, rank() over (order by note desc) as position, count(*) over () as students
            from (
              select *, row_number() over () as row
              from read_csv('{folder / "notes.csv"}', header = true, delim = ',',
                columns = {{'eleve': 'VARCHAR', 'note': 'DOUBLE'}})))
          order by row)
        to '{folder / "duckdb.csv"}' (header, delimiter ',')"""
    )


PIPELINES = {"polars": polars_pipeline, "duckdb": duckdb_pipeline}


def pipeline(folder, peer):
    if peer == "duckdb":
        import duckdb  # noqa: F401  its start is not its work
    start = time.perf_counter()
    PIPELINES[peer](folder)
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
    ours = pl.read_csv(folder / "palmares.csv")
    return {peer: rows_that_differ(ours, pl.read_csv(folder / f"{peer}.csv")) for peer in PIPELINES}


def rows_that_differ(ours, theirs):
    if ours.height != theirs.height:
        return max(ours.height, theirs.height)
    differs = pl.any_horizontal(ours[name] != theirs[name] for name in ours.columns)
    return int(pl.select(differs.sum()).item())


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
        if command is pipeline:
            arguments.add_argument("peer", choices=PIPELINES)
        if command is mentions:
            arguments.add_argument("peer", choices=PEERS)
            arguments.add_argument("--runs", type=int, required=True)
    arguments = vars(parser.parse_args())
    print(json.dumps(globals()[arguments.pop("command")](**arguments)))


if __name__ == "__main__":
    main()
