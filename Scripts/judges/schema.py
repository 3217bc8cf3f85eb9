#!/usr/bin/env python3
"""Judge of our JSON Schemas: what is said to keep them does.

usage: schema.py SCHEMA.json [SORT=]FILE [...]

FILE is one YAML or JSON document, or JSON lines where it is called so (.jsonl). SORT is the name of a part of the
schema's $defs that it is held against, such as to_program of 'dossier schema protocol'; without it, the whole schema.
Exit status 0: all well; 1: a finding, which is printed; 77: jsonschema or ruamel.yaml is not installed.
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
    from ruamel.yaml import YAML
except ImportError as missing:
    print(f"not installed: {missing.name}")
    sys.exit(77)


def documents(name):
    with open(name, encoding="utf-8") as file:
        if name.endswith(".jsonl"):
            return [json.loads(line) for line in file if line.strip()]
        return [YAML(typ="safe").load(file)]


def main(schema_name, parts):
    with open(schema_name, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    wrong = 0
    for part in parts:
        sort, _, name = part.rpartition("=")
        asked = {"$ref": f"#/$defs/{sort}", "$defs": schema["$defs"]} if sort else schema
        found = documents(name)
        if not found:
            print(f"{name}: nothing is in it")
            wrong += 1
        for number, document in enumerate(found, 1):
            for error in Draft202012Validator(asked).iter_errors(document):
                print(f"{name}, document {number}, {error.json_path}: {error.message[:200]}")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
