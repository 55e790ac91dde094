#include "jsonld_reader.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "json_document.hpp"
#include "jsonld_statements.hpp"
#include "utf8_mending.hpp"

namespace graphwright {
namespace {

using namespace jsonld;

/// Expansion is recursive, so that no option lets documents nest deeper.
constexpr std::size_t deepest = 500;
constexpr std::size_t largest_document = std::size_t{2} << 30;

JsonOptions json_options(const ReadOptions& options, FileId file) {
  return {.file = file, .lenient = options.lenient, .max_depth = std::min(options.max_depth, deepest)};
}

std::string read_text(ByteSource& source, const ReadOptions& options, Diagnostics& diagnostics) {
  if (!options.lenient) return read_all(source, largest_document);
  Utf8Mending mended(source);
  std::string text = read_all(mended, largest_document);
  mended.report(options.file, diagnostics);
  return text;
}

/// One document on its way to statements.
class Conversion {
 public:
  Conversion(const ReadOptions& options, const JsonDocument& document, Sink& sink, Diagnostics& diagnostics)
      : root_(document.root()),
        contexts_(options, arena_, sink, diagnostics),
        expansion_(contexts_, diagnostics),
        statements_(options, document.text(), arena_, expansion_, sink, diagnostics) {}

  /// Applies a context from outside to all that follows (the API's option expandContext).
  bool apply(const JsonValue& outside) {
    const JsonValue* const context = outside.find("@context");
    context_ = contexts_.process(context_, context != nullptr ? *context : outside, {});
    return context_ != nullptr;
  }

  void run() {
    if (root_.is_object() && holds_graph_only(root_)) {
      add_graph(root_);
    } else if (root_.is_array() || root_.is_object()) {
      add_each(context_, std::nullopt, root_);
    } else {
      contexts_.fail(root_.location, "loading document failed", "a JSON-LD document is an object or an array");
    }
    statements_.finish();
  }

 private:
  /// Whether an object has, beside its context, only @graph: then its nodes stand for themselves.
  static bool holds_graph_only(const JsonValue& object) {
    return object.find("@graph") != nullptr &&
           std::all_of(object.members.begin(), object.members.end(),
                       [](const auto& one) { return one.key == "@graph" || one.key == "@context"; });
  }

  void add_graph(const JsonValue& object) {
    ContextPointer context = context_;
    if (const JsonValue* const own = object.find("@context")) context = contexts_.process(context, *own, {});
    if (context != nullptr) add_each(context, "@graph", *object.find("@graph"));
  }

  void add_each(const ContextPointer& context, const ActiveProperty& property, const JsonValue& nodes) {
    for (const JsonValue& node : nodes.as_array()) {
      Items expanded;
      expansion_.expand(context, property, node, expanded);
      // A document whose only node is a graph without a name is that graph.
      const bool is_nameless_graph = !nodes.is_array() && !property && expanded.size() == 1 &&
                                     expanded.front().keywords == has_graph && expanded.front().has_only(has_graph);
      statements_.add(is_nameless_graph ? expanded.front().graph : expanded);
    }
  }

  const JsonValue& root_;
  TextArena arena_;
  Contexts contexts_;
  ContextPointer context_ = contexts_.initial();
  Expansion expansion_;
  Statements statements_;
};

/// The context from outside, where one was named; false where it is wrong.
bool read_outside(const ReadOptions& options, std::unique_ptr<JsonDocument>& outside, Diagnostics& diagnostics) {
  if (options.jsonld.expand_context.empty()) return true;
  const std::string& path = options.jsonld.expand_context;
  const FileId file = diagnostics.add_file(path, path);
  outside = std::make_unique<JsonDocument>(read_all(*open_source(path), largest_document));
  return outside->read(json_options(options, file), diagnostics);
}

void read(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  std::unique_ptr<JsonDocument> outside;
  if (!read_outside(options, outside, diagnostics)) return;
  JsonDocument document(read_text(source, options, diagnostics));
  if (!document.read(json_options(options, options.file), diagnostics)) return;
  Conversion conversion(options, document, sink, diagnostics);
  if (outside == nullptr || conversion.apply(outside->root())) conversion.run();
}

}  // namespace

void read_jsonld(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  try {
    read(source, options, sink, diagnostics);
  } catch (const std::length_error&) {
    diagnostics.error("too-large", {options.file, 1, 1}, "JSON-LD documents above 2 GiB are not read");
  }
  sink.finish();
}

}  // namespace graphwright
