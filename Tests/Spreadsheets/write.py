#!/usr/bin/env python3
"""Writes one table of candidates as workbooks, by several libraries and with every kind of cell they have.

    write.py FOLDER

The table is FOLDER/candidates.csv, and its marks are in FOLDER/scheme.yaml. Every workbook in FOLDER/same holds the same
candidates; every one in FOLDER/refused has one cell that has no value to read, which FOLDER/refused.tsv names:
file, sheet, row, column, cell, part of the message.
"""

import csv
import datetime
import os
import sys

import openpyxl
import pandas
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HEADER = ["candidat", "naissance", "boursier", "genre", "doublette", "maths", "physique", "français"]
ROWS = [
    ["00812", datetime.date(2008, 2, 29), True, "F", "MATHS+PC", "12.1", "15", "9.75"],
    ["K-002", datetime.date(2007, 12, 31), False, "M", "MATHS+PC", "0.3", "20", "0"],
    ["é « x », ; y", datetime.date(2008, 1, 1), True, "X", "MATHS+PC", "13.333333", "7.5", "11"],
    ["K-004", datetime.date(2009, 7, 14), False, "F", "MATHS+PC", "10", "10", "10"],
]
SCHEME = """evaluations:
  maths: {scientific: true}
  physique: {scientific: true}
  français: {scientific: false}
coefficients:
  MATHS+PC: {maths: 3, physique: 2.5, français: 1}
"""


def write_csv(path):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(HEADER)
        for row in ROWS:
            table.writerow([row[0], row[1].isoformat(), "oui" if row[2] else "non"] + row[3:])


def number(text):
    """The double nearest to a decimal, or one that only shows as it."""
    return 0.1 + 0.2 if text == "0.3" else float(text)


def cells(row):
    return row[:5] + [number(mark) for mark in row[5:]]


def openpyxl_workbook(path, epoch=None, sheets=(), above=0, edit=None, rich=False):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "Promo 2026"
    for _ in range(above):
        sheet.append([])
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(cells(row))
        if rich:
            name = row[0]
            sheet.cell(sheet.max_row, 1).value = CellRichText(
                name[:2], TextBlock(InlineFont(b=True), name[2:])
            )
    if edit:
        edit(book, sheet)
    book.save(path)


def xlsxwriter_workbook(path, options=None, edit=None, formulas=False, rich=False, text=False):
    book = xlsxwriter.Workbook(path, options or {})
    sheet = book.add_worksheet("Promo 2026")
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    bold = book.add_format({"bold": True})
    for column, name in enumerate(HEADER):
        sheet.write_string(0, column, name, bold)
    for index, row in enumerate(ROWS, start=1):
        if rich:
            sheet.write_rich_string(index, 0, row[0][:2], bold, row[0][2:])
        else:
            sheet.write_string(index, 0, row[0])
        sheet.write_datetime(index, 1, datetime.datetime.combine(row[1], datetime.time()), date)
        sheet.write_boolean(index, 2, row[2])
        sheet.write_string(index, 3, row[3])
        if formulas:
            sheet.write_formula(index, 4, '="MATHS"&"+"&"PC"', None, row[4])
        else:
            sheet.write_string(index, 4, row[4])
        for column, mark in enumerate(row[5:], start=5):
            if text:
                sheet.write_string(index, column, mark.replace(".", ","))
            elif formulas:
                sheet.write_formula(index, column, "=1+1", None, number(mark))
            else:
                sheet.write_number(index, column, number(mark))
    if edit:
        edit(book, sheet)
    book.close()


def pandas_workbook(path, engine):
    frame = pandas.DataFrame([cells(row) for row in ROWS], columns=HEADER)
    frame["naissance"] = pandas.to_datetime(frame["naissance"])
    frame.to_excel(path, sheet_name="Promo 2026", index=False, engine=engine)


def hidden_first(book, sheet):
    notes = book.create_sheet("Lisez-moi", 0)
    notes["A1"] = "rien ici"
    notes.sheet_state = "hidden"
    book.active = 1


def empty_rows(book, sheet):
    sheet.insert_rows(4, 2)
    for row in range(8, 40):
        sheet.cell(row, 3).number_format = "0.00"


def styled(book, sheet):
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.column_dimensions["A"].width = 30
    sheet["A2"].comment = openpyxl.comments.Comment("une remarque", "x")
    sheet["J20"].number_format = "dd/mm/yyyy"


def same(folder):
    def path(name):
        return os.path.join(folder, name + ".xlsx")

    openpyxl_workbook(path("openpyxl"))
    openpyxl_workbook(path("openpyxl-1904"), epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904)
    openpyxl_workbook(path("openpyxl-rich"), rich=True)
    openpyxl_workbook(path("openpyxl-above"), above=2)
    openpyxl_workbook(path("openpyxl-hidden"), edit=hidden_first)
    openpyxl_workbook(path("openpyxl-empty"), edit=empty_rows)
    openpyxl_workbook(path("openpyxl-styled"), edit=styled)
    xlsxwriter_workbook(path("xlsxwriter"))
    xlsxwriter_workbook(path("xlsxwriter-1904"), {"date_1904": True})
    xlsxwriter_workbook(path("xlsxwriter-inline"), {"constant_memory": True})
    xlsxwriter_workbook(path("xlsxwriter-zip64"), {"use_zip64": True})
    xlsxwriter_workbook(path("xlsxwriter-formulas"), formulas=True)
    xlsxwriter_workbook(path("xlsxwriter-rich"), rich=True)
    xlsxwriter_workbook(path("xlsxwriter-text"), text=True)
    pandas_workbook(path("pandas-openpyxl"), "openpyxl")
    pandas_workbook(path("pandas-xlsxwriter"), "xlsxwriter")


def refused(folder, index):
    rows = []

    def case(name, row, column, cell, message, edit, write=openpyxl_workbook):
        write(os.path.join(folder, name + ".xlsx"), edit=edit)
        rows.append([f"{name}.xlsx", "Promo 2026", str(row), column, cell, message])

    def put(cell, value):
        return lambda book, sheet: sheet.__setitem__(cell, value)

    case("error", 3, "maths", "F3", "#N/A", put("F3", "#N/A"))
    case("formula", 4, "physique", "G4", "", put("G4", "=1+1"))
    case("time", 2, "naissance", "B2", "", put("B2", datetime.datetime(2008, 2, 29, 12, 30)))
    case("word", 5, "maths", "F5", "", put("F5", "douze"))
    case("beyond", 3, "", "K3", "", put("K3", "en trop"))
    with open(index, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows(rows)


def main():
    folder = sys.argv[1]
    for name in ["same", "refused"]:
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    write_csv(os.path.join(folder, "candidates.csv"))
    with open(os.path.join(folder, "scheme.yaml"), "w", encoding="utf-8") as file:
        file.write(SCHEME)
    same(os.path.join(folder, "same"))
    refused(os.path.join(folder, "refused"), os.path.join(folder, "refused.tsv"))


main()
