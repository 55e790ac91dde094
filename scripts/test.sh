#!/usr/bin/env bash
# Installs what is needed, builds the program and runs all tests; --asan runs them under the sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."

preset=dev
[ "${1:-}" != --asan ] || preset=asan

./scripts/packages.sh build test
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
ctest --preset "$preset"
