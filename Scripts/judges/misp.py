#!/usr/bin/env python3
"""Judges MISP events: PyMISP loads them, types and categories are pairs of describeTypes, objects keep their templates
(misp-objects' and those of examples/misp/objects), references lead to parts of the event by published relationships,
and nothing is asserted but that somebody claims it.

usage: misp.py EVENT.json...

Exit codes: 0 all is well, 1 something is wrong, said on stdout, 77 PyMISP is not installed.
"""

import json
import logging
import pathlib
import re
import sys

try:
    from pymisp import MISPEvent, MISPObject
    import pymisp
except ImportError as missing:
    print(f"needs the package pymisp: {missing}")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
OWN = ROOT / "examples/misp/objects"
DATA = pathlib.Path(pymisp.__file__).parent / "data"
TYPES = json.loads((DATA / "describeTypes.json").read_text(encoding="utf-8"))["result"]
RELATIONS = {
    value["name"]
    for value in json.loads((DATA / "misp-objects/relationships/definition.json").read_text(encoding="utf-8"))["values"]
}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
PARTY = {
    "state": {"state"}, "agency": {"agency", "organisation"}, "company": {"company", "organisation"},
    "person": {"person"}, "group": {"group", "campaign"}, "state-backed": {"group", "campaign"},
    "unknown": {"group", "campaign"}, "from-territory": set(),
}


def values(thing, relation):
    """An object's values of one relation."""
    return [part["value"] for part in thing.get("Attribute", []) if part["object_relation"] == relation]


def attributes(event):
    """All attributes, of the event and of its objects."""
    yield from event["Attribute"]
    for thing in event["Object"]:
        yield from thing["Attribute"]


def form(event):
    """What is wrong with the form of an event."""
    if not 0 < len(event["info"]) <= 256 or "\n" in event["info"]:
        yield f"info has {len(event['info'])} characters, or several lines"
    for key in ("timestamp", "publish_timestamp", "org_id", "orgc_id", "distribution", "analysis", "threat_level_id"):
        if not isinstance(event[key], str) or not event[key].isdigit():
            yield f"{key} is {event[key]!r}"
    if not any(tag["name"].startswith("tlp:") for tag in event["Tag"]):
        yield "the event has no TLP"
    ids = [event["uuid"]] + [part["uuid"] for part in attributes(event)] + [thing["uuid"] for thing in event["Object"]]
    ids += [part["uuid"] for thing in event["Object"] for part in thing.get("ObjectReference", [])]
    ids += [part["uuid"] for thing in event["Object"] for part in thing.get("Opinion", [])]
    ids += [part["uuid"] for part in event.get("EventReport", [])]
    if len(set(ids)) != len(ids):
        yield "a UUID stands twice"
    yield from (f"{one} is no UUID of version 5" for one in ids if not UUID.fullmatch(one))
    for part in attributes(event):
        if part["type"] not in TYPES["category_type_mappings"].get(part["category"], []):
            yield f"type {part['type']} does not go with category {part['category']}"
        if not part["value"].strip():
            yield f"attribute {part['uuid']} is empty"
    seen = set()
    for part in event["Attribute"]:
        key = (part["type"], part["category"], part["value"])
        if key in seen:
            yield f"MISP refuses the second {part['value']!r}"
        seen.add(key)


def templates(event):
    """Which objects break their template."""
    for thing in event["Object"]:
        own = thing["name"].startswith("dossier-")
        made = MISPObject(thing["name"], strict=True, **({"misp_objects_path_custom": OWN} if own else {}))
        if not made._known_template:
            yield f"no template for {thing['name']}"
            continue
        if (made.template_uuid, str(made.template_version)) != (thing["template_uuid"], thing["template_version"]):
            yield f"{thing['name']}: another template than {made.template_uuid} {made.template_version}"
        try:
            for part in thing["Attribute"]:
                made.add_attribute(part["object_relation"], value=part["value"], category=part["category"])
                if part["type"] != made._definition["attributes"][part["object_relation"]]["misp-attribute"]:
                    yield f"{thing['name']} {part['object_relation']} is a {part['type']}"
            made.to_json()
        except Exception as problem:  # noqa: BLE001: whatever the library objects to
            yield f"{thing['name']} ({thing['comment'][:40]}): {type(problem).__name__}: {problem}"


def references(event):
    """Which references and opinions lead nowhere or say too much."""
    things = {thing["uuid"]: thing for thing in event["Object"]}
    known = set(things) | {part["uuid"] for part in event["Attribute"]}
    for thing in event["Object"]:
        for reference in thing.get("ObjectReference", []):
            if reference["referenced_uuid"] not in known or reference["object_uuid"] != thing["uuid"]:
                yield f"a reference of {thing['comment'][:40]} leads nowhere"
            if reference["relationship_type"] not in RELATIONS:
                yield f"relationship {reference['relationship_type']} is not published"
            if reference["relationship_type"] == "attributed-to":
                kind = things[reference["referenced_uuid"]]["comment"].split(": ")[1].split("; ")[0]
                claim = (values(thing, "polarity"), values(thing, "level"))
                if thing["name"] != "dossier-claim" or claim[0] != ["affirm"] or kind not in PARTY[claim[1][0]]:
                    yield f"{thing['comment'][:40]} is attributed to a {kind} at level {claim[1]}"
        for opinion in thing.get("Opinion", []):
            if opinion["object_uuid"] != thing["uuid"] or thing["name"] != "dossier-claim":
                yield "an opinion is not on its claim"
    if any(tag["name"].startswith("misp-galaxy:") for tag in event["Tag"]):
        yield "the event as a whole is tagged with a cluster"
    claims = {values(thing, "claim")[0]: thing for thing in event["Object"] if thing["name"] == "dossier-claim"}
    for name, claim in claims.items():
        if values(claim, "act") != ["deny"] and values(claim, "polarity") != ["deny"]:
            continue
        for answered in values(claim, "answers"):
            opinions = claims[answered].get("Opinion", []) if answered in claims and answered != name else []
            if answered in claims and answered != name and not any(
                    one["opinion"] == "0" and one["comment"].startswith(name + ": ") for one in opinions):
                yield f"the denial {name} of {answered} is no opinion"


def complaints(path):
    """What is wrong with the events of a file."""
    data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    for wrapped in data["response"] if "response" in data else [data]:
        event = wrapped["Event"]
        yield from form(event)
        yield from templates(event)
        yield from references(event)
        try:
            loaded = MISPEvent()
            loaded.load(json.dumps(wrapped))
            found = (len(loaded.attributes), len(loaded.objects), len(loaded.event_reports))
            if found != (len(event["Attribute"]), len(event["Object"]), len(event.get("EventReport", []))):
                yield f"PyMISP reads {found} parts"
            json.loads(loaded.to_json())
            loaded.to_feed(with_meta=True)
        except Exception as problem:  # noqa: BLE001: whatever the library objects to
            yield f"PyMISP: {type(problem).__name__}: {problem}"


def main(paths):
    """Judges all, and the published templates."""
    logging.disable(logging.WARNING)
    wrong = 0
    for path in paths:
        for complaint in complaints(path):
            wrong += 1
            if wrong <= 40:
                print(f"{path.rsplit('/', 1)[-1]}: {complaint[:300]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
