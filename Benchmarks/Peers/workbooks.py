"""Workbooks as a user of Python would write and read them: XlsxWriter, and Polars by its engine calamine.

`write` writes a table with XlsxWriter, its cells made before the clock starts; `read` reads a workbook into typed columns with
Polars. `candidates` makes the table of candidates that is read. `agreement` compares workbooks with the table in CSV, cell by
cell. Each prints one JSON object.
"""

import argparse
import csv
import datetime
import json
import time

import fastexcel
import polars as pl
import xlsxwriter

IDENTITY = ["candidat", "naissance", "boursier", "genre", "doublette", "secteur"]
# Marks that every candidate has.
MARKS = ["francais_ecrit", "francais_oral", "philosophie", "anglais_premiere", "anglais_terminale", "lettre"]
NUMBERS = {"rang", "rang_admissibilite", "note_generale", "note_scientifique", *MARKS}


def rows_of(table):
    with open(table, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def candidates(source, table, scheme):
    """The candidates with twelve columns, and a scheme for their marks."""
    frame = pl.read_csv(source, infer_schema_length=0).select(*IDENTITY, *MARKS)
    frame.write_csv(table)
    weights = ", ".join(f"{mark}: {weight}" for weight, mark in enumerate(MARKS, start=1))
    with open(scheme, "w", encoding="utf-8") as file:
        file.write("evaluations:\n")
        file.writelines(f"  {mark}: {{scientific: {str(mark == 'lettre').lower()}}}\n" for mark in MARKS)
        file.write("coefficients:\n")
        file.writelines(f"  {name}: {{{weights}}}\n" for name in sorted(set(frame["doublette"])))
    return {"rows": frame.height}


def write(table, target, constant_memory, has_dates):
    """Writes text and numbers, and birth dates as dates where asked; returns the seconds that took."""
    header, *rows = rows_of(table)
    numbers = [name in NUMBERS for name in header]
    dates = [has_dates and name == "naissance" for name in header]
    for row in rows:
        for column, text in enumerate(row):
            if numbers[column]:
                row[column] = float(text)
            elif dates[column]:
                row[column] = datetime.date.fromisoformat(text)
    start = time.perf_counter()
    book = xlsxwriter.Workbook(target, {"constant_memory": constant_memory})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for column, name in enumerate(header):
        sheet.write_string(0, column, name)
    for index, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if numbers[column]:
                sheet.write_number(index, column, value)
            elif dates[column]:
                sheet.write_datetime(index, column, value, day)
            elif value:
                sheet.write_string(index, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(header) - 1)
    book.close()
    return {"seconds": time.perf_counter() - start}


def read(book):
    """Reads marks as numbers and all else as text, as palmares does."""
    start = time.perf_counter()
    types = dict.fromkeys(IDENTITY, pl.String) | dict.fromkeys(MARKS, pl.Float64)
    frame = pl.read_excel(book, engine="calamine", schema_overrides=types)
    return {"seconds": time.perf_counter() - start, "rows": frame.height, "columns": frame.width}


def agreement(table, books):
    """What differs between the table and each workbook, as calamine reads that."""
    expected = rows_of(table)
    defects = []
    for path in books:
        sheet = fastexcel.read_excel(path).load_sheet(0, header_row=None, dtypes="string")
        found = [[cell or "" for cell in row] for row in sheet.to_polars().iter_rows()]
        if len(found) != len(expected):
            defects.append(f"{path}: {len(found)} rows, not {len(expected)}")
            continue
        numbers = [name in NUMBERS for name in expected[0]]
        for index, (cells, texts) in enumerate(zip(found, expected), start=1):
            for column, (cell, text) in enumerate(zip(cells, texts)):
                is_same = float(cell) == float(text) if index > 1 and numbers[column] else cell == text
                if not is_same:
                    defects.append(f"{path}: row {index}, {expected[0][column]}: {cell}, not {text}")
        del found
    text = sum(len(cell.encode()) for row in expected for cell in row)
    return {"defects": defects[:10], "text": text, "cells": len(expected) * len(expected[0])}


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("candidates")
    for name in ("source", "table", "scheme"):
        command.add_argument(name)
    command = commands.add_parser("write")
    command.add_argument("table")
    command.add_argument("target")
    command.add_argument("--constant-memory", action="store_true")
    command.add_argument("--dates", action="store_true", help="birth dates as dates")
    command = commands.add_parser("read")
    command.add_argument("book")
    command = commands.add_parser("agreement")
    command.add_argument("table")
    command.add_argument("books", nargs="*")
    arguments = parser.parse_args()
    result = {
        "candidates": lambda: candidates(arguments.source, arguments.table, arguments.scheme),
        "write": lambda: write(arguments.table, arguments.target, arguments.constant_memory, arguments.dates),
        "read": lambda: read(arguments.book),
        "agreement": lambda: agreement(arguments.table, arguments.books),
    }[arguments.command]()
    print(json.dumps(result))


if __name__ == "__main__":
    main()
