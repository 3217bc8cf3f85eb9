#!/usr/bin/env python3
"""Judge of graphs: networkx reads GraphML and Graphviz reads DOT with the nodes that the report has.

usage: graph.py FILE.graphml|FILE.dot FILE.json [...]

Exit status 0: all well; 1: a finding, which is printed; 77: what reads a form is not installed (the others are well).
"""
import json
import re
import shutil
import subprocess
import sys

try:
    import networkx
except ImportError:
    networkx = None


def plain(text):
    """The words of a label, whatever the notation made of spaces and of characters it cannot hold."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", "\ufffd", text)
    return re.sub(r"[\s\x85]", " ", text)


def expected(report):
    return sorted(
        [plain(entity["name"]) for entity in report["entities"]] + [plain(event["label"]) for event in report["events"]]
        + [plain(f"{part['attack_id']} {part['name']}") for part in report["techniques"]]
        + [plain(part["value"]) for part in report["indicators"]])


def main(names):
    wrong, missing = 0, set()
    for name, report_name in zip(names[::2], names[1::2]):
        with open(report_name, encoding="utf-8") as file:
            report = json.load(file)
        if name.endswith(".graphml"):
            if networkx is None:
                missing.add("networkx")
                continue
            graph = networkx.read_graphml(name, force_multigraph=True)
            nodes = [data for _, data in graph.nodes(data=True)]
            labels = sorted(plain(data.get("label", "")) for data in nodes if data["sort"] != "claim")
            claims = [data["part"] for data in nodes if data["sort"] == "claim"]
        else:
            if not shutil.which("dot"):
                missing.add("Graphviz")
                continue
            run = subprocess.run(["dot", "-Tdot_json", name], capture_output=True, check=False, timeout=120)
            if run.returncode or run.stderr:
                print(f"{name}: {run.stderr.decode('utf-8', 'replace')[:500]}")
                wrong += 1
                continue
            nodes = [node for node in json.loads(run.stdout).get("objects", [])]
            texts = [
                (node["label"].replace('\\"', '"').replace("\\\\", "\\").replace("&amp;", "&"), node["shape"])
                for node in nodes
            ]
            labels = sorted(plain(text) for text, shape in texts if shape != "ellipse")
            claims = [text.split(": ")[0] for text, shape in texts if shape == "ellipse"]
        if labels != expected(report):
            pairs = [pair for pair in zip(labels, expected(report)) if pair[0] != pair[1]]
            print(f"{name}: {len(labels)} labels, {len(expected(report))} in the report; {pairs[:2]}")
            wrong += 1
        if claims != [claim["id"] for claim in report["claims"]]:
            print(f"{name}: other claims than the report's")
            wrong += 1
    if wrong:
        return 1
    if missing:
        print("not installed: " + ", ".join(sorted(missing)))
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
