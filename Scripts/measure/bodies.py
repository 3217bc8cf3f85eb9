#!/usr/bin/env python3
"""Scores article bodies that `dossier read` finds in pages, by the measure of the public article-extraction-benchmark.

usage: bodies.py [--worst N] [--beside] DIR

DIR is a clone of that benchmark (github.com/scrapinghub/article-extraction-benchmark), or any folder with
`ground-truth.json` ({id: {"articleBody": …, "url": …}}) and `html/ID.html.gz`. The measure: precision and recall of
runs of four words as multisets, averaged over the pages, and F1 of the averages. `--beside` scores and times trafilatura
on the same pages where the Python that runs this has it; both read every page once, ours in a process a page.
"""
import argparse, gzip, json, os, re, statistics, subprocess, sys, tempfile, time
from collections import Counter


def shingles(text, size=4):
    words = re.findall(r"\w+", text or "")
    return Counter(tuple(words[max(0, i):i + size]) for i in range(max(1, len(words) - size + 1))) if words else Counter()


def score(truth, found):
    truth, found = shingles(truth), shingles(found)
    shared = sum((truth & found).values())
    extra, missing = sum((found - truth).values()), sum((truth - found).values())
    if not extra and not missing:
        return 1.0, 1.0
    return (shared / (shared + extra) if shared else 0.0), (shared / (shared + missing) if shared else 0.0)


def ours(path):
    program = os.environ.get("DOSSIER", ".build/release/dossier")
    run = subprocess.run([program, "read", "--format", "json", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return json.loads(run.stdout)["text"] if run.returncode == 0 else ""


def measure(name, read, truth, folder, worst):
    rows, seconds = [], 0.0
    for key, value in truth.items():
        started = time.perf_counter()
        text = read(os.path.join(folder, key + ".html"))
        seconds += time.perf_counter() - started
        rows.append((*score(value.get("articleBody", ""), text), key, value.get("url", "")))
    precision, recall = (statistics.mean(row[i] for row in rows) for i in (0, 1))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{name}: {len(rows)} pages, precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}, {seconds:.1f} s")
    rows.sort(key=lambda row: 2 * row[0] * row[1] / (row[0] + row[1]) if row[0] + row[1] else 0.0)
    for row in rows[:worst]:
        print(f"  {row[0]:.3f} {row[1]:.3f} {row[2][:8]} {row[3]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N pages that score lowest")
    parser.add_argument("--beside", action="store_true", help="also trafilatura")
    parser.add_argument("dir")
    options = parser.parse_args()
    with open(os.path.join(options.dir, "ground-truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        for key in truth:
            with gzip.open(os.path.join(options.dir, "html", key + ".html.gz")) as packed:
                with open(os.path.join(folder, key + ".html"), "wb") as page:
                    page.write(packed.read())
        measure("dossier", ours, truth, folder, options.worst)
        if options.beside:
            try:
                import trafilatura
            except ImportError:
                sys.exit("trafilatura is not installed: pip install trafilatura")
            for name, arguments in (("", {}), (", favouring precision", {"favor_precision": True}), (", fast", {"fast": True})):
                def theirs(path):
                    with open(path, "rb") as page:
                        return trafilatura.extract(page.read(), include_comments=False, **arguments) or ""
                measure(f"trafilatura {trafilatura.__version__}{name}", theirs, truth, folder, 0)


if __name__ == "__main__":
    main()
