#!/usr/bin/env python3
"""Recall and precision of attackers and victims on the CASIE corpus (Ebiquity): news articles with events and their arguments.

usage: Scripts/measure/attackers.py [-v] FOLDER [DOSSIER]

FOLDER has JSON files with `content` and `cyberevent`. Counted are the arguments `Attacker` and `Victim` that hold a proper
name (`the hackers` and `its users` are none), once an article. Ours are, for attackers, whom claims are about; for victims,
the targets of claims and events. Two agree if one stands within the other, word for word. The corpus marks who attacks in
any sentence, we only what somebody claims. -v shows every miss and every extra.
"""

import json
import pathlib
import re
import subprocess
import sys


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def within(part, whole):
    part, whole = words(part), words(whole)
    return bool(part) and any(whole[i:i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def agree(one, other):
    return within(one, other) or within(other, one)


def is_named(name, text):
    tokens = re.findall(r"[^\s,;()]+", name)
    return any(
        re.search(r"[A-Z]", word[1:]) or word[:1].isupper() and (index > 0 or re.search(r"[a-z,] " + re.escape(word) + r"\b", text))
        for index, word in enumerate(tokens))


def gold_of(document, role):
    text = document["content"]
    return {
        argument["text"] for hopper in document["cyberevent"]["hopper"] for event in hopper["events"]
        for argument in event.get("argument", [])
        if argument["role"]["type"] == role and is_named(argument["text"], text)}


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    program = arguments[1] if len(arguments) > 1 else ".build/release/dossier"
    counts = {"Attacker": [0, 0, 0, 0], "Victim": [0, 0, 0, 0]}
    for path in sorted(pathlib.Path(arguments[0]).glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        done = subprocess.run(
            [program, "extract", "--format", "jsonl", "-"], input=document["content"].encode(), capture_output=True)
        ours = {"Attacker": {}, "Victim": {}}
        for report in (json.loads(line) for line in done.stdout.decode().splitlines() if line):
            forms = {
                entity["id"]: {entity["name"]} | {mention["text"] for mention in entity.get("mentions", [])}
                for entity in report["entities"]}
            for claim in report["claims"]:
                for party in claim["about"]:
                    if claim["act"] in ("attribute", "accuse", "assess", "charge", "sanction", "admit", "condemn"):
                        ours["Attacker"][party] = forms.get(party, set())
                for target in claim["proposition"]["targets"]:
                    ours["Victim"][target] = forms.get(target, set())
            for event in report["events"]:
                for target in event.get("targets", []):
                    ours["Victim"][target] = forms.get(target, set())
        for role, parties in ours.items():
            gold = gold_of(document, role)
            named = {party: forms for party, forms in parties.items() if any(is_named(form, document["content"]) for form in forms)}
            for name in sorted(gold):
                hit = any(agree(form, name) for forms in named.values() for form in forms)
                counts[role][0] += hit
                counts[role][1] += 1
                if not hit and "-v" in sys.argv:
                    print(f"missed {role}: {name}  ({path.stem})")
            for forms in named.values():
                hit = any(agree(form, name) for form in forms for name in gold)
                counts[role][2] += hit
                counts[role][3] += 1
                if not hit and "-v" in sys.argv:
                    print(f"extra {role}: {min(forms)}  ({path.stem})")
    for role, (found, gold, right, ours) in counts.items():
        print(f"{role:10} recall {found / max(gold, 1):.3f} precision {right / max(ours, 1):.3f}"
              f"  ({found} of {gold} found, {right} of our {ours} in the corpus)")


main()
