#pragma once

#include "graphwright/reader.hpp"

namespace graphwright {

/// Reads JSON-LD 1.1 (JSON-LD 1.1 API, Deserialize JSON-LD to RDF); remote contexts are refused.
///
/// The document is held in memory; of its top-level nodes one is expanded at a time.
void read_jsonld(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics);

}  // namespace graphwright
