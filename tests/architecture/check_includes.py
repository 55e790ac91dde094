#!/usr/bin/env python3
"""Checks what include paths cannot: no "../" in an include, and third-party headers only where they may stand."""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
LAYERS = ["core", "ontology", "operations", "readers", "extraction", "exporters", "stores", "cli"]
# The only files that may include a header of the library; everything else goes through our own headers.
ALLOWED = {
    "boost/": ["core/graphwright/boost_graph.hpp", "core/boost_graph.cpp", "operations/*"],
    "unicode/": ["core/regular_expression.cpp", "core/letter_kind.cpp", "core/source_text.cpp", "core/text_decoder.cpp", "extraction/tokens.cpp"],
    "openssl/": ["core/digest.cpp"],
    "zlib.h": ["core/compression*", "core/decompression*", "stores/gzip_body.cpp"],
    "zstd.h": ["core/compression*", "core/decompression*"],
    "nlohmann/": ["core/render.cpp", "readers/jsonld*", "exporters/json*", "operations/*", "stores/query_results.cpp", "cli/*"],
    "pugixml.hpp": ["readers/*xml*", "readers/graphml*", "readers/gexf*"],
    "libxml/": ["readers/xml_library.cpp", "extraction/article_page.cpp"],
    "raptor2/": ["readers/raptor_library.hpp"],
    "dlfcn.h": ["core/shared_library.cpp", "exporters/layout_library.cpp"],
    "yaml-cpp/": ["readers/yaml*"],
    "graphviz/": ["exporters/svg*", "exporters/layout*", "readers/dot_graph.cpp"],
    "curl/": ["stores/curl_library.hpp"],
    "CLI/": ["cli/*"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.M)


def faults(path):
    name = path.relative_to(ROOT).as_posix()
    for kind, header in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if ".." in header.split("/"):
            yield f"{name}: includes {header}: leave a layer through its public headers only"
        for library, places in ALLOWED.items():
            if header.startswith(library) and not any(path.match(place) for place in places):
                yield f"{name}: includes {header}: only {', '.join(places)} may"


def main():
    found = []
    files = 0
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*")):
            if path.suffix in (".cpp", ".hpp"):
                files += 1
                found += faults(path)
    print("\n".join(found))
    print(f"{files} files, {len(found)} faults")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
