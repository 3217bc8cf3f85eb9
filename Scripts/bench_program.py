"""Measures what an exporter that is a program costs: the Python program that `dossier exporters new` writes, which sends
each report's lines at once. Two figures: its time for one small article beside its interpreter's bare start, and the
memory of the program and of dossier for 1,000 and for 10,000 reports.

usage: bench_program.py DOSSIER
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "examples/articles/en-larrey-vaccine.txt"
RUNS = 40


def show(what, value, unit, note=""):
    print(f"{what:<58}{value:>10.2f} {unit:<10}{note}", flush=True)


def peak_of(arguments, environment):
    """The peak memory of a command in MiB, its own and not that of the programs that it starts, and what it says."""
    # /proc tells of the process alone; what the kernel tells of one that has ended counts its children in.
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    status, peak = pathlib.Path(f"/proc/{process.pid}/status"), 0.0
    while process.poll() is None:
        found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
        peak = max(peak, int(found[1]) / 1024 if found else 0)
        time.sleep(0.02)
    said = process.stderr.read()
    if process.returncode != 0:
        sys.exit(f"{' '.join(arguments[:4])} …: exit code {process.returncode}\n{said[:2000]}")
    return peak, said


def start_cost(dossier, environment):
    """Times of one small article, turn and turn about, so that what disturbs one disturbs all."""
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "with json": [sys.executable, "-c", "import json, sys"],
        "built-in": [dossier, "export", "--quiet", "--format", "json", "--to", "-", str(ARTICLE)],
        "program": [dossier, "export", "--quiet", "--format", "bench", "--to", "-", str(ARTICLE)],
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(RUNS):
        for name, arguments in commands.items():
            start = time.perf_counter()
            subprocess.run(arguments, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            best[name] = min(best[name], (time.perf_counter() - start) * 1000)
    return best


def main(dossier):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([dossier, "exporters", "new", "bench"], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        program = pathlib.Path(folder, "dossier-export-bench")
        lines = program.read_text().splitlines()
        # The same interpreter as for the floor, whatever the path has.
        program.write_text("\n".join([f"#!{sys.executable}", *lines[1:]]) + "\n")
        environment = {**os.environ, "DOSSIER_PLUGIN_PATH": folder}
        best = start_cost(dossier, environment)
        print(f"an exporter in Python, {len(lines)} lines, beside a built-in one; one small article, best of {RUNS}")
        show("floor: start of the interpreter", best["bare"], "ms",
             f"{best['with json']:.2f} ms with the json that every such program needs")
        added = best["program"] - best["built-in"]
        # Asked once for its description, once for its work.
        show("the program adds to the export", added, "ms", f"{best['program']:.2f} ms in all; it is started twice")
        show("of that beside two starts of the interpreter", added - 2 * best["bare"], "ms")

        # The program tells its own peak at its end; the kernel's other figure counts in the process that started it.
        program.write_text(program.read_text().replace(
            '    say("done")', '    [peak] = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]\n'
            '    say("diagnostic", severity="note", summary="peak " + " ".join(peak.split()))\n    say("done")'))
        text = ARTICLE.read_text(encoding="utf-8")
        for count in [1_000, 10_000]:
            articles = pathlib.Path(folder, f"articles-{count}")
            articles.mkdir()
            lines = pathlib.Path(folder, "articles.jsonl")
            with lines.open("w", encoding="utf-8") as file:
                for number in range(count):
                    article = f"No {number}\n\n{text}\nNo {number}.\n"
                    (articles / f"{number:05}.txt").write_text(article, encoding="utf-8")
                    file.write(json.dumps({"title": f"No {number}", "text": article}) + "\n")
            for what, given in [("files", [str(articles)]), ("lines of one file", ["--as", "json-lines", str(lines)])]:
                start = time.perf_counter()
                peak, said = peak_of([dossier, "export", "--quiet", "--format", "bench", "--to",
                                      str(pathlib.Path(folder, "out.txt")), *given], environment)
                seconds = time.perf_counter() - start
                own = int(re.search(r"VmHWM: (\d+)", said)[1]) / 1024
                show(f"{count} reports from {what}: memory of the program", own, "MiB",
                     f"dossier {peak:.1f} MiB; {count / seconds:.0f} reports/s")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
