#!/usr/bin/env python3
"""Judges ATT&CK Navigator layers by the rules of layer format 4.5: required properties, versions, techniques that
Navigator keeps, metadata with names and values, gradients of two colours or more.

usage: navigator.py LAYER.json...

Exit codes: 0 all is well, 1 something is wrong, said on stdout.
"""

import json
import re
import sys

DOMAINS = {"enterprise-attack", "mobile-attack", "ics-attack"}
KEYS = {"name", "versions", "domain", "description", "techniques", "gradient", "metadata"}
TECHNIQUE_KEYS = {"techniqueID", "score", "comment", "enabled", "showSubtechniques", "metadata", "links", "color", "tactic"}


def complaints(layer):
    """What is wrong with a layer."""
    versions = layer.get("versions", {})
    if versions.get("layer") != "4.5":
        yield f"versions.layer is {versions.get('layer')!r}"
    if tuple(int(part) for part in versions.get("navigator", "0").split(".")) < (4, 9, 0):
        yield f"versions.navigator is {versions.get('navigator')!r}"
    if not re.fullmatch(r"\d+(\.\d+)?", versions.get("attack", "")):
        yield f"versions.attack is {versions.get('attack')!r}"
    if not layer.get("name") or layer.get("domain") not in DOMAINS:
        yield "name or domain is missing"
    if set(layer) - KEYS:
        yield f"unknown properties {set(layer) - KEYS}"
    seen = set()
    for technique in layer.get("techniques", []):
        name = technique.get("techniqueID", "")
        if not re.fullmatch(r"T\d{4}(\.\d{3})?", name) or name in seen:
            yield f"technique {name!r} is no technique, or stands twice"
        seen.add(name)
        if not technique.get("score") and not technique.get("comment"):
            yield f"technique {name} has neither score nor comment"
        if set(technique) - TECHNIQUE_KEYS:
            yield f"technique {name} has unknown properties"
    for holder in [layer, *layer.get("techniques", [])]:
        for entry in holder.get("metadata", []):
            if not entry.get("name") or not entry.get("value") or not all(isinstance(v, str) for v in entry.values()):
                yield f"metadata {entry} needs a name and a value"
    if len(layer.get("gradient", {}).get("colors", [])) < 2:
        yield "the gradient has fewer than two colours"


def main(paths):
    """Judges all."""
    wrong = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for complaint in complaints(json.load(file)):
                wrong += 1
                print(f"{path.rsplit('/', 1)[-1]}: {complaint[:300]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
