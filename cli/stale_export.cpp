#include "stale_export.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/diff.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/lift.hpp"
#include "graphwright/reader.hpp"

#include "diff_report.hpp"

namespace graphwright::cli {
namespace {

constexpr std::size_t shown_changes = 10;

/// What a file of this format says, lifted; nothing where it has errors.
std::optional<Graph> read_back(const ReaderFormat& reader, ByteSource& source, const std::string& base) {
  Diagnostics diagnostics;
  Graph graph;
  GraphBuilder builder(graph);
  ReadOptions options;
  options.base = base;
  options.file = diagnostics.add_file("export");
  reader.read(source, options, builder, diagnostics);
  lift(graph, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return graph;
}

std::optional<Graph> read_file(const ReaderFormat& reader, const BuildExport& one) {
  const auto source = open_source(one.path);
  return read_back(reader, *source, one.settings.base);
}

std::optional<Graph> read_new(const ReaderFormat& reader, const BuildExport& one, const Project& project) {
  StringOutput output;
  exporter_for(one.path, one.options.format).open(output, one.settings)->write(one.graph(project));
  const std::string text = output.take();
  const auto source = memory_source(text);
  return read_back(reader, *source, one.settings.base);
}

std::string statement(const GraphWords& words, const Premise& premise) {
  const Statement one = words.graph().statement(premise.statement);
  return fmt::format("{} {} {}", words.term(one.subject), words.term(one.predicate), words.term(one.object));
}

std::string change(const FactChange& one, const GraphWords& before, const GraphWords& after) {
  if (one.kind == FactChange::Kind::removed) return "removed: " + statement(before, one.before);
  if (one.kind == FactChange::Kind::added) return "added: " + statement(after, one.after);
  const std::string old_text = statement(before, one.before), new_text = statement(after, one.after);
  return old_text == new_text ? "changed: " + new_text : fmt::format("changed: {} -> {}", old_text, new_text);
}

std::string counts(const GraphDiff& diff) {
  std::array<std::size_t, 3> count{};
  for (const FactChange& one : diff.changes) ++count[static_cast<std::size_t>(one.kind)];
  const auto of = [&](FactChange::Kind kind) { return count[static_cast<std::size_t>(kind)]; };
  return fmt::format("{} facts added, {} removed, {} changed", of(FactChange::Kind::added),
                     of(FactChange::Kind::removed), of(FactChange::Kind::changed));
}

}  // namespace

std::optional<StaleExport> compare_stale(const BuildExport& one, const Project& project) {
  const ReaderFormat* reader = find_reader(exporter_for(one.path, one.options.format).format);
  if (reader == nullptr || reader->has_facts) return std::nullopt;
  std::optional<Graph> before = read_file(*reader, one);
  std::optional<Graph> after = read_new(*reader, one, project);
  if (!before || !after) return std::nullopt;
  const GraphDiff found = diff(std::move(*before), std::move(*after));
  if (found.sameness == Sameness::same) return StaleExport{"it states the same in another form", {}};
  const Diagnostics nowhere;
  PropertyGraphOptions options;
  options.base = project.manifest().base;
  options.prefixes = project.manifest().prefixes;
  const GraphWords old_words(found.before, options, one.path, nowhere), new_words(found.after, options, {}, nowhere);
  StaleExport result{counts(found), {}};
  for (std::size_t number = 0; number < std::min(found.changes.size(), shown_changes); ++number)
    result.changes.push_back({{}, change(found.changes[number], old_words, new_words)});
  if (found.changes.size() > shown_changes)
    result.changes.push_back({{}, fmt::format("and {} more", found.changes.size() - shown_changes)});
  return result;
}

}  // namespace graphwright::cli
