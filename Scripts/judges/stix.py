#!/usr/bin/env python3
"""Judges STIX 2.1 bundles: no error and no warning of stix2-validator --strict --enforce-refs, and python stix2 reads
each without custom content.

usage: stix.py BUNDLE.json...

A file may hold many bundles, each of which a byte 0 ends. Many are judged on all cores.

Exit codes: 0 all is well, 1 something is wrong (said on stdout), 77 stix2-validator or stix2 is not installed.
"""

import io
import logging
import sys
from concurrent.futures import ProcessPoolExecutor

from texts import texts

try:
    import stix2
    from stix2validator import ValidationOptions, validate
except ImportError as missing:
    print(f"needs the packages stix2-validator and stix2: {missing}")
    sys.exit(77)


def complaints(text):
    """What is wrong with a bundle."""
    options = ValidationOptions(strict=True, enforce_refs=True, version="2.1")
    found = validate(io.StringIO(text), options)
    for result in found if isinstance(found, list) else [found]:
        for error in result.errors or []:
            yield f"error: {error}"
        for warning in result.warnings or []:
            yield f"warning: {warning}"
    try:
        stix2.parse(text, allow_custom=False, version="2.1")
    except Exception as problem:  # noqa: BLE001: whatever the library objects to
        yield f"stix2: {type(problem).__name__}: {problem}"


def judged(named):
    """What is wrong with a bundle, each with its name."""
    logging.disable(logging.WARNING)
    name, text = named
    return [f"{name}: {complaint[:400]}" for complaint in complaints(text)]


def main(paths):
    """Judges all, says what is wrong with each, and how many there were."""
    bundles = list(texts(paths))
    wrong = 0
    # Not multiprocessing.Pool: it ends its workers by SIGTERM, and a program that the tests start may have that signal
    # blocked, as its workers then have too: they would be waited for without end. This one fails if a worker dies.
    with ProcessPoolExecutor() as workers:
        for found in workers.map(judged, bundles, chunksize=4):
            for complaint in found:
                wrong += 1
                if wrong <= 40:
                    print(complaint)
    print(f"{len(bundles)} bundles, {wrong} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
