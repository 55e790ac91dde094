#include "dot_text.hpp"

#include <algorithm>

#include "picture_text.hpp"

namespace graphwright {
namespace {

std::string_view ending_backslashes(std::string_view text) { return text.substr(text.find_last_not_of('\\') + 1); }

}  // namespace

std::string_view DotText::clean(std::string_view text) {
  const auto may_need_it = [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F || byte == '\xEF';
  };
  if (std::none_of(text.begin(), text.end(), may_need_it)) return text;
  return scratch_ = without_controls(text, replaced_);
}

void DotText::id(std::string_view text) {
  output_.put('"');
  std::string_view rest = clean(text);
  while (true) {
    const std::size_t end = std::min(rest.find_first_of("\"\r\n"), rest.size());
    output_.write(rest.substr(0, end));
    output_.write(ending_backslashes(rest.substr(0, end)));
    if (end == rest.size()) break;
    if (rest[end] == '"') output_.put('\\');
    output_.put(rest[end]);
    rest.remove_prefix(end + 1);
  }
  output_.put('"');
}

void DotText::label(std::string_view text) { write(text, R"(\\)"); }

void DotText::tooltip(std::string_view text) { write(text, R"(\\\\)"); }

void DotText::url(std::string_view iri) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  output_.put('"');
  for (char byte : iri) {
    const auto code = static_cast<unsigned char>(byte);
    if (code <= 0x20 || code == 0x7F || std::string_view("\"<>\\^`{|}").find(byte) != std::string_view::npos) {
      output_.put('%');
      output_.put(hex[code >> 4U]);
      output_.put(hex[code & 0xFU]);
    } else if (byte == '&') {
      output_.write("&amp;");
    } else {
      output_.put(byte);
    }
  }
  output_.put('"');
}

void DotText::write(std::string_view text, std::string_view backslash) {
  output_.put('"');
  for (char byte : clean(text)) {
    if (byte == '"')
      output_.write("\\\"");
    else if (byte == '\\')
      output_.write(backslash);
    else if (byte == '&')
      output_.write("&amp;");
    else if (byte == '\n')
      output_.write("\\n");
    else if (byte == '\t' || byte == '\r')
      output_.put(' ');
    else
      output_.put(byte);
  }
  output_.put('"');
}

void DotText::html(std::string_view text) {
  for (char byte : clean(text)) {
    if (byte == '"')
      output_.write("&quot;");
    else if (byte == '<')
      output_.write("&lt;");
    else if (byte == '>')
      output_.write("&gt;");
    else if (byte == '&')
      output_.write("&amp;");
    else if (byte == '\t' || byte == '\r' || byte == '\n')
      output_.put(' ');
    else
      output_.put(byte);
  }
}

}  // namespace graphwright
