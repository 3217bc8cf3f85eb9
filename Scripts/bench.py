"""Measures the program: reading pages beside a bare libxml2 parse of the same pages, from pasted text to every format
in one process, and the time to start.

Everything is measured on one core, the best of several runs; floors of the same run stand beside it, so that figures
of two machines can be compared. Prints one line a figure.
"""
import gzip
import importlib.util
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = str(ROOT / ".build/release/dossier")
READING = str(ROOT / ".build/release/ReadingBenchmark")
ARTICLES = sorted((ROOT / "examples/articles").glob("*.txt"))
# Pages of other people, where they are beside the project; else our own.
PAGES = ROOT.parent / "shared/data/article-bodies/html"
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


def figures_of(*arguments):
    """What the tool for reading prints: names and numbers."""
    output = subprocess.run([READING, *arguments], capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split("\t") for line in output.splitlines())}


def read_pages(folder):
    """Reading pages to documents, beside floors of the same run."""
    pages = []
    for source in sorted(PAGES.glob("*.html.gz")) or sorted((ROOT / "examples/articles").glob("*.html")):
        page = pathlib.Path(folder, source.name.removesuffix(".gz"))
        page.write_bytes(gzip.decompress(source.read_bytes()) if source.suffix == ".gz" else source.read_bytes())
        pages.append(page)
    figures = figures_of("20", *map(str, pages))
    megabytes = figures["bytes"] / 1e6
    print(f"{len(pages)} pages, {megabytes:.2f} MB, one core, best of 20 for each page")
    parse, read = figures["parse"] / 1e9, figures["read"] / 1e9
    show("floor: libxml2's own tree of the same pages", megabytes / parse, "MB/s")
    show("reading: page to document", megabytes / read, "MB/s",
         f"{figures['ratio']:.2f} × the floor; pages: median {figures['median']:.2f}, highest {figures['highest']:.2f}")
    if importlib.util.find_spec("trafilatura"):
        import trafilatura
        texts = [page.read_bytes() for page in pages]
        for fast in [True, False]:
            start = time.perf_counter()
            for text in texts:
                trafilatura.extract(text, fast=fast, with_metadata=True)
            seconds = time.perf_counter() - start
            show(f"trafilatura {trafilatura.__version__}, {'fast' if fast else 'precise'}", megabytes / seconds, "MB/s",
                 f"{seconds / parse:.2f} × the floor, {seconds / read:.0f} × ours")
    else:
        print("trafilatura is not installed: no figure beside ours (pip install trafilatura in .venv for one)")
    # Memory tells something where the page is large: each page is repeated until it is.
    ratios = []
    for page in pages:
        data = page.read_bytes()
        page.write_bytes(data * (1 + 4_000_000 // len(data)))
        memory = figures_of("memory", str(page))
        page.unlink()
        ratios.append(memory["peak"] / memory["bytes"])
    show("memory to hold and read the pages, each repeated to 4 MB", statistics.median(ratios), "× page",
         f"median; highest {max(ratios):.1f} × the page")


def main():
    one_core()
    with tempfile.TemporaryDirectory() as folder:
        read_pages(folder)
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
