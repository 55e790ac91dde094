#!/usr/bin/env bash
# A picture has the same bytes on a machine without any font: check_fonts.sh PROGRAM FILE
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo '<fontconfig/>' > "$folder/fonts.conf"
for format in svg html; do
  "$1" convert "$2" -f "$format" -o "$folder/with.$format"
  FONTCONFIG_FILE=$folder/fonts.conf FONTCONFIG_PATH=$folder HOME=$folder XDG_CACHE_HOME=$folder \
    "$1" convert "$2" -f "$format" -o "$folder/without.$format"
  cmp "$folder/with.$format" "$folder/without.$format"
done
