#!/usr/bin/env bash
# Fuzzes each reader for some seconds under sanitizers: fuzz.sh [SECONDS [FORMAT...]] (default 60, all formats).
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
seconds=${1:-60}
shift || true

./scripts/packages.sh build test
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
export LSAN_OPTIONS="suppressions=$root/cmake/leaks.supp:print_suppressions=0"

failed=0
for target in build/fuzz/bin/fuzz_*; do
  format=${target##*_}
  [ $# -eq 0 ] || [[ " $* " == *" $format "* ]] || continue
  corpus=build/fuzz/corpus/$format
  mkdir -p "$corpus" build/fuzz/found
  seeds=("$corpus")
  for folder in tests/fuzz/corpus/"$format" tests/golden ../shared/suites ../../shared/suites; do
    [ ! -d "$folder" ] || seeds+=("$folder")
  done
  echo "fuzz $format: $seconds s"
  if ! "$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/found/"$format"- "${seeds[@]}" >build/fuzz/"$format".log 2>&1; then
    tail -40 build/fuzz/"$format".log
    failed=1
  fi
  grep -E 'number_of_executed_units|average_exec_per_sec' build/fuzz/"$format".log || true
done
exit $failed
