#!/usr/bin/env python3
"""Judges how MISP events and STIX bundles fare in misp-stix, MISP's own converter, and says what it loses.

usage: misp_stix.py EVENT.misp.json... BUNDLE.stix.json...

An event goes to STIX 2.1 and back: objects with their values and references, opinions, indicators and the event report
must be there again. A bundle goes to MISP: each claim's words must be there as a note with its claimant, each denial and
each backing as an opinion. What is lost is printed, one line a file and kind. Exit codes: 0 nothing is lost that should
not be, 1 something is, 77 misp-stix is not installed.
"""

import collections
import json
import logging
import pathlib
import sys
import warnings

try:
    import stix2
    from misp_stix_converter import ExternalSTIX2toMISPParser, InternalSTIX2toMISPParser, MISPtoSTIX21Parser
except ImportError as missing:
    print(f"needs the package misp-stix: {missing}")
    sys.exit(77)

# What the converter makes of some templates that are not of this project.
ADDED = {"malware_type"}


def values(thing):
    """An object's values, with truth values as MISP writes them."""
    return sorted(
        (part["object_relation"], {"True": "1", "False": "0"}.get(str(part["value"]), str(part["value"])))
        for part in thing["Attribute"] if part["object_relation"] not in ADDED)


def references(thing):
    return sorted((one["relationship_type"], one["referenced_uuid"]) for one in thing.get("ObjectReference", []))


def opinions(thing):
    return sorted((str(one["opinion"]), one["authors"], one["comment"]) for one in thing.get("Opinion", []))


def tags(thing):
    return {tag["name"] for part in thing["Attribute"] for tag in part.get("Tag", [])}


def event(path, lost):
    """What an event must not lose on its way to STIX and back, and does; `lost` counts what it may."""
    wrapped = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    sent = wrapped["Event"]
    there = MISPtoSTIX21Parser()
    there.parse_misp_event(wrapped)
    yield from (f"misp-stix says {problem}" for problems in there.errors.values() for problem in problems)
    back = InternalSTIX2toMISPParser()
    back.load_stix_bundle(there.bundle)
    back.parse_stix_bundle()
    got = json.loads(back.misp_event.to_json())
    things = {thing["uuid"]: thing for thing in got.get("Object", [])}
    for thing in sent["Object"]:
        name = f"{thing['name']} ({thing['comment'][:30]})"
        other = things.get(thing["uuid"])
        if other is None:
            lost["objects " + thing["name"]] += 1
            if thing["name"].startswith("dossier-"):
                yield f"{name} is gone"
            continue
        if values(thing) != values(other):
            yield f"{name} has other values: {set(values(thing)) ^ set(values(other))}"
        if references(thing) != references(other):
            yield f"{name} has other references"
        if opinions(thing) != opinions(other):
            yield f"{name} has other opinions: {opinions(other)}"
        if tags(thing) != tags(other):
            yield f"{name} has other tags"
        lost["comments of objects"] += bool(thing["comment"] and not other.get("comment"))
        commented = sum(bool(one["comment"]) for one in thing.get("ObjectReference", []))
        lost["comments of references"] += commented - sum(
            bool(one.get("comment")) for one in other.get("ObjectReference", []))
    if [part["content"] for part in sent.get("EventReport", [])] != [part["content"] for part in got.get("EventReport", [])]:
        yield "the event report is another"
    found = {(part["type"], str(part["value"])) for part in got.get("Attribute", [])}
    yield from (f"{part['value']} is gone" for part in sent["Attribute"] if (part["type"], part["value"]) not in found)
    if got["info"] != sent["info"] or sent["Tag"][0]["name"] not in {tag["name"] for tag in got["Tag"]}:
        yield "title or TLP is another"


def bundle(path, lost):
    """What a bundle must not lose on its way to MISP, and does; `lost` counts what it may."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    things = json.loads(text)["objects"]
    parser = ExternalSTIX2toMISPParser()
    parser.load_stix_bundle(stix2.parse(text, allow_custom=True))
    parser.parse_stix_bundle()
    got = json.loads(parser.misp_event.to_json())
    holders = [got, *got.get("Object", []), *got.get("Attribute", [])]
    notes = {(one["note"], one["authors"]) for holder in holders for one in holder.get("Note", [])}
    said = [one for holder in holders for one in holder.get("Opinion", [])]
    for thing in things:
        if thing["type"] == "note" and (thing["content"], ", ".join(thing["authors"])) not in notes:
            if not any(thing["content"] == note for note, _ in notes):
                yield f"the words of {thing['abstract']} are gone"
            lost["claimants after the first"] += 1
        if thing["type"] == "opinion":
            words = thing.get("explanation", "")
            level = {"strongly-disagree": range(0, 21), "neutral": range(41, 61), "agree": range(61, 81)}
            if not any(one["comment"] == words and int(one["opinion"]) in level[thing["opinion"]] for one in said):
                yield f"the opinion {words[:40]!r} is gone"
            lost["what an opinion is about (it is on the event)"] += 1
        lost["numbers of confidence"] += "confidence" in thing
        lost["names in other languages"] += thing["type"] == "language-content"
        lost["extensions"] += any(key.startswith("extension-definition--6a1f8f0e") for key in thing.get("extensions", {}))
    edges = sum(thing["type"] == "relationship" for thing in things)
    kept = sum(len(thing.get("ObjectReference", [])) for thing in got.get("Object", [])) + sum(
        len(cluster.get("GalaxyClusterRelation", []))
        for galaxy in got.get("Galaxy", []) for cluster in galaxy["GalaxyCluster"])
    lost["relationships"] += max(0, edges - kept)


def main(paths):
    """Judges all."""
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    wrong = 0
    for path in paths:
        lost = collections.Counter()
        judge = event if path.endswith(".misp.json") else bundle
        name = path.rsplit("/", 1)[-1]
        for complaint in judge(path, lost):
            wrong += 1
            print(f"{name}: {complaint[:400]}")
        for what, count in sorted(lost.items()):
            if count:
                print(f"{name}: misp-stix loses {count} {what}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
