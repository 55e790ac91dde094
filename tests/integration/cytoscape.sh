#!/usr/bin/env bash
# Loads our Cytoscape.js JSON into Cytoscape.js, headless, and compares what it made of it.
# cytoscape.sh PROGRAM; 77: Node.js, npm or Cytoscape.js cannot be had.
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
version=3.34.4
folder=${XDG_CACHE_HOME:-$HOME/.cache}/graphwright-integration/cytoscape-$version

for tool in node npm; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not there"; exit 77; }
done
if [ ! -d "$folder/node_modules/cytoscape" ]; then
  mkdir -p "$folder"
  npm install --silent --no-save --prefix "$folder" "cytoscape@$version" >/dev/null ||
    { echo "skipped: Cytoscape.js cannot be fetched"; exit 77; }
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$program" convert "$here/../golden/cli/graphml-flavours/talks.ttl" -o "$scratch/talks.cyjs"
"$program" convert "$here/../golden/cli/graphml-flavours/talks.ttl" -o "$scratch/talks.graphml"
"$program" build -q "$here/../../data/south-caucasus/graph.yaml" -o "$scratch"
"$program" convert "$scratch/graph.graphml" -o "$scratch/graph.cyjs"
"$program" convert "$scratch/graph.graphml" -o "$scratch/graph.graphml"
NODE_PATH=$folder/node_modules node "$here/support/cytoscape_check.js" "$scratch/talks" "$scratch/graph"
echo "Cytoscape.js $version sees what it should"
