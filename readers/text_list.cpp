#include "text_list.hpp"

#include <charconv>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::string_view white_space = " \t\r\n";

/// Reads the elements of one list; every function is false where the text does not go on as it must.
class TextListReader {
 public:
  explicit TextListReader(std::string_view rest) : rest_(rest) {}

  bool read(std::vector<std::string>& texts) {
    if (!take('[')) return false;
    if (take(']')) return is_at_end();
    do {
      if (!read_element(texts.emplace_back())) return false;
    } while (take(','));
    return take(']') && is_at_end();
  }

 private:
  void skip_space() {
    const std::size_t next = rest_.find_first_not_of(white_space);
    rest_.remove_prefix(next == std::string_view::npos ? rest_.size() : next);
  }

  bool take(char byte) {
    skip_space();
    if (!rest_.starts_with(byte)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool is_at_end() {
    skip_space();
    return rest_.empty();
  }

  bool read_element(std::string& text) {
    if (take('"')) return read_string(text);
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" \t\r\n,]"));
    rest_.remove_prefix(word.size());
    text = word;
    return word == "true" || word == "false" ||
           (!word.empty() && word.find_first_not_of("0123456789+-.eE") == std::string_view::npos);
  }

  bool read_string(std::string& text) {
    while (!rest_.empty()) {
      const char byte = rest_.front();
      rest_.remove_prefix(1);
      if (byte == '"') return true;
      if (byte != '\\')
        text += byte;
      else if (!read_escape(text))
        return false;
    }
    return false;
  }

  bool read_escape(std::string& text) {
    if (rest_.empty()) return false;
    const char letter = rest_.front();
    rest_.remove_prefix(1);
    if (letter == 'u') return read_code_point(text);
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view bytes = "\"\\/\b\f\n\r\t";
    const std::size_t at = letters.find(letter);
    if (at == std::string_view::npos) return false;
    text += bytes[at];
    return true;
  }

  bool read_unit(std::uint32_t& unit) {
    if (rest_.size() < 4) return false;
    const char* const end = rest_.data() + 4;
    const auto parsed = std::from_chars(rest_.data(), end, unit, 16);
    if (parsed.ec != std::errc{} || parsed.ptr != end) return false;
    rest_.remove_prefix(4);
    return true;
  }

  bool read_code_point(std::string& text) {
    std::uint32_t unit = 0;
    if (!read_unit(unit)) return false;
    if (unit >= 0xD800 && unit < 0xDC00) {
      std::uint32_t low = 0;
      if (!rest_.starts_with("\\u")) return false;
      rest_.remove_prefix(2);
      if (!read_unit(low) || low < 0xDC00 || low > 0xDFFF) return false;
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      return false;
    }
    append_utf8(static_cast<char32_t>(unit), text);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<std::vector<std::string>> read_text_list(std::string_view json) {
  std::vector<std::string> texts;
  if (!TextListReader(json).read(texts)) return std::nullopt;
  return texts;
}

std::vector<std::string> texts_of(std::string_view cell) {
  if (cell.empty()) return {};
  if (cell.starts_with('['))
    if (auto list = read_text_list(cell)) return std::move(*list);
  return {std::string(cell)};
}

}  // namespace graphwright
