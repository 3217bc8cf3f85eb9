#!/usr/bin/env python3
"""Judge of the protocol of programs that export: lines against its JSON Schema ('dossier schema protocol').

usage: protocol.py SCHEMA.json SORT=LINES.jsonl [...]

SORT is the name of a part of the schema's $defs: said_by_program, to_program or from_program. Exit status 0: all well;
1: a finding, which is printed; 77: jsonschema is not installed.
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("jsonschema is not installed")
    sys.exit(77)


def main(schema_name, parts):
    with open(schema_name, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    wrong = 0
    for part in parts:
        sort, name = part.split("=", 1)
        validator = Draft202012Validator({"$ref": f"#/$defs/{sort}", "$defs": schema["$defs"]})
        with open(name, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file if line.strip()]
        if not lines:
            print(f"{name}: no lines")
            wrong += 1
        for number, line in enumerate(lines, 1):
            for error in validator.iter_errors(line):
                print(f"{name}:{number}: {error.message[:200]}")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
