#include "inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "graphwright/graph_builder.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/lift.hpp"
#include "graphwright/read_ahead.hpp"
#include "graphwright/scoped_blank_nodes.hpp"
#include "graphwright/table_mapping.hpp"

#include "articles.hpp"
#include "choice.hpp"
#include "jobs.hpp"
#include "progress.hpp"
#include "unfinished_sink.hpp"

namespace graphwright::cli {
namespace {

// Below this a thread costs more than it saves.
constexpr std::uintmax_t least_read_ahead = std::uintmax_t{1} << 20;

constexpr std::array<std::pair<std::string_view, JsonLdVersion>, 2> processing_modes{{
    {"json-ld-1.0", JsonLdVersion::v1_0},
    {"json-ld-1.1", JsonLdVersion::v1_1},
}};
constexpr std::array<std::pair<std::string_view, JsonLdDirection>, 4> directions{{
    {"none", JsonLdDirection::none},
    {"i18n-datatype", JsonLdDirection::i18n_datatype},
    {"compound-literal", JsonLdDirection::compound_literal},
    {"rdf12", JsonLdDirection::rdf12},
}};

std::string known_formats() {
  std::string names;
  for (const ReaderFormat& one : reader_formats()) names.append(names.empty() ? "" : ", ").append(one.format);
  return names;
}

JsonLdReadOptions jsonld_options(const JsonLdInputOptions& options) {
  JsonLdReadOptions result;
  result.expand_context = options.expand_context;
  result.generalized_rdf = options.generalized_rdf;
  for (const std::string& mode : options.processing_mode)
    if (!mode.empty()) result.processing_mode = choose("--processing-mode", mode, processing_modes);
  if (!options.direction.empty()) result.direction = choose("--rdf-direction", options.direction, directions);
  return result;
}

/// The mapping that tables are read by; null where there is none, or where it is wrong, which is reported.
std::shared_ptr<const TableMapping> mapping_of(const ReaderFormat& reader, const InputOptions& options,
                                               Session& session) {
  if (options.mapping.empty()) return nullptr;
  if (reader.format != "csv" && reader.format != "tsv")
    throw UsageError(fmt::format("a mapping reads tables (csv, tsv), not {}", reader.format));
  return read_table_mapping(options.mapping, session.diagnostics());
}

void read_one(const std::string& path, const InputOptions& options, Sink& sink, Session& session) {
  const ReaderFormat& reader = reader_for(path, options.format);
  const std::unique_ptr<ByteSource> source = open_input(path, options.jobs);
  ReadOptions read = read_options(path, options, session);
  const std::shared_ptr<const TableMapping> mapping = mapping_of(reader, options, session);
  if (!options.mapping.empty() && mapping == nullptr) return;
  read.mapping = mapping.get();
  reader.read(*source, read, sink, session.diagnostics());
}

void declare_jsonld(CLI::App& app, JsonLdInputOptions& options) {
  app.add_option("--processing-mode", options.processing_mode, "JSON-LD: by which rules it is read (default: 1.1)")
      ->type_name(words(processing_modes))
      ->expected(1)
      ->take_all();
  app.add_option("--rdf-direction", options.direction, "JSON-LD: what becomes of base directions")
      ->type_name(words(directions));
  app.add_option("--expand-context", options.expand_context, "JSON-LD: file with a context that counts first")
      ->type_name("FILE");
  app.add_flag("--generalized-rdf", options.generalized_rdf, "JSON-LD: let blank nodes be predicates");
}

}  // namespace

void declare_inputs(CLI::App& app, InputOptions& options) {
  app.add_option("INPUT", options.files, "files to read, - for the standard input")->type_name("FILE")->required();
  app.add_option("-i,--input-format", options.format, "format of the inputs (default: by suffix)")->type_name("FORMAT");
  app.add_option("--base", options.base, "base IRI for relative references (default: the file's own)")
      ->type_name("IRI");
  app.add_option("--mapping", options.mapping,
                 "what the columns of a table mean: a built-in mapping, or one of your own")
      ->type_name("gdelt|ucdp|acled|FILE");
  app.add_flag("--lenient", options.lenient, "accept what real files do although the grammar forbids it");
  app.add_flag("--lift", options.lift,
               "turn statements about statements, as this program writes them, back into facts");
  declare_jsonld(app, options.jsonld);
  app.add_option("--jobs", options.jobs, "threads that read, work and write (default: one a processor)")
      ->check(CLI::Range(0, 256));
  app.add_option("--max-depth", options.max_depth, "refuse deeper nesting than this")->capture_default_str();
  declare_time(app, options.time);
}

const ReaderFormat& reader_for(const std::string& path, const std::string& format) {
  if (format.empty() && path == "-") throw UsageError("the standard input has no suffix: name its format with -i");
  const Format* known = format.empty() ? format_of_path(path) : find_format(format);
  if (known == nullptr)
    throw UsageError(fmt::format("{}: unknown input format '{}'; formats that can be read: {}", path,
                                 format.empty() ? "by suffix" : format, known_formats()));
  const ReaderFormat* reader = known->name == "text" ? &article_reader() : find_reader(known->name);
  if (reader == nullptr)
    throw UsageError(fmt::format("{}: {} cannot be read; formats that can: {}", path, known->name, known_formats()));
  return *reader;
}

ReadOptions read_options(const std::string& path, const InputOptions& options, Session& session) {
  ReadOptions read{.base = options.base, .lenient = options.lenient, .max_depth = options.max_depth};
  read.jsonld = jsonld_options(options.jsonld);
  const bool is_stream = path == "-";
  read.file = session.diagnostics().add_file(is_stream ? "<stdin>" : path, is_stream ? std::string{} : path);
  if (read.base.empty() && !is_stream) read.base = file_iri(path);
  read.document = options.document;
  if (read.document.empty() && !options.base.empty() && !is_stream)
    read.document = document_iri(options.base, path.substr(path.rfind('/') + 1));
  return read;
}

std::string document_iri(const std::string& base, const std::string& name) {
  constexpr std::string_view root = "file:///";
  return BaseIri(base).resolve(file_iri("/" + name).substr(root.size()));
}

bool has_facts(const InputOptions& options) {
  if (options.lift || options.time.is_set()) return true;
  for (const std::string& path : options.files)
    if (reader_for(path, options.format).has_facts) return true;
  return false;
}

std::unique_ptr<ByteSource> open_input(const std::string& path, std::size_t jobs) {
  std::unique_ptr<ByteSource> source = open_source(path);
  std::error_code unknown;
  const bool is_large = std::filesystem::is_regular_file(path, unknown) &&
                        std::filesystem::file_size(path, unknown) >= least_read_ahead && !unknown;
  return is_large && thread_count(jobs) > 1 ? read_ahead(std::move(source)) : std::move(source);
}

std::string base_of_table(const std::string& path, const InputOptions& options) {
  const std::string_view format = reader_for(path, options.format).format;
  if ((format != "csv" && format != "tsv") || !options.mapping.empty()) return {};
  if (!options.base.empty() || path == "-") return options.base;
  const std::string file = file_iri(path);
  return file.substr(0, file.rfind('/') + 1);
}

std::string BlankScopes::next(const std::string& base_of_table) {
  ++count_;
  return fmt::format("i{}", base_of_table.empty() ? count_ : tables_.emplace(base_of_table, count_).first->second);
}

void read_inputs(const InputOptions& options, Sink& sink, Session& session) {
  std::vector<std::string> scopes;
  BlankScopes names;
  for (const std::string& path : options.files) scopes.push_back(names.next(base_of_table(path, options)));
  const bool is_one_scope =
      std::all_of(scopes.begin(), scopes.end(), [&](const auto& one) { return one == scopes[0]; });
  ProgressSink progress(sink, stderr_is_terminal() && !session.is_quiet());
  for (std::size_t at = 0; at < scopes.size(); ++at) {
    UnfinishedSink unfinished(progress);
    if (is_one_scope) {
      read_one(options.files[at], options, unfinished, session);
      continue;
    }
    ScopedBlankNodes scoped(unfinished, scopes[at]);
    read_one(options.files[at], options, scoped, session);
  }
  progress.finish();
}

Graph read_graph(const InputOptions& options, Session& session) {
  Graph graph;
  GraphBuilder builder(graph, {.keep_locations = true});
  read_inputs(options, builder, session);
  if (options.lift) lift(graph, session.diagnostics());
  return selected(std::move(graph), options.time);
}

}  // namespace graphwright::cli
