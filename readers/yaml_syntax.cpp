#include "yaml_syntax.hpp"

#include <fmt/format.h>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::string_view white = " \t\r\n";

std::string_view line_before(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t newline = before.rfind('\n');
  return newline == std::string_view::npos ? before : before.substr(newline + 1);
}

bool begins_line(std::string_view text, std::size_t at) {
  return line_before(text, at).find_first_not_of(' ') == std::string_view::npos;
}

std::string explain_map_value(std::string_view text, std::size_t at) {
  if (line_before(text, at).find(": ") != std::string_view::npos)
    return "a second ': ' on one line; put a text that holds ': ' in quotation marks";
  return "a key cannot stand here; check the indentation of this line and of the one above";
}

std::string explain_open_block(std::string_view text, std::size_t at) {
  if (begins_line(text, at)) return "this line is indented neither like the lines above nor like what they belong to";
  const char before = line_before(text, at).find('\'') != std::string_view::npos ? '\'' : '"';
  return fmt::format("text goes on after a closing {} mark; put the whole text in the other kind of quotation marks",
                     before);
}

std::string explain_token(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\t') return "a tab cannot stand here; use spaces";
  if (at < text.size() && static_cast<unsigned char>(text[at]) > 0x20)
    return fmt::format("a text cannot begin with '{}'; put it in quotation marks", text[at]);
  return "this is no YAML";
}

/// How many raw bytes an escape in double quotation marks takes (YAML 1.2.2, 5.7).
std::size_t escape_length(char kind) {
  switch (kind) {
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    default:
      return 2;
  }
}

/// Past the opening quotation mark, or past the header and indentation of a block scalar.
std::size_t content_begin(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return begin;
  if (text[begin] == '"' || text[begin] == '\'') return begin + 1;
  if (text[begin] != '>' && text[begin] != '|') return begin;
  const std::size_t line = text.find('\n', begin);
  return line == std::string_view::npos ? text.size() : std::min(text.find_first_not_of(white, line), text.size());
}

}  // namespace

std::string explain_yaml_error(std::string_view text, std::size_t at, std::string_view parser_message) {
  if (parser_message == "illegal map value") return explain_map_value(text, at);
  if (parser_message == "end of map not found" || parser_message == "end of sequence not found")
    return explain_open_block(text, at);
  if (parser_message == "end of map flow not found") return "a '{' is never closed, or a ',' is missing";
  if (parser_message == "end of sequence flow not found") return "a '[' is never closed, or a ',' is missing";
  if (parser_message == "unknown token") return explain_token(text, at);
  if (parser_message == "illegal block entry") return "a list item ('- ') begins a line of its own";
  if (parser_message == "the referenced anchor is not defined")
    return "a text cannot begin with '*'; put it in quotation marks";
  return fmt::format("this is no YAML: {}", parser_message);
}

bool find_unclosed_quote(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return false;
  const char mark = text[at];
  for (++at; at < text.size(); ++at) {
    if (mark == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == mark) {
      if (mark == '"' || text.substr(at + 1, 1) != "'") return false;
      ++at;
    }
  }
  return true;
}

bool is_flow_start(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '[' || text[at] == '{');
}

std::size_t find_raw_offset(std::string_view text, std::size_t begin, std::string_view value,
                            std::size_t value_offset) {
  const char mark = begin < text.size() ? text[begin] : '\0';
  std::size_t raw = content_begin(text, begin);
  for (std::size_t at = 0; at < value_offset && at < value.size() && raw < text.size();) {
    if (white.find(value[at]) != std::string_view::npos) {
      ++at;
      raw = std::min(text.find_first_not_of(white, raw), text.size());
      while (at < value_offset && at < value.size() && white.find(value[at]) != std::string_view::npos) ++at;
    } else if (mark == '"' && text[raw] == '\\' && raw + 1 < text.size()) {
      raw += escape_length(text[raw + 1]);
      decode_utf8(value, at);
    } else {
      raw += mark == '\'' && text[raw] == '\'' ? 2 : 1;
      ++at;
    }
  }
  return std::min(raw, text.size());
}

}  // namespace graphwright
