#!/bin/sh
# Measures the program in release mode, beside floors taken in the same run; then the exporters alone, from reports in
# memory to bytes in memory, on one core.
set -eu
cd "$(dirname "$0")/.."
Scripts/build-release.sh dossier ReadingBenchmark
.venv/bin/python Scripts/bench.py
swift build -c release --product ExportBenchmark --scratch-path .build-benchmark >/dev/null
one_core=""
if command -v taskset >/dev/null; then one_core="taskset -c 0"; fi
echo "exporters alone, 500 generated reports in memory, one core, best of 5"
$one_core .build-benchmark/release/ExportBenchmark speed 500 5 |
  awk '{ printf "export alone: %-20s %8.1f MB/s  %6.2f MB\n", $1, $2 / $3 / 1e6, $2 / 1e6 }'
