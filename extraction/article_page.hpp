#pragma once

#include <string_view>

#include "graphwright/article.hpp"

namespace graphwright::extraction {

/// The main text of an HTML page: what its article (else its body) holds in headings, paragraphs and
/// lists, a blank line between them; title, publisher and date from its metadata.
NewsArticle read_page(std::string_view bytes);

}  // namespace graphwright::extraction
