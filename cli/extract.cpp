#include <algorithm>
#include <filesystem>
#include <iostream>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "graphwright/article.hpp"
#include "graphwright/builtin_ontology.hpp"
#include "graphwright/claim_types.hpp"
#include "graphwright/decisions.hpp"
#include "graphwright/graph_builder.hpp"

#include "articles.hpp"
#include "draft_files.hpp"
#include "knowledge.hpp"
#include "outputs.hpp"
#include "review.hpp"
#include "review_text.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct ExtractOptions {
  ArticleOptions articles;
  OutputOptions output;
  std::string path = "-";
  std::string text_path;
  std::string decisions;
  std::vector<std::string> ontologies;
  bool review = false;
};

void write_text(const std::string& path, std::string_view text, const Session& session) {
  if (!session.has_failed()) write_file(path, text);
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

/// Throws where a file would be written over an article, or over facts that a person may have written.
void protect(const ExtractOptions& options, const std::string& path) {
  if (path.empty() || path == "-") return;
  if (path.ends_with(".yaml") || path.ends_with(".yml")) check_draft_path(path);
  for (const std::string& article : options.articles.files)
    if (std::error_code missing; std::filesystem::equivalent(article, path, missing))
      throw UsageError(fmt::format("{}: the article would be overwritten", path));
}

/// Throws where the command cannot be carried out as it was given, before anything is read.
void check_options(const ExtractOptions& options, const std::string& format) {
  if (format == "facts" && options.path != "-") check_draft_path(options.path);
  for (const std::string* path : {&options.path, &options.text_path, &options.decisions}) protect(options, *path);
  if (!options.review) return;
  const std::vector<std::string>& files = options.articles.files;
  if (std::find(files.begin(), files.end(), "-") != files.end())
    throw UsageError("--review asks on the standard input; name the file of the article");
  if (options.path == "-") throw UsageError("--review asks on the standard output; say -o FILE.draft.yaml");
  if (options.decisions.empty())
    throw UsageError("--review needs a file for the decisions: -o FILE.draft.yaml or --decisions FILE");
}

/// Leaves out what the ontology does not admit and says what that was.
void drop_misfits(ReadArticle& article, const ClaimTypes& types, Session& session) {
  const std::size_t count = article.claims.size();
  std::string first;
  std::erase_if(article.claims, [&](const Claim& claim) {
    const std::string fault = types.misfit(claim);
    if (first.empty()) first = fault;
    return !fault.empty();
  });
  const std::size_t dropped = count - article.claims.size();
  if (dropped != 0)
    session.diagnostics().warning("unfit-fact", {article.file, 0, 0},
                                  fmt::format("{} left out that the ontology does not admit: {}{}",
                                              counted(dropped, "fact"), first, dropped > 1 ? " (the first)" : ""));
}

void review(const ExtractOptions& options, const std::vector<ReadArticle>& drafted, const ClaimTypes& types,
            Decisions& decisions, Session& session) {
  std::vector<ReadArticle> articles = drafted;
  Diagnostics known;  // what is said again when the draft is made
  for (ReadArticle& article : articles) decisions.apply(article, known);
  const auto keep = [&](const Decisions& all) { write_file(options.decisions, all.text()); };
  Review dialogue(articles, types, decisions, keep, std::cin, std::cout, isatty(STDIN_FILENO) == 0);
  if (!session.has_failed()) dialogue.run();
  decisions = dialogue.decisions();
}

/// A table needs no more than one article at a time.
int extract_table(const ExtractOptions& options, const Decisions& decisions, const ClaimTypes& types,
                  Session& session) {
  const std::unique_ptr<Output> output = open_output(options.path);
  output->write(claim_columns);
  read_articles(options.articles, session, [&](ReadArticle&& article) {
    drop_misfits(article, types, session);
    decisions.apply(article, session.diagnostics());
    write_claims(article, *output);
  });
  if (!session.has_failed()) output->commit();
  return session.close();
}

int extract(ExtractOptions options, Session& session) {
  const std::string format = format_name(options);
  if (options.decisions.empty()) options.decisions = decisions_path(options.path);
  check_options(options, format);
  if (options.ontologies.empty()) options.ontologies.emplace_back(default_ontology);
  const Knowledge knowledge(options.ontologies, session);
  Decisions decisions = read_decisions(options.decisions, session);
  const ClaimTypes types(knowledge.ontology(), knowledge.vocabulary());
  if (format == "tsv" && !options.review && options.text_path.empty())
    return extract_table(options, decisions, types, session);
  std::vector<ReadArticle> articles;
  read_articles(options.articles, session, [&](ReadArticle&& one) {
    drop_misfits(one, types, session);
    articles.push_back(std::move(one));
  });
  if (options.review) review(options, articles, types, decisions, session);
  for (ReadArticle& article : articles) {
    decisions.apply(article, session.diagnostics());
    for (Claim& claim : article.claims) types.lend(claim);
  }
  if (!options.text_path.empty() && articles.size() == 1)
    write_text(options.text_path, articles.front().article.text, session);
  if (format == "facts") {
    write_text(options.path, draft_facts(articles), session);
  } else if (format == "tsv") {
    StringOutput table;
    table.write(claim_columns);
    for (const ReadArticle& article : articles) write_claims(article, table);
    write_text(options.path, table.take(), session);
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
  app.add_flag("--review", options->review, "ask about each drafted fact: accept, edit or reject");
  app.add_option("--decisions", options->decisions,
                 "file of what was decided in reviews (default: X.decisions.tsv beside X.draft.yaml)")
      ->type_name("FILE");
  app.add_option("--ontology", options->ontologies, "ontology that the facts must fit")->type_name("diplomacy|FILE");
  return [options](Session& session) { return extract(*options, session); };
}

}  // namespace graphwright::cli
