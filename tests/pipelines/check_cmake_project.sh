#!/usr/bin/env bash
# A project of an outsider that builds two graphs: what is made first, and what again after which change.
set -euo pipefail
build=$1 here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
project="$scratch/a project"

fail() { echo "$*"; exit 1; }

# make_again WHAT LINE...: the build says just these lines, in any order.
make_again() {
  local what=$1; shift
  cmake --build "$project/build" >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "$what: the build fails"; }
  grep -oE 'Building the graph .*|Weighing .*|no work to do' "$scratch/log" | sort >"$scratch/said" || true
  printf '%s\n' "$@" | sort | diff - "$scratch/said" || fail "$what: another set of files is made"
}

# rewrite FILE SED: edits a file and makes sure that its time is later than that of all that was made.
rewrite() { sleep 0.02; sed -i "$2" "$project/$1"; touch "$project/$1"; }

cmake --install "$build" --prefix "$scratch/prefix" >/dev/null
cp -r "$here/cmake_project" "$project"
cmake -S "$project" -B "$project/build" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/prefix" >/dev/null

make_again "first build" "Building the graph rivers" "Building the graph towns" "Weighing rivers" "Weighing towns"
make_again "second build" "no work to do"
rewrite rivers/rivers.ttl ''
make_again "ontology touched" "Building the graph rivers"
make_again "after that" "no work to do"
rewrite rivers/data.ttl '$a<https://example.org/rivers/flow> <https://example.org/rivers#joins> <https://example.org/rivers/ebb> .'
make_again "input changed" "Building the graph rivers" "Weighing rivers"
rewrite towns/facts.yaml 's/Glorp/Glorpville/'
make_again "fact file changed" "Building the graph towns" "Weighing towns"
rewrite towns/graph.yaml 's/graph.ttl/graph.ttl, more.dot/'
make_again "manifest changed" "Building the graph towns"
[ -s "$project/build/towns/more.dot" ] || fail "the new export is not there"
rewrite towns/facts.yaml 's/glorp region-part-of/glorp region-part-off/'
! cmake --build "$project/build" >"$scratch/log" 2>&1 || fail "a wrong fact file builds"
grep -q 'facts.yaml:6:.*error: ' "$scratch/log" || { cat "$scratch/log"; fail "the message is not there"; }
