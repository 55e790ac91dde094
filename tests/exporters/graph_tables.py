"""Exported tables of nodes and edges, told apart by the empty row between them."""
import csv
import io


def tables(text, delimiter=","):
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    cut = rows.index([])
    return [[dict(zip(part[0], row, strict=True)) for row in part[1:]] for part in (rows[:cut], rows[cut + 1:])]
