#!/usr/bin/env python3
"""Judge of YAML files: PyYAML (and ruamel.yaml, where installed) read the same values as json reads from a JSON file.

usage: yaml.py FILE.yaml FILE.json [FILE.yaml FILE.json ...]

A YAML file holds one document or several; the JSON file then holds one value a line. Exit status 0: all equal;
1: a difference, which is printed; 77: PyYAML is not installed.
"""
import io
import json
import sys

sys.path = [entry for entry in sys.path if not entry.endswith("judges")]  # this file must not hide the package
try:
    import yaml
except ImportError:
    print("PyYAML is not installed")
    sys.exit(77)
try:
    from ruamel.yaml import YAML
except ImportError:
    YAML = None


def difference(left, right, path="$"):
    """The first place where two trees differ in value or type, or None."""
    if type(left) is not type(right):
        return f"{path}: {left!r} is not {right!r}"
    if isinstance(left, dict):
        if list(left) != list(right):
            return f"{path}: keys {list(left)!r} are not {list(right)!r}"
        pairs = [(f"{path}.{key}", left[key], right[key]) for key in left]
    elif isinstance(left, list):
        if len(left) != len(right):
            return f"{path}: {len(left)} elements, not {len(right)}"
        pairs = [(f"{path}[{index}]", *pair) for index, pair in enumerate(zip(left, right))]
    else:
        return None if left == right else f"{path}: {left!r} is not {right!r}"
    for inner, one, other in pairs:
        found = difference(one, other, inner)
        if found:
            return found
    return None


def readers():
    yield "PyYAML", lambda text: list(yaml.load_all(text, Loader=yaml.SafeLoader))
    if hasattr(yaml, "CSafeLoader"):
        yield "PyYAML with libyaml", lambda text: list(yaml.load_all(text, Loader=yaml.CSafeLoader))
    if YAML is not None:
        for version in ("1.1", "1.2"):
            def load(text, version=version):
                parser = YAML(typ="safe", pure=True)
                parser.version = version
                return list(parser.load_all(io.StringIO(text)))
            yield f"ruamel.yaml {version}", load


def main(names):
    wrong = 0
    for yaml_name, json_name in zip(names[::2], names[1::2]):
        with open(yaml_name, encoding="utf-8", newline="") as file:
            text = file.read()
        with open(json_name, encoding="utf-8", newline="\n") as file:
            content = file.read()
        try:
            expected = [json.loads(content)]
        except ValueError:
            expected = [json.loads(line) for line in content.split("\n") if line]
        for name, load in readers():
            try:
                found = difference(load(text), expected)
            except Exception as error:  # a reader that refuses the file is a finding
                found = f"refused: {error}"
            if found:
                wrong += 1
                print(f"{yaml_name}: {name}: {found}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
