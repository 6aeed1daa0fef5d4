"""The yearly means of the platform's export as a user of Polars would make them.

`means` reads the export with `read_csv` and computes what the mapping of 2026 asks for; with `--columns`, only the
columns that takes. `agreement` checks that a candidates file of ours and a file of such means say the same. Each
prints one JSON object.
"""

import argparse
import json
import time

import polars as pl

NULLS = ["", "N", "NA", "Aucune note"]
BLOCKS = {"terminale": 1, "premiere": 2}
SUBJECTS = {
    "svt": "Sciences de la vie et de la Terre Spécialité",
    "maths": "Mathématiques Spécialité",
    "pc": "Physique-Chimie Spécialité",
    "anglais": "Langue vivante A",
}
PLAIN = {
    "francais_ecrit": "Note de l'épreuve - Français écrit",
    "francais_oral": "Note de l'épreuve - Français oral",
    "lettre": "Lettre de motivation",
}
CANDIDATE = "Candidat - Code"
DOUBLETTE = ["EDS Scolarité Terminale 1 - Libellé", "EDS Scolarité Terminale 2 - Libellé"]
OTHERS = ["Sexe", "Date Naissance", "Candidat boursier - Libellé"]
SPECIALITIES = ["Sciences de la vie et de la Terre", "Mathématiques", "Physique-Chimie"]


def terms(subject, block):
    """What Polars calls the columns: the second of a name gets a suffix."""
    suffix = "" if block == 1 else "_duplicated_0"
    return [f"Moyenne du Candidat - {subject} - Trimestre {term}{suffix}" for term in (1, 2, 3)]


def means():
    found = {
        f"{name}_{year}": terms(subject, block)
        for name, subject in SUBJECTS.items()
        for year, block in BLOCKS.items()
    }
    return found | {"philosophie": terms("Philosophie", 1)}


def imported(path, only_needed):
    marks = [term for columns in means().values() for term in columns] + list(PLAIN.values())
    needed = [CANDIDATE, *DOUBLETTE, *OTHERS, *marks]
    frame = pl.read_csv(
        path,
        separator=";",
        decimal_comma=True,
        null_values=NULLS,
        columns=needed if only_needed else None,
        schema_overrides=dict.fromkeys(marks, pl.Float64) | {CANDIDATE: pl.String},
        # What is not a mark is text, as it is for us; guessing the types takes longer.
        infer_schema_length=0,
    )
    return frame.filter(
        pl.all_horizontal(pl.col(name).is_in(SPECIALITIES) for name in DOUBLETTE)
    ).select(
        pl.col(CANDIDATE).alias("candidat"),
        pl.col("Candidat boursier - Libellé").str.starts_with("Boursier").alias("boursier"),
        pl.col("Date Naissance").str.to_date("%d/%m/%Y").alias("naissance"),
        *(pl.mean_horizontal(columns).alias(name) for name, columns in means().items()),
        *(pl.col(column).alias(name) for name, column in PLAIN.items()),
    )


def agreement(ours, theirs):
    """Every mean within a billionth of the exact one, and the same candidates, boursiers and birth dates."""
    exact = [f"{name}_exacte" for name in means()]
    own = pl.read_csv(
        ours, schema_overrides=dict.fromkeys(["candidat", *exact], pl.String), null_values=[""]
    )
    other = pl.read_csv(theirs, schema_overrides={"candidat": pl.String}, null_values=[""])
    defects = []
    if own["candidat"].to_list() != other["candidat"].to_list():
        defects.append("other candidates")
        return defects
    if ((own["boursier"] == "oui") != other["boursier"]).any():
        defects.append("boursier differs")
    if (own["naissance"] != other["naissance"]).any():
        defects.append("naissance differs")
    for name in [*means(), *PLAIN]:
        column = own[f"{name}_exacte"] if name in means() else own[name].cast(pl.String)
        parts = column.str.split_exact("/", 1).struct
        value = parts.field("field_0").cast(pl.Float64) / parts.field("field_1").cast(pl.Float64).fill_null(1)
        differ = (value - other[name]).abs() > 1e-9
        if differ.any() or (value.is_null() != other[name].is_null()).any():
            defects.append(f"{name} differs")
    return defects


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("means")
    command.add_argument("export")
    command.add_argument("--columns", action="store_true", help="read only the columns that are needed")
    command.add_argument("--output", help="write the means here, after the clock has stopped")
    command = commands.add_parser("agreement")
    command.add_argument("ours")
    command.add_argument("theirs")
    arguments = parser.parse_args()
    if arguments.command == "agreement":
        print(json.dumps({"defects": agreement(arguments.ours, arguments.theirs)}))
        return
    start = time.perf_counter()
    frame = imported(arguments.export, arguments.columns)
    seconds = time.perf_counter() - start
    if arguments.output:
        frame.write_csv(arguments.output)
    print(json.dumps({"seconds": seconds, "candidates": frame.height}))


if __name__ == "__main__":
    main()
