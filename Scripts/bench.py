"""Measures the program: from pasted text to every format in one process, and the time to start.

Everything is measured on one core, the best of several runs; floors of the same run stand beside it, so that figures
of two machines can be compared. Prints one line a figure.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = str(ROOT / ".build/release/dossier")
ARTICLES = sorted((ROOT / "examples/articles").glob("*.txt"))
COPIES = 200
RUNS = 3


def one_core():
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def run(*arguments, times=RUNS):
    """The least wall-clock time of a command, in seconds, and its peak memory in MiB."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        result = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        best = min(best, time.perf_counter() - start)
        if result.returncode != 0:
            sys.exit(f"{' '.join(arguments[:4])} …: exit code {result.returncode}\n{result.stderr.decode()[:2000]}")
    return best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def show(what, value, unit, note=""):
    print(f"{what:<58}{value:>10.2f} {unit:<10}{note}", flush=True)


def main():
    one_core()
    exporters = subprocess.run([PROGRAM, "exporters", "list"], capture_output=True, text=True, check=True)
    names = [line.split()[0] for line in exporters.stdout.splitlines()]
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        inputs = pathlib.Path(folder, "in")
        inputs.mkdir()
        size = 0
        for number in range(COPIES):
            for article in ARTICLES:
                # A number in the text makes every report its own.
                text = article.read_text(encoding="utf-8") + f"\nNo {number}.\n"
                data = text.encode()
                size += len(data)
                (inputs / f"{number:04}-{article.name}").write_bytes(data)
        count = COPIES * len(ARTICLES)
        megabytes = size / 1e6
        out = pathlib.Path(folder, "out")
        print(f"{count} articles of pasted text, {megabytes:.2f} MB, one core, best of {RUNS}")

        floor, _ = run("cat", *map(str, sorted(inputs.iterdir())))
        show("floor: cat of the same files", megabytes / floor, "MB/s")
        read, _ = run(PROGRAM, "read", "--format", "json", str(inputs))
        show("read: to JSON", megabytes / read, "MB/s", f"{read / floor:.0f} × the floor")
        extract, _ = run(PROGRAM, "extract", "--format", "jsonl", str(inputs))
        show("extract: to reports", megabytes / extract, "MB/s", f"{extract / floor:.0f} × the floor")
        for formats in [["stix", "yaml", "csv", "markdown"], *([name] for name in names)]:
            formats = [name for name in formats if name in names]
            shutil.rmtree(out, ignore_errors=True)
            outputs = "".join(f"  - {{ exporter: {name}, to: out/all.{name} }}\n" for name in formats)
            config = pathlib.Path(folder, "bench.yaml")
            config.write_text(f"version: 1\noutputs:\n{outputs}")
            seconds, peak = run(PROGRAM, "export", "--quiet", "--config", str(config), str(inputs))
            show(f"export: {', '.join(formats)}", megabytes / seconds, "MB/s",
                 f"{count / seconds:.0f} articles/s, {peak:.0f} MiB")
    bare, _ = run("/bin/true", times=30)
    show("floor: start of /bin/true", bare * 1000, "ms")
    start, _ = run(PROGRAM, "--version", times=30)
    show("start: dossier --version", start * 1000, "ms")
    small, _ = run(PROGRAM, "export", "--format", "yaml", str(ARTICLES[0]), times=30)
    show("start: one small article to YAML", small * 1000, "ms")


main()
