"""Measures exporters alone, from reports in memory to bytes in memory, beside what others write of the same content:
python stix2 the same bundles, orjson the same reports as JSON, PyYAML's C emitter the same as YAML, Python's csv the
same rows. Best of several runs, on one core, in seconds of processor time. Prints a line a figure.

usage: bench_exporters.py EXPORT_BENCHMARK
"""
import csv
import gc
import importlib.metadata
import importlib.util
import io
import json
import os
import subprocess
import sys
import time

# Enough for steady figures; python stix2 gets fewer, as it is slow.
# Many rounds: the smallest format takes 4 ms, and the first few of them measure the machine waking up.
REPORTS, ROUNDS = 500, 20
BUNDLES = 50


def show(what, value, note=""):
    print(f"{what:<58}{value:>10.2f} {'MB/s':<10}{note}", flush=True)


def best_of(runs, write):
    """Bytes that `write` makes, and the least time that it takes."""
    best = float("inf")
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        made = write()
        best = min(best, time.process_time() - start)
    return sum(map(len, made)), best


def written(benchmark, exporter, count, how="each"):
    """What our exporter writes of generated reports: a text a report, or one of all."""
    data = subprocess.run([benchmark, "write", exporter, "1", str(count), how], capture_output=True, check=True).stdout
    return [piece.decode() for piece in (data.split(b"\0")[:-1] if how == "each" else [data])]


def stix2_figures(benchmark):
    """Objects made and written, and written only."""
    import stix2
    contents = [json.loads(text) for text in written(benchmark, "stix", BUNDLES)]
    made = [stix2.parse(content, version="2.1") for content in contents]
    yield "objects made and written", best_of(
        2, lambda: [stix2.parse(content, version="2.1").serialize().encode() for content in contents])
    yield "written only", best_of(2, lambda: [bundle.serialize().encode() for bundle in made])


def orjson_figures(benchmark):
    import orjson
    contents = [json.loads(text) for text in written(benchmark, "json", REPORTS)]
    yield "compact", best_of(ROUNDS, lambda: [orjson.dumps(content) for content in contents])
    yield "indented", best_of(
        ROUNDS, lambda: [orjson.dumps(content, option=orjson.OPT_INDENT_2) for content in contents])


def yaml_figures(benchmark):
    import yaml
    contents = [json.loads(text) for text in written(benchmark, "json", REPORTS)]
    events = [list(yaml.parse(yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True),
                              Loader=yaml.CSafeLoader)) for content in contents[:100]]
    yield "dumped", best_of(2, lambda: [
        yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, encoding="utf-8")
        for content in contents[:100]])
    yield "events emitted only", best_of(2, lambda: [
        yaml.emit(each, Dumper=yaml.CSafeDumper, allow_unicode=True, width=1000).encode() for each in events])


def csv_figures(benchmark):
    [text] = written(benchmark, "csv", REPORTS, "together")
    rows = list(csv.reader(io.StringIO(text, newline="")))

    def write():
        table = io.StringIO(newline="")
        csv.writer(table).writerows(rows)
        return [table.getvalue().encode()]

    yield "rows of texts", best_of(ROUNDS, write)


# What stands beside an exporter: a name, the module and the package that it is in (none for Python's own).
PEERS = {
    "stix": ("python stix2", "stix2", "stix2", stix2_figures),
    "json": ("orjson", "orjson", "orjson", orjson_figures),
    "yaml": ("PyYAML, libyaml's emitter", "yaml", "PyYAML", yaml_figures),
    "csv": ("python csv", "csv", None, csv_figures),
}


def main(benchmark):
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"exporters alone, {REPORTS} generated reports in memory, one core, best of {ROUNDS}")
    lines = subprocess.run([benchmark, "speed", str(REPORTS), str(ROUNDS)], capture_output=True, text=True, check=True)
    for line in lines.stdout.splitlines():
        name, size, seconds = line.split("\t")
        ours = int(size) / float(seconds) / 1e6
        show(f"export alone: {name}", ours, f"{int(size) / 1e6:.2f} MB")
        if name not in PEERS:
            continue
        peer, module, package, figures = PEERS[name]
        if importlib.util.find_spec(module) is None:
            print(f"  {peer}: not installed, no figure (pip install {package} in .venv for one)")
            continue
        version = f" {importlib.metadata.version(package)}" if package else ""
        for what, (count, time_taken) in figures(benchmark):
            theirs = count / time_taken / 1e6
            show(f"  {peer}{version}: {what}", theirs, f"{count / 1e6:.2f} MB; ours {ours / theirs:.1f} ×")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
