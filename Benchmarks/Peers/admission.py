"""The admissibility list as users of Polars, DuckDB and NumPy would make it.

`pipeline` goes from the candidates file to the ranked file, with Polars or DuckDB. `sort` filters and orders what is in
memory already, with one of the three. Means are floats, and a hash of the identifier takes the place of the
draw. Each prints one JSON object, with the seconds taken.
"""

import argparse
import hashlib
import json
import re
import time

import polars as pl
from timing import timed

GENERAL_BAR = 8
SCIENCE_BAR = 7
# A float mean may fall just short of the bar that the exact one meets.
TOLERANCE = 1e-9

YES_NO = pl.Enum(["non", "oui"])
GENRES = pl.Enum(["X", "M", "F"])


def read_scheme(path):
    """Which evaluations there are, each with whether it is scientific; and each doublette's coefficients."""
    evaluations, coefficients = {}, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            entry = re.fullmatch(r"\s+(\S+): *\{(.*)\}\s*", line)
            if entry is None:
                continue
            name, pairs = entry[1], dict(re.findall(r"(\w+): *([^,\s]+)", entry[2]))
            if "scientific" in pairs:
                evaluations[name] = pairs["scientific"] == "true"
            else:
                coefficients[name] = {key: float(value) for key, value in pairs.items()}
    return evaluations, coefficients


def weighted_mean(coefficients):
    """The mean of the marks that a doublette counts; what it does not count may be missing."""
    products = (pl.col(name) * value for name, value in coefficients.items())
    return sum(products, start=pl.lit(0.0)) / sum(coefficients.values())


def by_doublette(coefficients, counts):
    """The weighted mean, by doublette, of the evaluations that `counts` says."""
    note = pl.lit(None, pl.Float64)
    for doublette, values in coefficients.items():
        counted = {name: value for name, value in values.items() if counts(name)}
        note = pl.when(pl.col("doublette") == doublette).then(weighted_mean(counted)).otherwise(note)
    return note


