#!/usr/bin/env python3
"""Judges CSV tables: python's csv reads every row with as many cells as the header, guards come off, and the columns
that share a key with the reports hold the reports' own values.

usage: csv.py TABLE.csv REPORT.json [TABLE.csv REPORT.json ...]

The table is one of claims, entities, relations, indicators or events, named first in the file's name; delimiter comma,
joiner |. Exit codes: 0 all is well, 1 something is wrong, said on stdout.
"""

import json
import os
import sys

sys.path = [entry for entry in sys.path if not entry.endswith("judges")]  # this file must not hide the module
import csv  # noqa: E402

CELLS = {
    "claims": {
        "claim": lambda c: c["id"],
        "channel": lambda c: c["channel"] or "",
        "proposition": lambda c: c["proposition"]["text"],
        "confidence_words": lambda c: (c["confidence"] or {}).get("words") or "",
        "evidence": lambda c: [e["exact"] for e in c["evidence"]],
        "answers": lambda c: c["answers"],
    },
    "entities": {"name": lambda e: e["name"], "aliases": lambda e: e["aliases"], "role": lambda e: e["role"] or ""},
    "relations": {"claims": lambda r: r["claims"], "to": lambda r: r["to"]},
    "indicators": {"value": lambda i: i["value"], "as_written": lambda i: i["mention"]["text"]},
    "events": {"label": lambda e: e["label"], "kind": lambda e: e["kind"]},
}


def unguarded(cell):
    """The cell without the guard against formulas."""
    bare = cell.lstrip("'")
    starts = tuple("=+-@\t\r") + ("\uff1d", "\uff0b", "\uff0d", "\uff20")
    if bare.startswith(starts):
        if not cell.startswith("'"):
            raise ValueError(f"a formula stands bare: {cell[:40]!r}")
        return cell[1:]
    return cell


def values(cell):
    """The values that are joined in a cell."""
    out, current, escaped = [], "", False
    for sign in cell:
        if escaped:
            current, escaped = current + sign, False
        elif sign == "\\":
            escaped = True
        elif sign == "|":
            out, current = out + [current], ""
        else:
            current += sign
    return out + [current] if cell else []


def judge(path, report_path):
    """What is wrong with a table."""
    table = os.path.basename(path).split(".")[0].split("-")[0]
    with open(report_path, encoding="utf-8") as file:
        parts = json.load(file)[table]
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    if not text.endswith("\r\n"):
        yield "the last row does not end with CRLF"
    if len(rows) != len(parts):
        yield f"{len(rows)} rows for {len(parts)} {table}"
    for number, (row, part) in enumerate(zip(rows, parts), 1):
        if None in row or None in row.values():
            yield f"row {number} has another number of cells than the header"
            continue
        for column, expected in CELLS[table].items():
            try:
                cell = unguarded(row[column])
            except ValueError as problem:
                yield f"row {number}: {problem}"
                continue
            wanted = expected(part)
            found = values(cell) if isinstance(wanted, list) else cell
            if found != wanted:
                yield f"row {number}, {column}: {found!r} is not {wanted!r}"


def main(paths):
    """Judges all pairs."""
    csv.field_size_limit(1 << 30)
    wrong = 0
    for path, report in zip(paths[::2], paths[1::2]):
        for complaint in judge(path, report):
            wrong += 1
            if wrong <= 40:
                print(f"{os.path.basename(path)}: {complaint[:300]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
