#!/bin/sh
# Runs every judge over the goldens of Plugins/, with the interpreter $DOSSIER_PYTHON (python3 without it).
# Exit code 1 if a judge objects; a judge that is not installed is named and skipped.
cd "$(dirname "$0")/../.." || exit 2
python=${DOSSIER_PYTHON:-python3}
failed=0

judge() {
  name=$1
  shift
  "$python" "Scripts/judges/$name.py" "$@"
  case $? in
    0) echo "judge $name: all is well" ;;
    77) echo "judge $name: SKIPPED, not installed" ;;
    *) echo "judge $name: objects"; failed=1 ;;
  esac
}

judge stix Plugins/STIX/Fixtures/*/expected/*.json
judge stix_extension Plugins/STIX/Fixtures/*/expected/*.json
judge navigator Plugins/Navigator/Fixtures/*/expected/*.json
judge misp Plugins/MISP/Fixtures/*/expected/*.json
judge misp_stix Plugins/MISP/Fixtures/shared-[ael]*/expected/*.json Plugins/STIX/Fixtures/shared-[ael]*/expected/*.json
exit $failed
