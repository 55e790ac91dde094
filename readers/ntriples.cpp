#include "ntriples.hpp"

#include "line_parser.hpp"
#include "utf8_mending.hpp"

namespace graphwright {
namespace {

void read_lines(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics, bool quads) {
  if (!options.lenient) {
    LineParser(source, options, sink, diagnostics, quads).run();
  } else {
    Utf8Mending mended(source);
    LineParser(mended, options, sink, diagnostics, quads).run();
    mended.report(options.file, diagnostics);
  }
  sink.finish();
}

}  // namespace

void read_ntriples(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read_lines(source, options, sink, diagnostics, false);
}

void read_nquads(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read_lines(source, options, sink, diagnostics, true);
}

}  // namespace graphwright
