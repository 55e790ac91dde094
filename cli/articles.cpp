#include "articles.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright::cli {
namespace {

constexpr std::size_t max_bytes = std::size_t{256} << 20U;

std::string article_name(const std::string& path, const ArticleOptions& options) {
  if (!options.id.empty() && options.files.size() == 1) return options.id;
  if (path == "-") return "article";
  return std::filesystem::path(path).stem().string();
}

/// The position of a byte in a text that may be broken there.
Location location_of(FileId file, std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  const std::size_t line = before.rfind('\n');
  const std::string_view last = line == std::string_view::npos ? before : before.substr(line + 1);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  return {file, static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(count_code_points(last) + 1)};
}

void fill(std::string& known, const std::string& given) {
  if (!given.empty()) known = given;
}

/// Takes the text from the bytes of an article; false where there is nothing to read, which is reported.
bool take_text(ByteSource& source, FileId file, bool is_html, const Extractor& extractor, NewsArticle& out,
               Diagnostics& diagnostics) {
  std::string bytes;
  try {
    bytes = read_all(source, max_bytes);
  } catch (const std::length_error&) {
    diagnostics.error("too-large", {file, 0, 0}, fmt::format("the article has more than {} MiB", max_bytes >> 20U));
    return false;
  }
  if (const std::size_t at = find_invalid_utf8(bytes); at != std::string::npos) {
    diagnostics.error("not-utf8", location_of(file, bytes, at),
                      fmt::format("the article is not UTF-8 (byte {})", at + 1));
    return false;
  }
  const bool is_page = is_html || is_html_page(bytes);
  out = read_article(std::move(bytes), is_page);
  if (out.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.warning("empty-article", {file, 0, 0}, "there is no text to read");
    return false;
  }
  if (extractor.is_foreign(out.text)) {
    diagnostics.warning("not-english", {file, 0, 0}, "the text does not look like English and was not read");
    return false;
  }
  return true;
}

/// Reads one file under the options; false where there is nothing to read.
bool load(const std::string& path, const ArticleOptions& options, const Extractor& extractor, ReadArticle& out,
          Session& session) {
  const bool is_stream = path == "-";
  const FileId file = session.diagnostics().add_file(is_stream ? "<stdin>" : path, is_stream ? std::string{} : path);
  const std::unique_ptr<ByteSource> source = open_source(path);
  const bool is_html = path.ends_with(".html") || path.ends_with(".htm");
  if (!take_text(*source, file, is_html, extractor, out.article, session.diagnostics())) return false;
  out.name = article_name(path, options);
  out.file = file;
  fill(out.article.info.date, options.info.date);
  fill(out.article.info.title, options.info.title);
  fill(out.article.info.publisher, options.info.publisher);
  fill(out.article.info.url, options.info.url);
  return true;
}

void read_text(ByteSource& source, const ReadOptions& options, Sink& sink, Diagnostics& diagnostics) {
  const Extractor extractor;
  std::vector<ReadArticle> articles(1);
  ReadArticle& one = articles.front();
  one.name = "article";
  if (take_text(source, options.file, false, extractor, one.article, diagnostics)) {
    one.claims = extractor.extract(one.article.text, one.article.info);
    push_claims(articles, options.base.empty() ? "https://example.org/" : options.base + "#", sink);
  }
  sink.finish();
}

void add_tables(const ArticleOptions& options, Extractor& extractor, Session& session) {
  const auto read = [&](const std::string& path, auto add) {
    const FileId file = session.diagnostics().add_file(path, path);
    const std::unique_ptr<ByteSource> source = open_source(path);
    (extractor.*add)(read_all(*source, max_bytes), file, session.diagnostics());
  };
  for (const std::string& path : options.names) read(path, &Extractor::add_names);
  for (const std::string& path : options.rules) read(path, &Extractor::add_rules);
}

/// Drafts the claims of some articles, several at once.
void draft(std::vector<ReadArticle>& articles, const Extractor& extractor, std::size_t jobs) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < articles.size(); at = next++)
      articles[at].claims = extractor.extract(articles[at].article.text, articles[at].article.info);
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < std::min(jobs, articles.size()); ++i) threads.emplace_back(work);
  work();
}

}  // namespace

void declare_articles(CLI::App& app, ArticleOptions& options) {
  app.add_option("ARTICLE", options.files, "texts or HTML pages to read, - for the standard input")
      ->type_name("FILE")
      ->required();
  app.add_option("--id", options.id, "name of the article (default: that of the file)")->type_name("NAME");
  app.add_option("--date", options.info.date, "day of the report: 2022-11-07, 2022-11 or 2022")->type_name("DAY");
  app.add_option("--title", options.info.title, "title of the article")->type_name("TEXT");
  app.add_option("--publisher", options.info.publisher, "publisher of the article")->type_name("NAME");
  app.add_option("--url", options.info.url, "where the article can be read; evidence names it")->type_name("URL");
  app.add_option("--base", options.base, "IRI that the names of entities begin with")->type_name("IRI");
  app.add_option("--rules", options.rules, "files with further rules")->type_name("FILE");
  app.add_option("--names", options.names, "files with further names")->type_name("FILE");
  app.add_option("--jobs", options.jobs, "how many articles are read at once")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
}

const ReaderFormat& article_reader() {
  static constexpr ReaderFormat reader{"text", true, read_text};
  return reader;
}

std::string base_of(const ArticleOptions& options) {
  if (!options.base.empty()) return options.base;
  return options.files.front() == "-" ? "https://example.org/" : file_iri(options.files.front()) + "#";
}

void read_articles(const ArticleOptions& options, Session& session, const std::function<void(ReadArticle&&)>& take) {
  Extractor extractor;
  add_tables(options, extractor, session);
  // So many that no thread waits long for the last of them.
  const std::size_t held = std::size_t{16} * options.jobs;
  for (std::size_t first = 0; first < options.files.size(); first += held) {
    std::vector<ReadArticle> articles;
    for (std::size_t at = first; at < std::min(first + held, options.files.size()); ++at)
      if (ReadArticle one; load(options.files[at], options, extractor, one, session))
        articles.push_back(std::move(one));
    draft(articles, extractor, options.jobs);
    for (ReadArticle& one : articles) take(std::move(one));
  }
}

}  // namespace graphwright::cli
