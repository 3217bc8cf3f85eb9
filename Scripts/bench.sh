#!/bin/sh
# Measures the program in release mode, beside floors taken in the same run.
set -eu
cd "$(dirname "$0")/.."
Scripts/build-release.sh dossier ReadingBenchmark
exec .venv/bin/python Scripts/bench.py
