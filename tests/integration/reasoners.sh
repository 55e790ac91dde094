#!/usr/bin/env bash
# Compares inference with owlrl and SHACL validation with pySHACL on random ontologies, shapes and data.
# reasoners.sh PROGRAM; 77: the two cannot be had.
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
folder=${XDG_CACHE_HOME:-$HOME/.cache}/graphwright-integration/reasoners

if [ ! -x "$folder/bin/pyshacl" ]; then
  python3 -m venv "$folder" && "$folder/bin/pip" install --quiet owlrl==7.6.2 pyshacl==0.40.1 ||
    { rm -rf "$folder"; echo "skipped: owlrl and pySHACL cannot be fetched"; exit 77; }
fi
"$folder/bin/python" "$here/check_owlrl.py" "$program" 150
"$folder/bin/python" "$here/check_pyshacl.py" "$program" 200
