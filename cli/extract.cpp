#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/extraction.hpp"
#include "graphwright/utf8.hpp"

#include "verb.hpp"

namespace graphwright::cli {
namespace {

struct ExtractOptions {
  std::vector<std::string> files;
  std::string id;
  ArticleInfo info;
  std::string format;
  std::string path = "-";
};

/// A value as a field of a table: on one line, without tabs.
std::string field(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return out;
}

int extract(const ExtractOptions& options, Session& session) {
  const Extractor extractor;
  fmt::print("passage\trelation\tsubject\tobject\tdate\tplace\tstatus\tsource\tevidence\n");
  for (const std::string& path : options.files) {
    const std::unique_ptr<ByteSource> source = open_source(path);
    const std::string text = read_all(*source, std::size_t{256} << 20U);
    for (const Claim& one : extractor.extract(text, options.info))
      fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", options.id, one.relation, field(one.subject),
                 field(one.object), one.time, field(one.place), name(one.modality), field(one.speaker),
                 field(std::string_view(text).substr(one.begin, one.end - one.begin)));
  }
  return session.close();
}

}  // namespace

std::function<int(Session&)> declare_extract(CLI::App& app) {
  auto options = std::make_shared<ExtractOptions>();
  app.add_option("ARTICLE", options->files, "articles to read, - for the standard input")->required();
  app.add_option("--id", options->id, "name of the article");
  app.add_option("--date", options->info.date, "day of the report (2022-11-07, 2022-11 or 2022)");
  app.add_option("-f,--output-format", options->format, "format to write");
  return [options](Session& session) { return extract(*options, session); };
}

}  // namespace graphwright::cli
