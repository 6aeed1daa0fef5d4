#!/usr/bin/env python3
"""Compares workbooks with the same tables in CSV, cell by cell, as openpyxl and pandas read them.

    read.py [--values] WORKBOOK CSV [WORKBOOK CSV…]

Prints a line for each workbook: its name, its sheet, rows × columns, and which columns hold numbers. Fails at the first
cell that differs, and where the workbook lacks its frozen header, filter or print titles, or names a person, but with
--values: what another program saved is compared by its cells alone.
"""

import csv
import decimal
import sys

import openpyxl
import pandas


def shown(value):
    """The text of a cell; of a number, the decimal with at most 15 digits that a spreadsheet shows."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        number = decimal.Decimal(f"{value:.15g}").normalize()
        return f"{number:f}"
    return str(value)


def plain(text):
    """A decimal without zeros at its end, as numbers are compared."""
    try:
        return f"{decimal.Decimal(text).normalize():f}"
    except decimal.InvalidOperation:
        return text


def compare(workbook, table, by_values):
    with open(table, newline="", encoding="utf-8") as file:
        expected = list(csv.reader(file))
    book = openpyxl.load_workbook(workbook)
    assert len(book.sheetnames) == 1, f"{workbook}: sheets {book.sheetnames}"
    sheet = book.active
    found = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert len(found) == len(expected), f"{workbook}: {len(found)} rows, not {len(expected)}"
    numbers = set()
    for index, (row, cells) in enumerate(zip(found, expected), start=1):
        row += [None] * (len(cells) - len(row))
        for column, (value, text) in enumerate(zip(row, cells)):
            if index > 1 and isinstance(value, (int, float)):
                numbers.add(column)
                text = plain(text)
            assert shown(value) == text, f"{workbook}:{index}: {expected[0][column]}: {value!r}, not {text!r}"
    frame = pandas.read_excel(workbook, dtype=object, keep_default_na=False)
    assert list(frame.columns) == expected[0], f"{workbook}: pandas reads {list(frame.columns)}"
    for index, (_, row) in enumerate(frame.iterrows(), start=1):
        for column, value in enumerate(row):
            text = expected[index][column]
            assert shown(value) == (plain(text) if column in numbers and text else text), f"{workbook}:{index + 1}: {value!r}"
    width = len(expected[0])
    if not by_values:
        check_layout(workbook, book, sheet)
    names = ", ".join(name for column, name in enumerate(expected[0]) if column in numbers)
    print(f"{workbook}\t{sheet.title}\t{len(found)} × {width}\t{names}")


def check_layout(workbook, book, sheet):
    assert sheet.freeze_panes == "A2", f"{workbook}: frozen at {sheet.freeze_panes}"
    assert sheet.auto_filter.ref, f"{workbook}: no filter"
    assert sheet.print_title_rows == "$1:$1", f"{workbook}: print titles {sheet.print_title_rows}"
    assert not (book.properties.creator or book.properties.lastModifiedBy), f"{workbook}: names a person"


def main():
    arguments = sys.argv[1:]
    by_values = arguments[:1] == ["--values"]
    arguments = arguments[by_values:]
    for workbook, table in zip(arguments[::2], arguments[1::2]):
        compare(workbook, table, by_values)


main()
