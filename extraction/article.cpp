#include "graphwright/article.hpp"

#include <algorithm>

#include "article_page.hpp"
#include "tokens.hpp"

namespace graphwright {
namespace {

/// The value of a header line, which is blanked; empty where the line is no header.
std::string* header_field(std::string_view key, ArticleInfo& info) {
  if (key == "title") return &info.title;
  if (key == "date") return &info.date;
  if (key == "publisher") return &info.publisher;
  if (key == "url") return &info.url;
  return nullptr;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// Reads the lines before the first empty line if each is a header.
void take_header(NewsArticle& article) {
  ArticleInfo info = article.info;
  std::size_t at = 0;
  while (at < article.text.size()) {
    const std::size_t end = std::min(article.text.find('\n', at), article.text.size());
    const std::string_view line = trimmed(std::string_view(article.text).substr(at, end - at));
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon > 16) return;  // or there is none
    std::string* field = header_field(extraction::lower(line.substr(0, colon)), info);
    if (field == nullptr) return;
    *field = trimmed(line.substr(colon + 1));
    at = end + 1;
  }
  if (at == 0) return;
  article.info = info;
  std::fill(article.text.begin(), article.text.begin() + static_cast<std::ptrdiff_t>(std::min(at, article.text.size())),
            '\n');
}

}  // namespace

bool is_html_page(std::string_view bytes) {
  const std::string start = extraction::lower(bytes.substr(0, std::min<std::size_t>(bytes.size(), 256)));
  return start.find("<!doctype html") != std::string::npos || start.find("<html") != std::string::npos;
}

NewsArticle read_article(std::string bytes, bool is_html) {
  if (is_html) return extraction::read_page(bytes);
  NewsArticle article;
  article.text = std::move(bytes);
  take_header(article);
  return article;
}

}  // namespace graphwright
