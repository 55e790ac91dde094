#include "prefix_file.hpp"

#include "graphwright/byte_source.hpp"
#include "graphwright/reader.hpp"

#include "inputs.hpp"

namespace graphwright::cli {
namespace {

/// Keeps the prefixes and drops the rest.
class PrefixSink : public Sink {
 public:
  explicit PrefixSink(PrefixMap& prefixes) : prefixes_(prefixes) {}
  void prefix(std::string_view name, std::string_view iri) override { prefixes_.add(name, iri); }
  void statements(std::span<const StatementView>) override {}

 private:
  PrefixMap& prefixes_;
};

}  // namespace

PrefixMap read_prefixes(const std::string& path, Session& session) {
  PrefixMap prefixes;
  if (path.empty() || path == "built-in") return prefixes;
  const ReaderFormat& reader = reader_for(path, {});
  const std::unique_ptr<ByteSource> source = open_source(path);
  ReadOptions read;
  read.file = session.diagnostics().add_file(path, path);
  PrefixSink sink(prefixes);
  reader.read(*source, read, sink, session.diagnostics());
  return prefixes;
}

}  // namespace graphwright::cli
