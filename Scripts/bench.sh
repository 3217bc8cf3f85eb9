#!/bin/sh
# Measures the program in release mode, beside floors taken in the same run; then the exporters alone, from reports in
# memory to bytes in memory, beside other writers of the same content.
set -eu
cd "$(dirname "$0")/.."
Scripts/build-release.sh dossier ReadingBenchmark ExportBenchmark
.venv/bin/python Scripts/bench.py
.venv/bin/python Scripts/bench_exporters.py .build/release/ExportBenchmark
