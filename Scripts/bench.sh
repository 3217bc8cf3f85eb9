#!/bin/sh
# Measures the program in release mode, beside floors taken in the same run; then claims, indicators and names alone, beside
# ripgrep and spaCy; an exporter that is a program; and the exporters alone, from reports in memory to bytes in memory, beside other
# writers of the same content.
set -eu
cd "$(dirname "$0")/.."
Scripts/build-release.sh dossier ReadingBenchmark KnowledgeBenchmark
Scripts/build-export-benchmark.sh
.venv/bin/python Scripts/bench.py
.venv/bin/python Scripts/bench_claims.py .build/release/dossier
.venv/bin/python Scripts/bench_knowledge.py
.venv/bin/python Scripts/bench_program.py .build/release/dossier
.venv/bin/python Scripts/bench_exporters.py .build-benchmark/release/ExportBenchmark
