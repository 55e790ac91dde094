#!/usr/bin/env bash
# Imports our GEXF and GraphML with the Gephi toolkit, headless, and compares what it made of them.
# gephi.sh PROGRAM; 77: Java, Maven or the toolkit cannot be had. GRAPHWRIGHT_UPDATE_GOLDEN=1 rewrites what is expected.
set -euo pipefail
program=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
golden=$here/../golden/cli
version=0.10.1
jar=${M2:-$HOME/.m2/repository}/org/gephi/gephi-toolkit/$version/gephi-toolkit-$version-all.jar

for tool in mvn javac; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not there"; exit 77; }
done
if [ ! -f "$jar" ]; then
  mvn -q -B dependency:get -Dartifact="org.gephi:gephi-toolkit:$version:jar:all" -Dtransitive=false ||
    { echo "skipped: the Gephi toolkit cannot be fetched"; exit 77; }
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$program" convert "$golden/graphml-flavours/talks.ttl" -o "$scratch/talks.gexf"
"$program" convert "$golden/graphml-flavours/talks.ttl" --flavour gephi -o "$scratch/talks-gephi.graphml"
"$program" convert "$golden/graphml-flavours/talks.ttl" -o "$scratch/talks.graphml"
"$program" convert --base http://example.org/dynamic "$golden/gexf-read/dynamic.gexf" -o "$scratch/dynamic.gexf" 2>/dev/null

cd "$scratch"
java -Djava.awt.headless=true -Duser.timezone=UTC -cp "$jar" "$here/support/GephiCheck.java" \
  talks.gexf talks-gephi.graphml talks.graphml dynamic.gexf >seen.txt 2>log.txt || { cat log.txt; exit 1; }
[ "${GRAPHWRIGHT_UPDATE_GOLDEN:-0}" = 0 ] || cp seen.txt "$here/support/gephi.txt"
diff -u "$here/support/gephi.txt" seen.txt && echo "Gephi $version sees what it should"
