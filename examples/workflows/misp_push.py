#!/usr/bin/env python3
"""Adds the events that `dossier export --format misp` wrote to a MISP, or brings those up to date that it has.

usage: misp_push.py [--dry-run] EVENT.json...

MISP_URL and MISP_KEY stand in the environment. --dry-run only loads the events. Needs PyMISP.
"""

import json
import os
import sys

from pymisp import MISPEvent, PyMISP


def events(path):
    """The events of a file: one, or a list as MISP's search gives."""
    with open(path, encoding="utf-8") as file:
        whole = json.load(file)
    for one in whole.get("response", [whole]):
        event = MISPEvent()
        event.load(one)
        yield event


def main(arguments):
    """Pushes every event; ends with 1 at the first that is refused."""
    paths = [argument for argument in arguments if argument != "--dry-run"]
    misp = None if "--dry-run" in arguments else PyMISP(os.environ["MISP_URL"], os.environ["MISP_KEY"])
    for event in (event for path in paths for event in events(path)):
        if misp:
            # The same report gives the same UUID, so what was pushed before is updated.
            push = misp.update_event if misp.event_exists(event) else misp.add_event
            answer = push(event)
            if "errors" in answer:
                sys.exit(f"{event.info}: {answer['errors']}")
        print(f"{event.uuid}  {len(event.objects)} objects, {len(event.attributes)} attributes  {event.info}")


if __name__ == "__main__":
    main(sys.argv[1:])
