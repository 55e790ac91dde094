#!/usr/bin/env bash
# Builds the two Debian packages into build/package/packages; --check builds them twice more, in two other places
# at another time, in another zone and language, and compares the bytes.
set -euo pipefail
umask 022
cd "$(dirname "$0")/.."
root=$PWD

# The day of the commit, else of the version: what is made from the same source is the same whenever it is made.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  day=$(sed -n 's/^set(GRAPHWRIGHT_RELEASE_DATE \(.*\))$/\1/p' CMakeLists.txt)
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date -u -d "$day" +%s)
fi
export SOURCE_DATE_EPOCH

pack() { # pack SOURCE: configures, builds and packs a source tree
  (cd "$1" && cmake --preset package >/dev/null && cmake --build --preset package && cpack --preset package >/dev/null)
}

if [ "${1:-}" != --check ]; then
  ./scripts/packages.sh build package
  pack "$root"
  ls "$root"/build/package/packages/*.deb
  exit
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for place in one two/places/deeper; do
  mkdir -p "$scratch/$place"
  git ls-files -z | xargs -0 cp --parents -t "$scratch/$place"
done
export CCACHE_DISABLE=1
(TZ=UTC LC_ALL=C.UTF-8 pack "$scratch/one")
(TZ=Asia/Yerevan LC_ALL=C pack "$scratch/two/places/deeper")
for package in "$scratch"/one/build/package/packages/*.deb; do
  cmp "$package" "$scratch/two/places/deeper/build/package/packages/$(basename "$package")"
  sha256sum "$package" | sed "s|$scratch/one/build/package/packages/||"
done
