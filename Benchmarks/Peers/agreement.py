"""Checks that two ranked files, ours and that of `admission.py pipeline`, are the same list.

Floats may split candidates who are exactly equal, or swap them, and the two draws differ. So what must agree
is: who is admissible; all that is said of each of them; and, place by place, the note générale. And each file
must be in the order of its own notes: ours of its exact fractions, the other of its floats, each of which
lies within a billionth of the exact note. Prints one JSON object: what is wrong, and how many stand at
another rank.
"""

import argparse
import json

import polars as pl

PRINTED = 1e-6
EXACT = 1e-9

YES_NO = pl.Enum(["non", "oui"])
GENRES = pl.Enum(["X", "M", "F"])
TYPES = {
    "rang": pl.Int64,
    "note_generale": pl.Float64,
    "note_scientifique": pl.Float64,
    "naissance": pl.Date,
    "boursier": YES_NO,
    "genre": GENRES,
    "secteur": YES_NO,
}
OURS = [*TYPES, "candidat", "departage", "generale_exacte", "scientifique_exacte"]


def read(path, columns):
    return pl.read_csv(path, columns=columns, schema_overrides=TYPES | {"departage": pl.Categorical})


def value(fraction):
    """The float nearest to `p/q` or `p`, but for the last bit."""
    parts = pl.col(fraction).str.split_exact("/", 1).struct
    denominator = parts.field("field_1").cast(pl.Float64).fill_null(1)
    return parts.field("field_0").cast(pl.Float64) / denominator


def below(keys):
    """How each row stands to the one above: 1 rightly below, 0 equal in all `keys`, -1 it should be above."""
    verdict = pl.lit(0)
    for key in reversed(keys):
        above = key.shift(1)
        verdict = pl.when(above > key).then(1).when(above < key).then(-1).otherwise(verdict)
    return pl.when(pl.int_range(pl.len()) == 0).then(1).otherwise(verdict).alias("below")


def keys(general, scientific):
    return [
        pl.col(general),
        pl.col(scientific),
        pl.col("naissance"),
        pl.col("boursier") == "oui",
        pl.col("genre") == "F",
    ]


def defects(ours, theirs):
    """What is wrong, as sentences."""
    for name, ranked in (("palmares", ours), ("the peer", theirs)):
        if not (ranked["rang"] == pl.int_range(1, len(ranked) + 1, eager=True)).all():
            yield f"the ranks of {name} are not 1, 2, 3…"
        if ranked["candidat"].n_unique() != len(ranked):
            yield f"{name} ranks a candidate twice"
    strangers = ours.join(theirs, on="candidat", how="anti").height
    forgotten = theirs.join(ours, on="candidat", how="anti").height
    if strangers or forgotten:
        yield f"{strangers} are admissible for palmares alone, {forgotten} for the peer alone"
        return

    both = ours.join(theirs, on="candidat", how="inner", suffix="_theirs", validate="1:1")
    for name in ("naissance", "boursier", "genre", "secteur"):
        count = both.filter(pl.col(name).ne_missing(pl.col(f"{name}_theirs"))).height
        if count:
            yield f"{count} differ in {name}"
    for name, exact in (("note_generale", "generale"), ("note_scientifique", "scientifique")):
        note = pl.col(f"{name}_theirs")
        for other, limit in ((pl.col(name), PRINTED), (pl.col(exact), EXACT)):
            count = both.filter(((note - other).abs() <= limit).not_()).height
            if count:
                yield f"{count} differ by more than {limit} in {name}"

    order = ours.select(below(keys("generale", "scientifique")), lot=pl.col("departage") == "tirage")
    if (order["below"] < 0).any():
        yield "palmares is not in the order of its own notes"
    if ((order["below"] == 0) != order["lot"].fill_null(False)).any():
        yield "departage says tirage where something else decides, or the reverse"
    if (theirs.select(below(keys("note_generale", "note_scientifique")))["below"] < 0).any():
        yield "the peer is not in the order of its own notes"
    exact = theirs.select("candidat").join(
        ours.select("candidat", "generale"), on="candidat", how="left", maintain_order="left"
    )
    count = ((exact["generale"] - ours["generale"]).abs() > EXACT).sum()
    if count:
        yield f"at {count} places the two notes générales differ by more than {EXACT}"


def displaced(ours, theirs):
    """How many stand at another rank: by another draw, or because floats took equals for different."""
    tied = (below(keys("generale", "scientifique")) != 0).cum_sum().alias("tied")
    ranks = ours.select("candidat", "rang", tied).join(
        theirs.select("candidat", theirs="rang"), on="candidat", how="inner"
    )
    places = ranks.group_by("tied").agg(
        same_places=(pl.col("rang").min() == pl.col("theirs").min())
        & (pl.col("rang").max() == pl.col("theirs").max())
    )
    moved = ranks.filter(pl.col("rang") != pl.col("theirs")).join(places, on="tied", how="left")
    by_draw = int(moved["same_places"].sum())
    return {"by_draw": by_draw, "by_floats": moved.height - by_draw}


def main():
    parser = argparse.ArgumentParser(description="Do two ranked files agree?")
    parser.add_argument("ours")
    parser.add_argument("theirs")
    arguments = parser.parse_args()
    ours = read(arguments.ours, OURS).with_columns(
        generale=value("generale_exacte"), scientifique=value("scientifique_exacte")
    )
    ours = ours.drop("generale_exacte", "scientifique_exacte")
    theirs = read(arguments.theirs, [*TYPES, "candidat"])
    result = {"candidates": len(ours), "defects": list(defects(ours, theirs))}
    if not result["defects"]:
        result |= displaced(ours, theirs)
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
