#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include <fmt/format.h>

#include "graphwright/article.hpp"
#include "graphwright/byte_source.hpp"
#include "graphwright/graph_builder.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/utf8.hpp"

#include "articles.hpp"
#include "outputs.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct ExtractOptions {
  ArticleOptions articles;
  OutputOptions output;
  std::string path = "-";
  std::string text_path;
};

void write_text(const std::string& path, std::string_view text, Session& session) {
  const std::unique_ptr<Output> output = open_output(path);
  output->write(text);
  if (!session.has_failed()) output->commit();
}

/// The name that says what to write: as asked for, else by the suffix, else a fact file.
std::string format_name(const ExtractOptions& options) {
  std::string_view name = options.output.format;
  if (name.empty() && options.path == "-") return "facts";
  const Format* known = name.empty() ? format_of_path(options.path) : find_format(name);
  if (known == nullptr) throw UsageError(fmt::format("unknown output format '{}'", name.empty() ? options.path : name));
  return std::string(known->name);
}

void write_graph(const ExtractOptions& options, const std::vector<ReadArticle>& articles, Session& session) {
  Graph graph;
  GraphBuilder builder(graph, {});
  push_claims(articles, base_of(options.articles), builder);
  builder.finish();
  Export file(options.path, options.output);
  file.exporter().write(graph);
  file.close(session);
}

int extract(const ExtractOptions& options, Session& session) {
  const std::string format = format_name(options);
  if (format == "facts" && options.path != "-" && !options.path.ends_with(".draft.yaml"))
    throw UsageError(fmt::format(
        "{}: a draft is written to a file named *.draft.yaml, so that no corrected file is overwritten", options.path));
  const std::vector<ReadArticle> articles = read_articles(options.articles, session);
  if (!options.text_path.empty() && articles.size() == 1)
    write_text(options.text_path, articles.front().article.text, session);
  if (format == "facts") {
    write_text(options.path, draft_facts(articles), session);
  } else if (format == "tsv") {
    write_text(options.path, claim_table(articles), session);
  } else {
    write_graph(options, articles, session);
  }
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_extract(CLI::App& app) {
  auto options = std::make_shared<ExtractOptions>();
  declare_articles(app, options->articles);
  declare_export(app, options->output);
  app.add_option("-f,--output-format", options->output.format, "format to write (default: by suffix, else facts)")
      ->type_name("facts|tsv|FORMAT");
  app.add_option("-o,--output", options->path, "file to write, - for the standard output")
      ->type_name("FILE")
      ->capture_default_str();
  app.add_option("--text", options->text_path,
                 "also write the text that was read, for the manifest's sources (one article)")
      ->type_name("FILE");
  return [options](Session& session) { return extract(*options, session); };
}

}  // namespace graphwright::cli
