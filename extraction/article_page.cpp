#include "article_page.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

namespace graphwright::extraction {
namespace {

constexpr auto skipped =
    std::to_array<std::string_view>({"script", "style", "nav", "header", "footer", "aside", "figure", "form", "button",
                                     "noscript", "iframe", "select", "svg"});
constexpr auto blocks = std::to_array<std::string_view>({"p", "h1", "h2", "h3", "h4", "li", "blockquote", "td"});

bool has(const auto& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view name_of(const xmlNode* node) {
  return node->name == nullptr ? std::string_view{} : reinterpret_cast<const char*>(node->name);
}
std::string_view content(const xmlNode* node) {
  return node->content == nullptr ? std::string_view{} : reinterpret_cast<const char*>(node->content);
}

std::string attribute(xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)),
                                                        xmlFree);
  return value == nullptr ? std::string{} : reinterpret_cast<const char*>(value.get());
}

/// The next node in the order of the document; nodes that are not entered are stepped over.
xmlNode* next(xmlNode* node, const xmlNode* root, bool enters) {
  if (enters && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

xmlNode* find(xmlNode* root, std::string_view name) {
  for (xmlNode* node = root; node != nullptr; node = next(node, root, true))
    if (node->type == XML_ELEMENT_NODE && name_of(node) == name) return node;
  return nullptr;
}

/// Text with white space folded.
void append_folded(std::string_view text, std::string& out) {
  for (char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out.push_back(' ');
    }
  }
}

std::string text_below(xmlNode* root) {
  std::string out;
  for (xmlNode* node = root; node != nullptr;) {
    const bool is_skipped = node->type == XML_ELEMENT_NODE && has(skipped, name_of(node));
    if (node->type == XML_TEXT_NODE) append_folded(content(node), out);
    if (node->type == XML_ELEMENT_NODE && name_of(node) == "br") append_folded(" ", out);
    node = next(node, root, !is_skipped);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string main_text(xmlNode* root) {
  std::string out;
  for (xmlNode* node = root; node != nullptr;) {
    const std::string_view name = node->type == XML_ELEMENT_NODE ? name_of(node) : std::string_view{};
    const bool is_block = has(blocks, name);
    if (is_block) {
      const std::string text = text_below(node);
      if (!text.empty()) out += text + "\n\n";
    }
    node = next(node, root, !is_block && !has(skipped, name));
  }
  return out;
}

void read_metadata(xmlNode* root, ArticleInfo& info) {
  for (xmlNode* node = root; node != nullptr; node = next(node, root, true)) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = name_of(node);
    if (name == "title" && info.title.empty()) info.title = text_below(node);
    if (name == "time" && info.date.empty()) info.date = attribute(node, "datetime").substr(0, 10);
    if (name != "meta") continue;
    const std::string property = attribute(node, "property") + attribute(node, "name");
    const std::string value = attribute(node, "content");
    if (property == "og:title") info.title = value;
    if (property == "og:site_name") info.publisher = value;
    if (property == "og:url") info.url = value;
    if (property == "article:published_time" || property == "date" || property == "pubdate" || property == "DC.date")
      info.date = value.substr(0, 10);
  }
}

}  // namespace

NewsArticle read_page(std::string_view bytes) {
  NewsArticle article;
  const int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, void (*)(xmlDocPtr)> document(
      htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options), xmlFreeDoc);
  xmlNode* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr) return article;
  read_metadata(root, article.info);
  xmlNode* main = find(root, "article");
  if (main == nullptr) main = find(root, "main");
  if (main == nullptr) main = find(root, "body");
  article.text = main_text(main == nullptr ? root : main);
  return article;
}

}  // namespace graphwright::extraction
