#!/bin/sh
# claims-of-a-feed.sh FEED...: who blames whom in the articles of RSS, Atom or JSON feeds, a line a claim: when it was
# published, who speaks, what they do, about whom, and the words. FEED is a file or an address. Needs jq, and curl for
# addresses.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for feed; do
  case "$feed" in
    http://* | https://*)
      curl -fsSL --max-time 60 --output "$folder/feed" "$feed"
      feed=$folder/feed
      ;;
  esac
  dossier extract "$feed" --format jsonl >>"$folder/reports.jsonl"
done
jq -r '
  (.sources | map({(.id): .published}) | add) as $published
  | (.entities | map({(.id): .name}) | add // {}) as $name
  | .claims[]
  | select(.about != [])
  | [ $published[.evidence[0].source] // "",
      (.speakers | map($name[.]) | join(", ")), .act, (.about | map($name[.]) | join(", ")),
      (.evidence[0].exact | gsub("\\s+"; " ")) ]
  | @tsv' "$folder/reports.jsonl"
