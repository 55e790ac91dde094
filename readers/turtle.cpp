#include "turtle.hpp"

#include "turtle_parser.hpp"
#include "utf8_mending.hpp"

namespace graphwright {
namespace {

void read(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics, bool trig) {
  if (!options.lenient) {
    TurtleParser(source, options, sink, diagnostics, trig).run();
  } else {
    Utf8Mending mended(source);
    TurtleParser(mended, options, sink, diagnostics, trig).run();
    mended.report(options.file, diagnostics);
  }
  sink.finish();
}

}  // namespace

void read_turtle(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read(source, options, sink, diagnostics, false);
}

void read_trig(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  read(source, options, sink, diagnostics, true);
}

}  // namespace graphwright
