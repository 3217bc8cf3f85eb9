#!/bin/sh
# set-up.sh [build] [tests]: install what is missing for building and for the tests' outside judges. Says in one line
# each what it does; does nothing where all is there.
set -eu
cd "$(dirname "$0")/.."

fail() { echo "set-up: $*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    fail "root is needed for: $*  (run it yourself, or install sudo)"
  fi
}

# Installs the Debian packages named, by one call.
install() {
  command -v apt-get >/dev/null ||
    fail "please install: $* (with Homebrew: brew install libxml2 libyaml pkg-config python3)"
  echo "set-up: installing $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >/tmp/dossier-apt.$$ 2>&1 || {
    as_root apt-get update >/tmp/dossier-apt.$$ 2>&1 &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>/tmp/dossier-apt.$$ 2>&1
  } || { tail -n 20 /tmp/dossier-apt.$$ >&2; rm -f /tmp/dossier-apt.$$; fail "apt-get could not install: $*"; }
  rm -f /tmp/dossier-apt.$$
}

for_build() {
  command -v swift >/dev/null || fail "Swift 6.3 is needed: see https://www.swift.org/install"
  missing=""
  command -v pkg-config >/dev/null || missing="$missing pkg-config"
  [ -n "$missing" ] || pkg-config --exists libxml-2.0 || missing="$missing libxml2-dev"
  [ -n "$missing" ] || pkg-config --exists yaml-0.1 || missing="$missing libyaml-dev"
  # Without pkg-config nothing can be asked for: all three then.
  case "$missing" in *pkg-config*) missing="pkg-config libxml2-dev libyaml-dev" ;; esac
  # shellcheck disable=SC2086
  [ -z "$missing" ] || install $missing
}

for_tests() {
  missing=""
  command -v python3 >/dev/null || missing="python3"
  python3 -c 'import venv, ensurepip' 2>/dev/null || missing="$missing python3-venv"
  # shellcheck disable=SC2086
  [ -z "$missing" ] || install $missing
  stamp=.venv/requirements.txt
  if ! cmp -s Scripts/requirements.txt "$stamp"; then
    echo "set-up: installing the judges of Scripts/requirements.txt into .venv"
    [ -x .venv/bin/python ] || python3 -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r Scripts/requirements.txt ||
      fail "pip could not install the judges"
    cp Scripts/requirements.txt "$stamp"
  fi
}

for part in "$@"; do
  case "$part" in
    build) for_build ;;
    tests) for_tests ;;
    *) fail "unknown part '$part'" ;;
  esac
done
