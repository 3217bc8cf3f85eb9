"""Measures finding indicators and names in plain text, beside ripgrep with a pattern for each kind of indicator on the same
file in the same run; then the table's start and size, and what 100,000 names of a user's cost. All in processor time.

usage: Scripts/bench_knowledge.py [KnowledgeBenchmark]
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/KnowledgeBenchmark")
ARTICLES = sorted((ROOT / "examples/articles").glob("*.txt"))
MEGABYTES = 20
RUNS = 5
# As reports print them, a few lines to an article.
INDICATORS = """It connects to 45.67.229[.]{n} and hxxps://cdn-{n}.saltlamp[.]net/a/b.php?x={n}, then writes C:\\Windows\\Temp\\a{n}.dll.
SHA-256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f{n:05}
MD5: d41d8cd98f00b204e9800998ecf{n:05} (CVE-2024-{n:05}); write to desk{n}[at]saltlamp[.]net
"""
DOT = r"(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\))"
# One pattern for each kind that the scanner reads, with the common disguises; looser where a pattern cannot tell.
PATTERNS = [
    rf"\b\d{{1,3}}(?:{DOT}\d{{1,3}}){{3}}(?:/\d\d?)?\b",
    r"\b(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{1,4}\b",
    rf"\b(?:[a-z0-9-]+{DOT})+[a-z]{{2,18}}\b",
    r"\b(?:h[xt]{2}ps?|ftp)(?:\[:\]|:)//[^\s<>]+",
    rf"\b[a-z0-9._+-]+(?:@|\[at\]|\(at\)|\[@\])(?:[a-z0-9-]+{DOT})+[a-z]{{2,18}}\b",
    r"\b[0-9a-f]{32}\b|\b[0-9a-f]{40}\b|\b[0-9a-f]{64}\b|\b[0-9a-f]{128}\b",
    r"\bCVE-\d{4}-\d{4,7}\b|\bCWE-\d{1,5}\b|\bCAPEC-\d{1,5}\b|\bAS\d{4,10}\b",
    r"\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b",
    r"\b[a-z]:\\[^\s<>|]+|%[a-z]+%\\[^\s<>|]+|\bHK(?:LM|CU|CR|U|EY_[A-Z_]+)\\[^\s<>|]+",
    r"(?:^|\s)/(?:etc|usr|var|tmp|opt|home|bin|dev|proc)/[^\s<>]+",
    r"\b[a-z0-9_-]+\.(?:exe|dll|ps1|bat|vbs|js|docx?|xlsx?|pdf|zip|rar|lnk|sh|py)\b",
    r"\b(?:bc1[a-z0-9]{20,80}|[13][1-9a-km-z]{25,34}|0x[0-9a-f]{40}|4[0-9ab][1-9a-z]{93})\b",
    r"\b\d{1,8}:[a-z0-9+/]{8,}:[a-z0-9+/]{8,}", r"\bcpe:(?:/|2\.3:)[a-z0-9:._*-]+", r"Mozilla/\d\.\d \([^)]*\)",
]


def show(what, value, unit, note=""):
    print(f"{what:<58}{value:>10.2f} {unit:<10}{note}", flush=True)


def figures_of(*arguments):
    output = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split("\t") for line in output.splitlines())}


def write_text(path, appendix):
    """Articles over and over, each with an appendix of indicators, or none but their own."""
    articles = [article.read_text(encoding="utf-8") for article in ARTICLES]
    size, number = 0, 0
    with open(path, "w", encoding="utf-8") as out:
        while size < MEGABYTES * 1_000_000:
            text = articles[number % len(articles)] + "\n" + appendix.format(n=number % 250 + 1) + "\n"
            size += len(text.encode())
            number += 1
            out.write(text)
    return size


def processor_time():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def search(path, folder):
    """The least time of ripgrep, or of grep, with all patterns on the file, and how many places it found."""
    if tool := shutil.which("rg"):
        patterns = pathlib.Path(folder, "patterns")
        patterns.write_text("\n".join(PATTERNS) + "\n")
        command = [tool, "--no-config", "-j1", "-i", "--no-unicode", "--count-matches", "-f", str(patterns), path]
        version = subprocess.run([tool, "--version"], capture_output=True, text=True).stdout.split()[1]
        name = f"ripgrep {version}"
    else:
        command = ["grep", "-c", "-i", "-P", "|".join(PATTERNS), path]
        name = "grep -P (ripgrep is not installed; its count is of lines)"
    best, found = float("inf"), "0"
    for _ in range(3):
        start = processor_time()
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
        best = min(best, processor_time() - start)
        if done.returncode > 1:
            sys.exit(f"{command[0]}: {done.stderr[:500]}")
        found = done.stdout.strip()
    return name, best, found


def main():
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        for what, appendix in [("articles", ""), ("articles, each with eight indicators more", INDICATORS)]:
            path = str(pathlib.Path(folder, "text.txt"))
            megabytes = write_text(path, appendix) / 1e6
            print(f"{what}: {megabytes:.2f} MB of plain text, one core, best of {RUNS}")
            name, seconds, found = search(path, folder)
            figures = figures_of(str(RUNS), path)
            ours = figures["indicators"] / 1e9
            show(f"floor: {name}, {len(PATTERNS)} patterns", megabytes / seconds, "MB/s", f"{found} places")
            show("indicators: found, refanged and checked", megabytes / ours, "MB/s",
                 f"{seconds / ours:.2f} × its speed, {figures['found-indicators']:.0f} indicators")
    show("tokens alone", megabytes * 1e9 / figures["tokens"], "MB/s")
    show("names and cues: tokens, folding and the whole table", megabytes * 1e9 / figures["names"], "MB/s",
         f"{figures['found-names']:.0f} found")
    show("the same with 100,000 names more", megabytes * 1e9 / figures["more-names"], "MB/s",
         f"{figures['more-names'] / figures['names']:.2f} × the time")
    starts = [figures_of("start") for _ in range(20)]
    show("the table: first use to first match", min(start["first"] for start in starts) / 1e6, "ms",
         f"{starts[0]['size'] / 1e6:.2f} MB, {starts[0]['entries']:.0f} entries")


main()
