#!/usr/bin/env python3
"""Recall and precision of named parties and things on the CTINexus corpus (MIT): passages of vendors' blogs with the entities
that people marked in them.

usage: Scripts/measure/entities.py [-v] FOLDER [DOSSIER]

FOLDER has JSON files with `text` and `entities` (`entity_name`, `entity_type`). Counted are entities of the types below
that hold a proper name: a capital after the first word, or a name that is no ordinary word's (`the attackers` is none). A
gold entity is found if one of our names for it, as the text has it, is its name or stands within it, word for word. One of
ours is right if it stands within a gold entity of any type, or holds one. -v shows every miss and every extra.
"""

import json
import pathlib
import re
import subprocess
import sys

TYPES = {"Organization", "Malware", "Attacker", "Tool", "Location", "Vulnerability", "Infrastructure"}
KINDS = {"state", "agency", "organisation", "company", "person", "group", "malware", "tool", "campaign", "product", "place"}


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def within(part, whole):
    part, whole = words(part), words(whole)
    return bool(part) and any(whole[i:i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def is_named(name, text):
    """Whether a capital stands in it that its place in a sentence does not explain."""
    for index, word in enumerate(re.findall(r"[^\s,;()]+", name)):
        if re.search(r"[A-Z]", word[1:]) or re.search(r"[a-z]\d", word):
            return True
        if word[:1].isupper() and (index > 0 or re.search(r"[a-z,] " + re.escape(word) + r"\b", text)):
            return True
    return False


def extract(program, text):
    done = subprocess.run([program, "extract", "--scope", "all", "--format", "jsonl", "-"], input=text.encode(), capture_output=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines() if line]


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    folder = pathlib.Path(arguments[0])
    program = arguments[1] if len(arguments) > 1 else ".build/release/dossier"
    by_type = {}
    found_all = gold_all = right = ours_all = 0
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        text = document["text"]
        names = {(entity["entity_name"], str(entity["entity_type"])) for entity in document["entities"]}
        gold = {(name, kind) for name, kind in names if kind in TYPES and is_named(name, text)}
        ours = set()
        for report in extract(program, text):
            for entity in report.get("entities", []):
                if entity["kind"] in KINDS:
                    ours |= {mention["text"] for mention in entity.get("mentions", []) if is_named(mention["text"], text)}
            ours |= {i["mention"]["text"] for i in report.get("indicators", []) if i["kind"] == "cve"}
        for name, kind in sorted(gold):
            hit = any(within(mine, name) for mine in ours)
            counts = by_type.setdefault(kind, [0, 0])
            counts[0] += hit
            counts[1] += 1
            if not hit and "-v" in sys.argv:
                print(f"missed {kind}: {name}  ({path.stem})")
        for mine in sorted(ours):
            hit = any(within(mine, name) or within(name, mine) for name, _ in names)
            right += hit
            ours_all += 1
            if not hit and "-v" in sys.argv:
                print(f"extra: {mine}  ({path.stem})")
    for kind, (found, gold) in sorted(by_type.items()):
        found_all, gold_all = found_all + found, gold_all + gold
        print(f"{kind:16} recall {found / gold:.3f}  ({found} of {gold})")
    print(f"{'all':16} recall {found_all / max(gold_all, 1):.3f} precision {right / max(ours_all, 1):.3f}"
          f"  ({found_all} of {gold_all} found, {right} of our {ours_all} in the corpus)")


main()
