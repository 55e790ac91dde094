#pragma once

#include <functional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "graphwright/article.hpp"
#include "graphwright/reader.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// The articles of a command and what is known of them.
struct ArticleOptions {
  std::vector<std::string> files;
  std::string id;
  std::string base;
  ArticleInfo info;
  std::vector<std::string> rules;
  std::vector<std::string> names;
  unsigned jobs = 1;
};

void declare_articles(CLI::App& app, ArticleOptions& options);

/// News text as one more format that can be read: what `extract` drafts, as statements with evidence.
const ReaderFormat& article_reader();

/// The IRI that the names of drafted entities begin with.
std::string base_of(const ArticleOptions& options);

/// Reads all articles, several at once where asked, and gives each in turn; what is given does not depend on how many,
/// and only a few are held at a time.
///
/// One that is not UTF-8 is an error, one without text or in another language a warning.
void read_articles(const ArticleOptions& options, Session& session, const std::function<void(ReadArticle&&)>& take);

}  // namespace graphwright::cli
