#!/bin/sh
# opencti-import.sh INPUT...: exports articles or reports for OpenCTI and uploads each bundle to its import, where a
# connector for STIX files takes it up. OPENCTI_URL and OPENCTI_TOKEN stand in the environment. Needs curl and jq.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dossier export "$@" --format stix --option stix.profile=opencti --to "$folder/" --quiet
for bundle in "$folder"/*.json; do
  # The token goes in by the standard input, so that no list of processes shows it.
  curl -fsS --max-time 120 --config - \
    --form 'operations={"query": "mutation UploadImport($file: Upload!) { uploadImport(file: $file) { id name } }", "variables": {"file": null}}' \
    --form 'map={"0": ["variables.file"]}' \
    --form "0=@$bundle;type=application/json" \
    "${OPENCTI_URL%/}/graphql" <<EOF >"$folder/answer"
header = "Authorization: Bearer $OPENCTI_TOKEN"
EOF
  jq -er '.data.uploadImport.name // (.errors | tojson | halt_error(1))' "$folder/answer"
done
