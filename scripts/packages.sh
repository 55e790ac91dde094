#!/usr/bin/env bash
# Installs the Debian packages of one or more sets that are not there yet:
# packages.sh build [test] [bench] [package] [integration]
set -euo pipefail

build=(
  ca-certificates ccache cmake g++ git graphviz ninja-build pkg-config
  libboost-graph-dev libcli11-dev libcurl4-gnutls-dev libfmt-dev libgraphviz-dev libicu-dev libpugixml-dev libraptor2-dev libxml2-dev
  libssl-dev libyaml-cpp-dev libzstd-dev nlohmann-json3-dev zlib1g-dev fonts-dejavu-core
)
test=(
  clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev libgmock-dev libgtest-dev libxml2-utils
  dpkg-dev file fish groff-base librsvg2-bin man-db mandoc python3 python3-igraph python3-jsonschema
  python3-networkx python3-rdflib python3-yaml raptor2-utils serdi zsh
)
bench=(
  libbenchmark-dev python3 python3-igraph python3-networkx python3-rdflib raptor2-utils serdi sordi time
)
# What CPack asks which packages the libraries of the program are in, and what judges the result.
package=(dpkg-dev fakeroot file lintian)
# Real programs that tests/integration starts.
integration=(chromium chromium-driver default-jdk-headless maven python3-selenium python3-venv virtuoso-opensource-7-bin)

wanted=()
for set in "$@"; do
  case $set in
    build) wanted+=("${build[@]}") ;;
    test) wanted+=("${test[@]}") ;;
    bench) wanted+=("${bench[@]}") ;;
    package) wanted+=("${package[@]}") ;;
    integration) wanted+=("${integration[@]}") ;;
    *) echo "packages.sh: no set called '$set'" >&2; exit 2 ;;
  esac
done

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

run=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || { echo "packages.sh: root or sudo is needed to install: ${missing[*]}" >&2; exit 2; }
  run=(sudo)
fi
echo "Installing ${#missing[@]} Debian packages" >&2
export DEBIAN_FRONTEND=noninteractive
"${run[@]}" apt-get update -qq
"${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
