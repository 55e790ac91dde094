#include "xml_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

#include <fmt/format.h>

namespace graphwright {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t block_bytes = std::size_t{64} << 10;
constexpr std::size_t declaration_bytes = 1024;

/// The encoding that the first bytes themselves tell; empty where they are those of ASCII.
std::string encoding_by_bytes(std::string_view begin) {
  if (begin.starts_with("\xFE\xFF"sv) || begin.starts_with("\0<\0?"sv)) return "UTF-16BE";
  if (begin.starts_with("\xFF\xFE"sv) || begin.starts_with("<\0?\0"sv)) return "UTF-16LE";
  return {};
}

std::size_t mark_bytes(std::string_view begin) {
  return begin.starts_with("\xFE\xFF"sv) || begin.starts_with("\xFF\xFE"sv) ? 2 : 0;
}

/// What the XML declaration calls the encoding; empty where it does not.
std::string declared_encoding(std::string_view begin) {
  if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
  if (!begin.starts_with("<?xml")) return {};
  begin = begin.substr(0, begin.find("?>"));
  std::size_t at = begin.find("encoding");
  if (at == std::string_view::npos) return {};
  at = begin.find_first_not_of(" \t\r\n=", at + "encoding"sv.size());
  if (at == std::string_view::npos || (begin[at] != '"' && begin[at] != '\'')) return {};
  const std::size_t end = begin.find(begin[at], at + 1);
  return end == std::string_view::npos ? std::string{} : std::string(begin.substr(at + 1, end - at - 1));
}

bool is_utf8(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  return name.empty() || name == "utf-8" || name == "utf8";
}

}  // namespace

std::size_t XmlText::read(char* buffer, std::size_t size) {
  if (!has_begun_) begin();
  while (at_ == text_.size() && !is_at_end_) {
    if (!decoder_) return bytes_.read(buffer, size);
    text_.clear();
    at_ = 0;
    read_bytes();
  }
  const std::size_t count = std::min(size, text_.size() - at_);
  std::memcpy(buffer, text_.data() + at_, count);
  at_ += count;
  return count;
}

/// Reads as much as a declaration may take, which it rarely does, and finds out what the rest is.
void XmlText::begin() {
  has_begun_ = true;
  std::array<char, declaration_bytes> block;
  std::size_t size = 0;
  while (size < block.size()) {
    const std::size_t count = bytes_.read(block.data() + size, block.size() - size);
    if (count == 0) break;
    size += count;
  }
  const std::string_view first{block.data(), size};
  encoding_ = encoding_by_bytes(first);
  const bool is_ascii = encoding_.empty();
  if (is_ascii) encoding_ = declared_encoding(first);
  if (is_utf8(encoding_)) {
    text_ = first;
    return;
  }
  decoder_ = TextDecoder::open(encoding_);
  if (!decoder_) return end(fmt::format("the encoding '{}' is not known", encoding_.substr(0, 40)));
  if (is_ascii && !decoder_->takes_ascii())
    return end(fmt::format("the document is declared to be {}, which its first bytes are not", encoding_));
  decode(first.substr(mark_bytes(first)), false);
}

void XmlText::read_bytes() {
  std::string block(block_bytes, '\0');
  const std::size_t count = bytes_.read(block.data(), block.size());
  is_at_end_ = count == 0;
  decode({block.data(), count}, is_at_end_);
}

void XmlText::decode(std::string_view bytes, bool is_last) {
  if (!decoder_->decode(bytes, is_last, text_)) end(fmt::format("these bytes are not {}", encoding_));
}

void XmlText::end(std::string error) {
  error_ = std::move(error);
  is_at_end_ = true;
}

}  // namespace graphwright
