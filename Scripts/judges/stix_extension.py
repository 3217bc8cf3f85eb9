#!/usr/bin/env python3
"""Checks that the extension in STIX bundles keeps its published schema, examples/stix/dossier-extension.schema.json.

usage: stix_extension.py BUNDLE.json...

A file may hold many bundles, each of which a byte 0 ends.

Exit codes: 0 all is well, 1 something is wrong, said on stdout, 77 jsonschema is not installed.
"""

import json
import pathlib
import sys

from texts import texts

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("needs the package jsonschema")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main(paths):
    """Judges all."""
    schema = json.loads((ROOT / "examples/stix/dossier-extension.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    wrong = count = 0
    for name, text in texts(paths):
        count += 1
        for thing in json.loads(text).get("objects", []):
            extension = thing.get("extensions", {}).get(schema["title"])
            for error in validator.iter_errors(extension) if extension else []:
                wrong += 1
                print(f"{name}: {thing['id']}: {error.message[:300]}")
    print(f"{count} bundles, {wrong} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
