#pragma once

#include <string>
#include <vector>

#include "graphwright/diagnostics.hpp"
#include "graphwright/location.hpp"
#include "graphwright/manifest_selection.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

/// An ontology that a manifest asks for: the name of a built-in one, or the path of a file.
struct ManifestOntology {
  std::string name;
  bool is_built_in = false;
  Location location;
};

/// A document that facts are quoted from; what the manifest does not say is empty.
struct ManifestSource {
  std::string name;
  std::string iri;
  std::string path;
  std::string title;
  std::string publisher;
  std::string date;
  std::string url;
  std::string language;
  std::string sha256;
  Location location;
  Location path_location;
  Location sha256_location;
};

/// A SPARQL store that a manifest takes a part of its graph from; no address: none.
struct ManifestStore {
  std::string address;
  /// The kind of store, as `--store` names it; empty for the default.
  std::string kind;
  /// Graphs to take, an empty name for the default graph.
  std::vector<std::string> graphs;
  /// The file of a CONSTRUCT query whose result to take.
  std::string construct;
};

/// A file, or a store, that goes into the graph; format and base are empty where the file tells them.
struct ManifestInput {
  std::string path;
  std::string format;
  std::string base;
  /// The file as the manifest writes it.
  std::string name;
  /// The mapping of a table: a built-in name, or a path.
  std::string mapping;
  ManifestStore store;
  Location location;

  bool is_store() const { return !store.address.empty(); }
};

/// A file to write, relative to the output directory, and what is asked of it, in the words of the
/// command line; an empty word leaves it at what the command line says.
struct ManifestExport {
  std::string file;
  std::string format;
  std::string statements;
  std::string derived;
  std::string assert_modality;
  std::string flavour;
  std::string cluster;
  std::string table;
  /// The style file of a picture, joined to the folder of the manifest.
  std::string style;
  bool claims = false;
  bool events = false;
  ManifestSelection select;
  /// Measures of nodes that are written as their attributes.
  std::vector<std::string> measures;
  Location location;
};

/// What graph.yaml says: the parts of one graph and what is written from it (docs/fact_files.md).
///
/// Paths of ontologies, sources and inputs are joined to the folder of the manifest.
struct Manifest {
  std::string title;
  std::string base;
  PrefixMap prefixes;
  std::vector<ManifestOntology> ontologies;
  std::vector<ManifestSource> sources;
  std::vector<ManifestInput> inputs;
  std::vector<ManifestExport> exports;
  bool infer = true;
};

/// Reads a manifest; what is wrong is reported, and what can be read is given all the same.
///
/// Throws `std::system_error` where the file cannot be opened.
Manifest read_manifest(const std::string& path, Diagnostics& diagnostics);

/// Pushes the prefixes of the graph and what is known of its sources.
void push_manifest(const Manifest& manifest, Sink& sink);

}  // namespace graphwright
