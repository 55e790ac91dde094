#include "yaml_screen.hpp"

#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

#include "text_location.hpp"

namespace graphwright {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t max_tab_messages = 10;

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

bool is_utf8(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  const std::size_t at = find_invalid_utf8(bytes);
  if (at == std::string_view::npos) return true;
  diagnostics.error("not-utf8", location_at(bytes, at, file),
                    is_utf16(bytes) ? std::string("the file is UTF-16; save it as UTF-8")
                                    : fmt::format("byte 0x{:02X} is not UTF-8; save the file as UTF-8",
                                                  static_cast<unsigned char>(bytes[at])));
  return false;
}

void unify_line_ends(std::string& bytes) {
  for (std::size_t at = bytes.find('\r'); at != std::string::npos; at = bytes.find('\r', at + 1))
    if (at + 1 == bytes.size() || bytes[at + 1] != '\n') bytes[at] = '\n';
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

bool has_no_controls(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_control(bytes[at])) continue;
    diagnostics.error("control-character", location_at(bytes, at, file),
                      fmt::format("control character U+{:04X} in a text file", static_cast<unsigned char>(bytes[at])));
    return false;
  }
  return true;
}

/// The column of the first tab in the indentation of a line, npos where there is none or the line is blank.
std::size_t find_tab(std::string_view line) {
  const std::size_t tab = line.find_first_not_of(' ');
  if (tab == std::string_view::npos || line[tab] != '\t') return std::string_view::npos;
  const std::size_t content = line.find_first_not_of(" \t\r", tab);
  return content == std::string_view::npos || line[content] == '#' ? std::string_view::npos : tab;
}

bool has_no_tabs(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  std::size_t found = 0;
  std::uint32_t line = 1;
  for (std::size_t begin = 0; begin < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::size_t tab = find_tab(bytes.substr(begin, end - begin));
    if (tab != std::string_view::npos && ++found <= max_tab_messages)
      diagnostics.error("tab-indentation", {file, line, static_cast<std::uint32_t>(tab + 1)},
                        "a tab in the indentation; indent with spaces");
    begin = end + 1;
  }
  return found == 0;
}

}  // namespace

bool screen_yaml(std::string& bytes, FileId file, Diagnostics& diagnostics) {
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  if (!is_utf8(bytes, file, diagnostics) || !has_no_controls(bytes, file, diagnostics)) return false;
  unify_line_ends(bytes);
  return has_no_tabs(bytes, file, diagnostics);
}

}  // namespace graphwright
