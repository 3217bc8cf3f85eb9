#!/usr/bin/env python3
"""Recall and precision of ATT&CK techniques on the TRAM corpus (MITRE CTID, Apache-2.0): whole reports with the techniques
that people found in them.

usage: Scripts/measure/techniques.py FOLDER [DOSSIER]

FOLDER has the corpus as JSON files with `text` and `techniques` (a mapping from id to spans). A technique counts as found
if it is in the report; the second figure takes a sub-technique and its parent for one. The corpus annotates a choice of
techniques only: `known` leaves out what we find of techniques that it never annotates, as nobody looked for these.
Micro-averaged over the reports.
"""

import json
import pathlib
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])
program = sys.argv[2] if len(sys.argv) > 2 else ".build/release/dossier"
kinds = {"exact": lambda ident: ident, "parents": lambda ident: ident.split(".")[0]}
kinds["known"] = kinds["exact"]
counts = {kind: [0, 0, 0] for kind in kinds}
documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
annotated = {ident for document in documents for ident in document["techniques"]}
for document in documents:
    done = subprocess.run(
        [program, "extract", "--format", "jsonl", "-"], input=document["text"].encode(), capture_output=True)
    lines = [json.loads(line) for line in done.stdout.decode().splitlines() if line]
    ours = {technique["attack_id"] for report in lines for technique in report.get("techniques", [])}
    for kind, key in kinds.items():
        found, gold = {key(i) for i in ours}, {key(i) for i in document["techniques"]}
        if kind == "known":
            found &= annotated
        counts[kind][0] += len(found & gold)
        counts[kind][1] += len(found)
        counts[kind][2] += len(gold)
for kind, (right, found, gold) in counts.items():
    print(f"{kind:8} precision {right / max(found, 1):.3f} recall {right / max(gold, 1):.3f}"
          f"  ({right} right of {found} found, {gold} in the corpus)")
