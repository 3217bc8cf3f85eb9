#!/usr/bin/env python3
"""Judges STIX 2.1 bundles: no error and no warning of stix2-validator --strict --enforce-refs, and python stix2 reads
each without custom content.

usage: stix.py BUNDLE.json...

Exit codes: 0 all is well, 1 something is wrong (said on stdout), 77 stix2-validator or stix2 is not installed.
"""

import logging
import sys

try:
    import stix2
    from stix2validator import ValidationOptions, validate_file
except ImportError as missing:
    print(f"needs the packages stix2-validator and stix2: {missing}")
    sys.exit(77)


def complaints(path):
    """What is wrong with the bundle at path."""
    options = ValidationOptions(strict=True, enforce_refs=True, version="2.1")
    for result in validate_file(path, options).object_results:
        for error in result.errors or []:
            yield f"error: {error}"
        for warning in result.warnings or []:
            yield f"warning: {warning}"
    with open(path, encoding="utf-8") as file:
        try:
            stix2.parse(file.read(), allow_custom=False, version="2.1")
        except Exception as problem:  # noqa: BLE001: whatever the library objects to
            yield f"stix2: {type(problem).__name__}: {problem}"


def main(paths):
    """Judges all, and says what is wrong with each."""
    logging.disable(logging.WARNING)
    wrong = 0
    for path in paths:
        for complaint in complaints(path):
            wrong += 1
            if wrong <= 40:
                print(f"{path.rsplit('/', 1)[-1]}: {complaint[:400]}")
    if wrong:
        print(f"{wrong} complaints about {len(paths)} bundles")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
