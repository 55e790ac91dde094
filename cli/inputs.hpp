#pragma once

#include <map>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "graphwright/graph.hpp"
#include "graphwright/reader.hpp"
#include "graphwright/sink.hpp"

#include "session.hpp"
#include "time_options.hpp"

namespace graphwright::cli {

/// How JSON-LD is read, in the words of the command line; an empty word is the default.
struct JsonLdInputOptions {
  std::vector<std::string> processing_mode;
  std::string direction;
  std::string expand_context;
  bool generalized_rdf = false;
};

/// The inputs of a command and how they are read.
struct InputOptions {
  std::vector<std::string> files;
  std::string format;
  std::string base;
  /// The IRI of the input itself, empty where that is the base.
  std::string document;
  std::string mapping;
  bool lenient = false;
  bool lift = false;
  std::size_t max_depth = ReadOptions{}.max_depth;
  /// Threads; 0: one a processor.
  std::size_t jobs = 0;
  JsonLdInputOptions jsonld;
  TimeOptions time;
};

/// Declares the options that every verb with inputs has.
void declare_inputs(CLI::App& app, InputOptions& options);

/// The reader for a path: the format that was named, else the one that its suffix tells.
const ReaderFormat& reader_for(const std::string& path, const std::string& format);

/// How a reader is to read a file, which becomes known to the messages.
ReadOptions read_options(const std::string& path, const InputOptions& options, Session& session);

/// Whether an input carries facts, is to be lifted or selected from, so that a graph must be built before RDF is
/// written.
bool has_facts(const InputOptions& options);

/// The IRI of a file by its name below a base, so that it holds no path of this machine.
std::string document_iri(const std::string& base, const std::string& name);

/// What ids in a table of nodes or edges lie below; empty for any other input.
std::string base_of_table(const std::string& path, const InputOptions& options);

/// Names the scopes of blank nodes, one for each input. Tables below one base have one scope: they share their blank
/// nodes as they share their other ids, since nodes and their edges lie in tables of their own.
class BlankScopes {
 public:
  std::string next(const std::string& base_of_table = {});

 private:
  std::size_t count_ = 0;
  std::map<std::string, std::size_t> tables_;
};

/// Opens an input; a large file is read on a thread of its own where there is more than one job.
std::unique_ptr<ByteSource> open_input(const std::string& path, std::size_t jobs);

/// Reads all inputs into the sink, blank nodes of different inputs kept apart (`BlankScopes`), and finishes it once.
void read_inputs(const InputOptions& options, Sink& sink, Session& session);

/// Reads all inputs into one graph that knows where each statement stands, lifted and selected if so asked.
Graph read_graph(const InputOptions& options, Session& session);

}  // namespace graphwright::cli
