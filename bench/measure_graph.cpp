#include <cstdio>
#include <ctime>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <malloc.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/exporter.hpp"
#include "graphwright/format.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/property_graph.hpp"
#include "graphwright/reader.hpp"

namespace {

using namespace graphwright;

/// Counts the bytes and forgets them.
class NullOutput : public Output {
 public:
  std::size_t size() const { return size_; }

 protected:
  void drain(std::string_view bytes) override { size_ += bytes.size(); }

 private:
  std::size_t size_ = 0;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Bytes that the program has asked for and not given back.
std::size_t live_bytes() {
  const struct mallinfo2 now = ::mallinfo2();
  return now.uordblks + now.hblkhd;
}

/// Counts statements and forgets them; resources get numbers as in a graph.
class NullSink : public Sink {
 public:
  void statements(std::span<const StatementView> batch) override { count_ += batch.size(); }
  std::uint32_t hold(const TermView& /*resource*/) override { return held_++; }
  std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
  std::uint32_t held_ = 0;
};

void read(const std::string& path, Sink& sink) {
  Diagnostics diagnostics;
  const std::unique_ptr<ByteSource> source = open_source(path);
  ReadOptions options;
  options.file = diagnostics.add_file(path, path);
  const Format* const format = format_of_path(path);
  if (format == nullptr) throw std::runtime_error(path + ": no format is known by this name");
  find_reader(format->name)->read(*source, options, sink, diagnostics);
}

void load(const std::string& path, Graph& graph) {
  GraphBuilder builder(graph);
  read(path, builder);
}

/// What the reader takes of the time of loading.
void measure_read(const std::string& path) {
  const double begin = cpu_seconds();
  NullSink sink;
  read(path, sink);
  std::printf("cpu=%.6f statements=%zu\n", cpu_seconds() - begin, sink.count());
}

void measure_load(const std::string& path) {
  const std::size_t live_before = live_bytes();
  const double begin = cpu_seconds();
  Graph graph;
  load(path, graph);
  const double seconds = cpu_seconds() - begin;
  const auto count = static_cast<double>(graph.statement_count());
  std::printf("cpu=%.6f live_bytes=%.1f said_bytes=%.1f terms=%.3f\n", seconds,
              static_cast<double>(live_bytes() - live_before) / count, static_cast<double>(graph.memory()) / count,
              static_cast<double>(graph.terms().size()) / count);
}

/// What the view of nodes and edges holds that graph files are written from.
void measure_view(const std::string& path) {
  Graph graph;
  load(path, graph);
  const std::size_t live_before = live_bytes();
  const double begin = cpu_seconds();
  PropertyGraphOptions options;
  options.incoming = false;
  const PropertyGraph view(graph, options);
  const double seconds = cpu_seconds() - begin;
  std::printf("cpu=%.6f nodes=%u edges=%u live_mebibytes=%.1f said_mebibytes=%.1f\n", seconds, view.node_count(),
              view.edge_count(), static_cast<double>(live_bytes() - live_before) / (1 << 20),
              static_cast<double>(view.memory()) / (1 << 20));
}

bool measure_writer(const std::string& format, const std::string& path) {
  const ExporterFormat* exporter = find_exporter(format);
  if (exporter == nullptr) return false;
  Graph graph;
  load(path, graph);
  const double begin = cpu_seconds();
  NullOutput out;
  exporter->open(out, {})->write(graph);
  out.flush();
  std::printf("cpu=%.6f mebibytes=%.1f\n", cpu_seconds() - begin, static_cast<double>(out.size()) / (1 << 20));
  return true;
}

}  // namespace

/// Reads a file and says how long that took; or loads it, and says how much memory is held, too; or the same of a view;
/// or how long a writer takes.
int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: measure_graph read|load|view|FORMAT FILE\n", stderr);
    return 2;
  }
  try {
    if (arguments[1] == std::string_view("read")) {
      measure_read(arguments[2]);
      return 0;
    }
    if (arguments[1] == std::string_view("load")) {
      measure_load(arguments[2]);
      return 0;
    }
    if (arguments[1] == std::string_view("view")) {
      measure_view(arguments[2]);
      return 0;
    }
    return measure_writer(arguments[1], arguments[2]) ? 0 : 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "measure_graph: %s\n", error.what());
    return 2;
  }
}
