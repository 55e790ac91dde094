#!/usr/bin/env bash
# Installs what is needed, builds the program and draws the example graph into out/.
set -euo pipefail
cd "$(dirname "$0")/.."

./scripts/packages.sh build
cmake --preset release >build.log 2>&1 || { cat build.log >&2; exit 2; }
cmake --build --preset release >>build.log 2>&1 || { cat build.log >&2; exit 2; }
rm -f build.log
./build/release/bin/graphwright build data/south-caucasus/graph.yaml
