#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "graphwright/byte_source.hpp"
#include "graphwright/diagnostics.hpp"
#include "graphwright/prefix_map.hpp"
#include "graphwright/reader.hpp"
#include "graphwright/sink.hpp"
#include "graphwright/source_library.hpp"
#include "graphwright/vocabulary.hpp"

namespace graphwright {

/// What the names in fact files mean: those of classes and relations, prefixes, sources, and the IRI
/// that all other names begin with. What it points to must outlive the files.
struct FactContext {
  const Vocabulary* vocabulary = nullptr;
  const SourceLibrary* sources = nullptr;
  PrefixMap prefixes;
  std::string base;
};

/// The fact files of one graph (docs/fact_files.md).
///
/// All files are added first, then pushed together, so that a name may stand before the entity is
/// declared, in the same file or another. A statement in which something is wrong is reported and
/// not pushed.
class FactFiles {
 public:
  FactFiles(FactContext context, Diagnostics& diagnostics);
  FactFiles(const FactFiles&) = delete;
  FactFiles& operator=(const FactFiles&) = delete;
  ~FactFiles();

  /// Reads one file and learns what it declares.
  void add(ByteSource& source, const ReadOptions& options);
  /// Pushes the statements of all files, with what is known of them. `is_known` tells of resources
  /// that other inputs describe, so that fact files may name them undeclared.
  ///
  /// @complexity linear in the files, and in a source for each quote from it
  void push(Sink& sink, const std::function<bool(std::string_view iri)>& is_known = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads one fact file on its own into the sink, with the context and base of the options.
void read_facts(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
