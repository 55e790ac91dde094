#include <fmt/format.h>

#include "graphwright/exporter.hpp"
#include "graphwright/reader.hpp"

#include "articles.hpp"
#include "verb.hpp"

namespace graphwright::cli {
namespace {

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (std::string_view word : words) text.append(text.empty() ? "" : " ").append(word);
  return text.empty() ? "-" : text;
}

int list_formats() {
  fmt::print("{:<10} {:<5} {:<6} {:<14} {:<32} {}\n", "name", "read", "write", "suffixes", "media type", "title");
  for (const Format& one : formats()) {
    const bool is_read = find_reader(one.name) != nullptr || one.name == article_reader().format;
    const bool is_written = find_exporter(one.name) != nullptr;
    if (!is_read && !is_written) continue;
    fmt::print("{:<10} {:<5} {:<6} {:<14} {:<32} {}\n", one.name, is_read ? "yes" : "-", is_written ? "yes" : "-",
               joined(one.suffixes), joined(one.media_types), one.title);
  }
  return exit_fine;
}

}  // namespace

std::function<int(Session&)> declare_formats(CLI::App&) {
  return [](Session&) { return list_formats(); };
}

}  // namespace graphwright::cli
