#!/usr/bin/env bash
# Installs what is needed, builds the program and runs all tests; --asan runs them under the sanitizers,
# --integration runs real stores and programs against it instead (all, or those named: --integration fuseki).
set -euo pipefail
cd "$(dirname "$0")/.."

preset=dev
[ "${1:-}" != --asan ] || preset=asan

# Each script of tests/integration installs, starts and stops one program; 77 says that it cannot be had here.
integrate() {
  local passed=0 failed=0 skipped=0 code name
  export GRAPHWRIGHT=$PWD/build/dev/bin/graphwright
  mkdir -p build/integration
  for script in tests/integration/*.*; do
    name=$(basename "${script%.*}")
    [ -x "$script" ] || continue
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    echo "$name"
    code=0
    "$script" "$GRAPHWRIGHT" || code=$?
    case $code in
      0) passed=$((passed + 1)) ;;
      77) skipped=$((skipped + 1)) ;;
      *) failed=$((failed + 1)) ;;
    esac
  done
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

./scripts/packages.sh build test
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
if [ "${1:-}" = --integration ]; then
  ./scripts/packages.sh integration || echo "Some packages for the integration tests cannot be had; what needs them is skipped" >&2
  shift
  integrate "$@"
  exit
fi
ctest --preset "$preset"
