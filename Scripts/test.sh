#!/bin/sh
# Everything that must hold, in the order of what is quickest to fail. Ends with one line that says how it went.
set -u
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
failed=""

step() {
  name=$1
  shift
  echo "== $name"
  if "$@"; then :; else
    failed="$failed $name"
    echo "== $name: FAILED"
  fi
}

tests() {
  log=.build/tests.log
  mkdir -p .build
  if swift test --skip-build >"$log" 2>&1; then status=0; else status=$?; fi
  grep -E '^(✘|↳)|SKIPPED|recorded an issue|error:|^score ' "$log" | head -n 200
  grep -E 'Test run with' "$log" | tail -n 1
  [ "$status" = 0 ] || echo "all words of the tests are in $log"
  return "$status"
}

build() { swift build --build-tests >.build/build-tests.log 2>&1 || { grep -E 'error' .build/build-tests.log | sort -u; return 1; }; }

mkdir -p .build
step formatting swift format lint --strict -r Sources Plugins Tests
step build build
case "$failed" in *build*) echo "make test: FAILED:$failed"; exit 1 ;; esac
step release Scripts/build-release.sh
step tests tests
step judges Scripts/judge.sh

if [ -n "$failed" ]; then
  echo "make test: FAILED:$failed"
  exit 1
fi
echo "make test: passed"
