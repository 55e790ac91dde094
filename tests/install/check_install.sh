#!/usr/bin/env bash
# Installs the build tree into a scratch folder and builds and runs a project of an outsider against it.
set -euo pipefail
build=$1 here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$build" --prefix "$scratch/prefix" >/dev/null
cmake -S "$here" -B "$scratch/build" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/prefix" -DCMAKE_CXX_FLAGS="${2:-}" >/dev/null
cmake --build "$scratch/build" >/dev/null
"$scratch/build/outside"
# The same by pkg-config and the compiler alone.
flags=$(PKG_CONFIG_PATH=$(dirname "$(find "$scratch/prefix" -name graphwright.pc)") pkg-config --cflags --libs graphwright)
g++ -std=c++20 ${2:-} "$here/main.cpp" $flags -o "$scratch/outside"
"$scratch/outside"
"$scratch/prefix/bin/graphwright" --version
