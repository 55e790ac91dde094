#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphwright/extraction.hpp"
#include "graphwright/output.hpp"
#include "graphwright/sink.hpp"

namespace graphwright {

/// An article as it is read: its text, and what page or header say of it.
struct NewsArticle {
  std::string text;
  ArticleInfo info;
};

/// Takes the text of an article from the bytes of a file, which must be UTF-8.
///
/// An HTML page gives its headings and paragraphs, its title, publisher and date; a text file may begin with
/// lines `Title:`, `Date:`, `Publisher:`, `URL:` and an empty line, which are read and blanked, so that offsets stay.
NewsArticle read_article(std::string bytes, bool is_html);
/// Whether bytes look like an HTML page.
bool is_html_page(std::string_view bytes);

/// An article that was read, under the name and IRI that its evidence has.
struct ReadArticle {
  std::string name;
  NewsArticle article;
  std::vector<Claim> claims;
  /// The file that it was read from, for messages.
  FileId file = FileId::none;
};

/// Pushes claims as statements with their facts and evidence; names become IRIs below the base.
void push_claims(const std::vector<ReadArticle>& articles, std::string_view base, Sink& sink);

/// The claims as a fact file that `build` reads: entities by name, one block a fact with its quote.
///
/// Its last line is a digest of the others, by which `is_untouched_draft` sees that nobody has changed it.
std::string draft_facts(const std::vector<ReadArticle>& articles);
bool is_untouched_draft(std::string_view text);

/// The line above the rows of a table of claims: names of columns, parted by tabs.
inline constexpr std::string_view claim_columns =
    "passage\trelation\tsubject\tobject\tdate\tplace\tstatus\tsource\tevidence\n";

/// Writes the claims of an article as rows of a table.
void write_claims(const ReadArticle& article, Output& output);

}  // namespace graphwright
