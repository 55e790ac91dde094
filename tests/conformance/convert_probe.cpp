// Converts one file: convert_probe -i FORMAT -f FORMAT [--base IRI] [--lenient] FILE
#include <cstdio>
#include <cstring>
#include <string>

#include <fmt/format.h>

#include "graphwright/exporter.hpp"
#include "graphwright/reader.hpp"

using namespace graphwright;

int main(int argc, char** argv) {
  ReadOptions read;
  ExportOptions write;
  std::string from, to, path;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "-i")
      from = argv[++i];
    else if (word == "-f")
      to = argv[++i];
    else if (word == "--base")
      read.base = argv[++i];
    else if (word == "--lenient")
      read.lenient = true;
    else if (word == "--stream")
      write.stream = true;
    else if (word == "--block")
      read.block_bytes = std::stoul(argv[++i]);
    else
      path = word;
  }
  Diagnostics diagnostics;
  read.file = diagnostics.add_file(path, path);
  const auto source = open_source(path);
  const auto output = open_output("-");
  const auto exporter = find_exporter(to)->open(*output, write);
  find_reader(from)->read(*source, read, *exporter, diagnostics);
  output->commit();
  const std::string messages = render(diagnostics, MessageFormat::text);
  std::fwrite(messages.data(), 1, messages.size(), stderr);
  return diagnostics.has_errors() ? 1 : 0;
}