def scored(candidates, scheme):
    """A lazy frame of the candidates with both notes; the columns' types are told, not inferred."""
    evaluations, coefficients = read_scheme(scheme)
    with open(candidates, encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    types = {
        "candidat": pl.String,
        "naissance": pl.Date,
        "boursier": YES_NO,
        "genre": GENRES,
        "doublette": pl.Enum(list(coefficients)),
        "secteur": YES_NO,
    } | dict.fromkeys(evaluations, pl.Float64)
    return pl.scan_csv(candidates, schema={name: types[name] for name in names}).with_columns(
        note_generale=by_doublette(coefficients, lambda name: True),
        note_scientifique=by_doublette(coefficients, lambda name: evaluations[name]),
    )


def admissible():
    return (pl.col("note_generale") >= GENERAL_BAR - TOLERANCE) & (
        pl.col("note_scientifique") >= SCIENCE_BAR - TOLERANCE
    )


DUCKDB_ADMISSIBLE = (
    f"note_generale >= {GENERAL_BAR - TOLERANCE!r} and note_scientifique >= {SCIENCE_BAR - TOLERANCE!r}"
)

# The six keys of the order, of which all but the last descend.
KEYS = {
    "note_generale": pl.col("note_generale"),
    "note_scientifique": pl.col("note_scientifique"),
    "naissance": pl.col("naissance"),
    "est_boursier": pl.col("boursier") == "oui",
    "est_femme": pl.col("genre") == "F",
    "lot": pl.col("candidat").hash(1),
}
DESCENDING = [True] * 5 + [False]


# What is written of each candidate, after the rank.
WRITTEN = ("candidat", "note_generale", "note_scientifique", "naissance", "boursier", "genre", "secteur")


def polars_pipeline(candidates, scheme, output):
    """One streaming query."""
    (
        scored(candidates, scheme)
        .filter(admissible())
        .select(WRITTEN)
        .sort(list(KEYS.values()), descending=DESCENDING)
        .with_row_index("rang", offset=1)
        .sink_csv(output, engine="streaming")
    )


def duckdb_mean(coefficients, counts):
    """The weighted mean, by doublette, of the evaluations that `counts` says."""
    cases = []
    for doublette, values in coefficients.items():
        counted = {name: value for name, value in values.items() if counts(name)}
        products = " + ".join(f"{name} * {value!r}::double" for name, value in counted.items())
        cases.append(f"when '{doublette}' then ({products}) / {sum(counted.values())!r}::double")
    return f"case doublette {' '.join(cases)} end"


def duckdb_pipeline(candidates, scheme, output):
    """One query, with declared types."""
    import duckdb

    evaluations, coefficients = read_scheme(scheme)
    with open(candidates, encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    types = dict.fromkeys(evaluations, "DOUBLE") | {"naissance": "DATE"}
    columns = ", ".join(f"'{name}': '{types.get(name, 'VARCHAR')}'" for name in names)
    duckdb.execute(
        f"""copy (
          select row_number() over () as rang, {", ".join(WRITTEN)}
          from (
            select *
            from (
              select *, {duckdb_mean(coefficients, lambda name: True)} as note_generale,
                {duckdb_mean(coefficients, lambda name: evaluations[name])} as note_scientifique
              from read_csv('{candidates}', header = true, delim = ',', columns = {{{columns}}}))
            where {DUCKDB_ADMISSIBLE}
            order by note_generale desc, note_scientifique desc, naissance desc,
              boursier = 'oui' desc, genre = 'F' desc, hash(candidat)))
        to '{output}' (header, delimiter ',')"""
    )


PIPELINES = {"polars": polars_pipeline, "duckdb": duckdb_pipeline}


def pipeline(candidates, scheme, output, peer):
    """Reads, scores, filters, orders and writes."""
    if peer == "duckdb":
        import duckdb  # noqa: F401  its start is not its work
    start = time.perf_counter()
    PIPELINES[peer](candidates, scheme, output)
    return {"seconds": time.perf_counter() - start}


def polars_sort(keys):
    # Eager: as fast as a lazy query on a million rows, and twice as fast on 100 000.
    def work():
        rows = pl.col("row").sort_by(list(KEYS), descending=DESCENDING)
        return keys.filter(admissible()).select(rows)["row"]

    return work


def duckdb_sort(keys):
    import duckdb

    columns = {name: keys[name].to_physical().to_numpy() for name in keys.columns}
    connection = duckdb.connect()
    connection.execute(
        """create table keys as
        select row, note_generale, note_scientifique, date '1970-01-01' + naissance::integer as naissance,
          est_boursier, est_femme, lot
        from columns"""
    )
    query = f"""select row from keys
        where {DUCKDB_ADMISSIBLE}
        order by note_generale desc, note_scientifique desc, naissance desc,
          est_boursier desc, est_femme desc, lot"""
    return lambda: connection.execute(query).fetchnumpy()["row"]


def numpy_sort(keys):
    import numpy as np

    columns = {name: keys[name].to_physical().to_numpy() for name in keys.columns}
    general, scientific = columns["note_generale"], columns["note_scientifique"]

    def work():
        rows = np.flatnonzero(
            (general >= GENERAL_BAR - TOLERANCE) & (scientific >= SCIENCE_BAR - TOLERANCE)
        )
        order = np.lexsort(
            (
                columns["lot"][rows],
                ~columns["est_femme"][rows],
                ~columns["est_boursier"][rows],
                -columns["naissance"][rows],
                -scientific[rows],
                -general[rows],
            )
        )
        return rows[order]

    return work


SORTS = {"polars": polars_sort, "duckdb": duckdb_sort, "numpy": numpy_sort}


def sort(candidates, scheme, peer, runs):
    """Times the filter and the sort of six key columns in memory, after one run that is not timed."""
    keys = scored(candidates, scheme).select(**KEYS).with_row_index("row").collect().rechunk()
    times, rows = timed(SORTS[peer](keys), runs)
    order = rows.to_numpy() if isinstance(rows, pl.Series) else rows
    return times | {
        "candidates": len(keys),
        "admissible": len(order),
        "order": hashlib.sha256(order.astype("<u4").tobytes()).hexdigest(),
    }


def main():
    parser = argparse.ArgumentParser(description="The admissibility list, by other tools.")
    works = parser.add_subparsers(dest="work", required=True)
    for name in ("pipeline", "sort"):
        work = works.add_parser(name)
        work.add_argument("candidates")
        work.add_argument("scheme")
        if name == "pipeline":
            work.add_argument("output")
            work.add_argument("peer", choices=PIPELINES)
        else:
            work.add_argument("peer", choices=SORTS)
            work.add_argument("--runs", type=int, default=5)
    arguments = vars(parser.parse_args())
    result = {"pipeline": pipeline, "sort": sort}[arguments.pop("work")](**arguments)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
