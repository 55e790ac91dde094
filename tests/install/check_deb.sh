#!/usr/bin/env bash
# Packs the build tree twice, compares the bytes, installs both packages with dpkg, uses them and removes them.
# They go below a folder of their own (--instdir), by a copy of this machine's package database (--admindir): what
# they depend on must be installed here, and nothing here changes. check_deb.sh BUILD_DIR; 77: dpkg is not there.
set -euo pipefail
umask 022
build=$1
for tool in dpkg dpkg-shlibdeps file; do
  command -v $tool >/dev/null || { echo "skipped: $tool is not there"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export SOURCE_DATE_EPOCH=1700000000

fail() { echo "$*"; exit 1; }
# pack FOLDER: quickly, since how well it is compressed is not the question.
pack() { cpack --config "$build/CPackConfig.cmake" -B "$scratch/$1" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip >"$scratch/log" 2>&1 ||
  { cat "$scratch/log"; fail "the packages cannot be made"; }; }

(TZ=UTC LC_ALL=C.UTF-8 pack one)
(TZ=Asia/Yerevan LC_ALL=C pack two)
program=$(echo "$scratch"/one/graphwright_*.deb) library=$(echo "$scratch"/one/libgraphwright-dev_*.deb)
for package in "$program" "$library"; do
  cmp "$package" "$scratch/two/$(basename "$package")" || fail "$(basename "$package") differs when it is made again"
done

# has FIELD PATTERN: a field of the program's package. (grep -q in a pipe would leave early and break it.)
has() {
  local value
  value=$(dpkg-deb -f "$program" "$1")
  grep -qE "$2" <<<"$value" || fail "$1 is '$value'"
}
has Package '^graphwright$'
has Version '^[0-9]+\.[0-9]+\.[0-9]+$'
has Architecture "^$(dpkg --print-architecture)$"
has Section '^science$'
has Maintainer '^.+ <.+@.+>$'
has Installed-Size '^[0-9]+$'
has Description '^knowledge graphs as code$'
for library_package in libc6 libcurl3-gnutls libfmt9 libgvc6 libicu72 libraptor2-0 libxml2 libyaml-cpp0.7 libzstd1; do
  has Depends "(^|, )$library_package( |,|$)"
done
grep -q "^graphwright (= $(dpkg-deb -f "$program" Version)), " <<<"$(dpkg-deb -f "$library" Depends)" || fail "the library goes with any program"
dpkg-deb --fsys-tarfile "$program" | tar -tv --utc >"$scratch/files"
! grep -v ' root/root \| 0/0 ' "$scratch/files" || fail "files that are not root's"
! grep -v '2023-11-14 22:13' "$scratch/files" || fail "files that are younger than the source"

cp -a /var/lib/dpkg "$scratch/admin"
root=$scratch/root
mkdir -p "$root/var/log"
# Triggers would run the programs of other packages below the folder, where they are not.
manage() { dpkg --force-not-root --force-bad-path --no-triggers --admindir="$scratch/admin" --instdir="$root" --log=/dev/null "$@" \
  >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "dpkg $1 fails"; }; }
manage --install "$program" "$library"
status=$(dpkg-query --admindir="$scratch/admin" -W -f '${db:Status-Status} ' graphwright libgraphwright-dev)
[ "$status" = "installed installed " ] || fail "they are not installed: $status"

export PATH=$root/usr/bin:$PATH MANWIDTH=100
[ "$(command -v graphwright)" = "$root/usr/bin/graphwright" ] || fail "another program is used"
graphwright --version
(cd "$scratch" && graphwright init project >/dev/null && graphwright build -q project/graph.yaml && [ -s out/graph.ttl ]) ||
  fail "the installed program does not build"
for file in usr/share/man/man1/graphwright-build.1.gz usr/share/doc/graphwright/{copyright,changelog.gz,CHANGELOG.md} \
  usr/share/doc/libgraphwright-dev/{copyright,changelog.gz} usr/share/bash-completion/completions/graphwright \
  usr/share/zsh/vendor-completions/_graphwright usr/share/fish/vendor_completions.d/graphwright.fish \
  usr/lib/cmake/graphwright/graphwright_export.cmake usr/include/graphwright/graph.hpp; do
  [ -s "$root/$file" ] || fail "no $file"
done
grep -q depfile <<<"$(man -M "$root/usr/share/man" graphwright-build)" || fail "man does not find the page"
PKG_CONFIG_PATH=$root/usr/lib/pkgconfig pkg-config --print-errors --exact-version="$(dpkg-deb -f "$program" Version)" graphwright

! (manage --remove graphwright >/dev/null) || fail "the program goes although the library needs it"
manage --purge libgraphwright-dev graphwright
[ -z "$(find "$root" ! -type d)" ] || fail "left behind: $(find "$root" ! -type d)"
echo "both packages come and go"
