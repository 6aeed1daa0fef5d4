"""Workbooks of twelve columns, beside XlsxWriter, which writes them, and Polars, which reads them by calamine."""

from .processes import RESULTS, Failure, Measure, read_and_write, rested, run
from .turns import Work, grouped

TITLE = "Workbooks"
CAPTION = """\
Size: rows of twelve columns. palmares: the whole process, its file on the disk. Writing: `admission admit` reads an admissibility list in CSV, decides, and
writes the final list; XlsxWriter writes the same cells, which it has in memory already. Reading: `admission score` reads candidates with six marks,
checks them, and writes their notes in CSV; Polars reads the same cells into typed columns (`read_excel`, engine calamine), and writes nothing. The peers without
the start of Python and the import of the library. Every cell that is written is the same as in the CSV, as calamine reads it; the notes are the same from a
workbook as from the CSV.
"""
WRITERS = {"XlsxWriter": [], "XlsxWriter, constant_memory": ["--constant-memory"]}


def works(tools, quick):
    for size in (100_000,) if quick else (10_000, 100_000):
        folder = tools.generate("pdis", size)
        yield writing(tools, size, folder)
        yield from readings(tools, size, folder)


def name(size, what):
    return RESULTS / f"workbook-{size}-{what}"


def in_text(tools, size, work, peak, table, *books):
    """Compares workbooks with a table; returns how much memory was held for the text in it."""
    found = tools.peer("workbooks", "agreement", table, *books).result
    if found["defects"]:
        raise Failure(f"{work} of {size} rows: the cells differ:\n" + "\n".join(found["defects"]))
    return (
        f"{work}, {grouped(size)} rows: {grouped(found['cells'])} cells with {found['text'] / 1e6:.1f} MB of text; palmares holds "
        f"{peak / found['text']:.1f} times as much at its peak.")


def writing(tools, size, folder):
    ranked, nobody, table = name(size, "list.csv"), name(size, "orals.csv"), name(size, "final.csv")
    ours = name(size, "palmares.xlsx")
    theirs = {peer: name(size, f"xlsxwriter{''.join(options)}.xlsx") for peer, options in WRITERS.items()}
    bars = ["--general-bar", 0, "--science-bar", 0, "--seed", "x", "-q"]
    candidates = [folder / "candidates.csv", "--scheme", folder / "scheme.yaml"]
    run([tools.palmares, "admission", "rank", *candidates, *bars, "-o", ranked])
    nobody.write_text("candidat,verdict\n")
    admit = [tools.palmares, "admission", "admit", ranked, "--admission-bar", 0, "--orals", nobody, "-q", "-o"]
    run([*admit, table])
    held = []

    def write():
        found = rested([*admit, ours], ours)
        held.append(found.peak)
        return found.whole

    def write_by(peer):
        command = tools.peer_command("workbooks", "write", table, theirs[peer], *WRITERS[peer])
        found = rested(command, theirs[peer])
        return Measure(found.result["seconds"], found.peak)

    def check():
        return [in_text(tools, size, "Writing", max(held), table, ours, *theirs.values())]

    return Work(
        "Writing a workbook", size, write, {peer: lambda peer=peer: write_by(peer) for peer in WRITERS},
        {"one read, one write, fsync": lambda: read_and_write(ranked, ours, RESULTS / "written")}, check)


def readings(tools, size, folder):
    table, scheme = name(size, "candidates.csv"), name(size, "scheme.yaml")
    tools.peer("workbooks", "candidates", folder / "candidates.csv", table, scheme)
    # Text in a table of its own, and birth dates as days since 1899: what spreadsheets write.
    shared = name(size, "candidates-shared.xlsx")
    tools.peer("workbooks", "write", table, shared, "--dates")
    # Text in its cell.
    inline = name(size, "candidates-inline.xlsx")
    tools.peer("workbooks", "write", table, inline, "--constant-memory")
    for what, book in {"shared text": shared, "text in cells": inline}.items():
        yield reading(tools, size, what, book, table, scheme)


def reading(tools, size, what, book, table, scheme):
    ours, plain = name(size, "notes.csv"), name(size, "notes-plain.csv")
    held = []

    def score(source, target):
        command = [tools.palmares, "admission", "score", source, "--scheme", scheme, "-q", "-o", target]
        return rested(command, target)

    def read():
        found = score(book, ours)
        held.append(found.peak)
        return found.whole

    def read_by_polars():
        found = tools.peer("workbooks", "read", book)
        if found.result["rows"] != size or found.result["columns"] != 12:
            raise Failure(f"Polars reads {found.result} of {size} rows")
        return Measure(found.result["seconds"], found.peak)

    def check():
        score(table, plain)
        if ours.read_bytes() != plain.read_bytes():
            raise Failure(f"{book.name}: other notes than from {table.name}")
        return [in_text(tools, size, f"Reading {what}", max(held), table)]

    return Work(
        f"Reading a workbook, {what}", size, read, {"Polars read_excel, start aside": read_by_polars},
        {"one read, one write, fsync": lambda: read_and_write(book, ours, RESULTS / "written")}, check)
