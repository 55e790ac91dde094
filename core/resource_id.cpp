#include "graphwright/resource_id.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "graphwright/digest.hpp"
#include "graphwright/iri.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Letters that every edition of XML 1.0 takes in a Nmtoken (fourth edition, appendix B), the common scripts.
constexpr std::array<Range, 17> letters{{{'-', '-'},
                                         {'0', '9'},
                                         {'A', 'Z'},
                                         {'_', '_'},
                                         {'a', 'z'},
                                         {0xC0, 0xD6},
                                         {0xD8, 0xF6},
                                         {0xF8, 0x131},
                                         {0x134, 0x13E},
                                         {0x141, 0x148},
                                         {0x14A, 0x17E},
                                         {0x410, 0x44F},
                                         {0x531, 0x556},
                                         {0x561, 0x586},
                                         {0x5D0, 0x5EA},
                                         {0x3041, 0x3094},
                                         {0x4E00, 0x9FA5}}};

bool is_letter(char32_t code_point) {
  return std::any_of(letters.begin(), letters.end(),
                     [=](Range range) { return code_point >= range.first && code_point <= range.last; });
}

// Longer names are no names: Graphviz, for one, cannot read very long ones.
constexpr std::size_t most_bytes = 200;

/// The letters of a text, cut to a length that a person can read at a glance.
void append_letters(std::string_view text, std::string& out) {
  constexpr int most = 40;
  int count = 0;
  for (std::size_t at = 0; at < text.size() && count < most;) {
    const std::size_t begin = at;
    if (!is_letter(decode_utf8(text, at))) continue;
    out += text.substr(begin, at - begin);
    ++count;
  }
}

/// Bytes for percent signs and two digits; nothing where a sign stands alone or the bytes are no UTF-8.
std::optional<std::string> decode_percent(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    unsigned byte = 0;
    const char* const end = text.data() + std::min(at + 3, text.size());
    if (std::from_chars(text.data() + at + 1, end, byte, 16).ptr != text.data() + at + 3) return std::nullopt;
    decoded += static_cast<char>(byte);
    at += 2;
  }
  if (find_invalid_utf8(decoded) != std::string::npos) return std::nullopt;
  return decoded;
}

/// Whether a text is one line of words with single blanks between them, which every format and every reader keeps.
bool is_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = decode_utf8(text, at); c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
  return text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string_view::npos;
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// Whether a name is the encoding of a text as part of an IRI, or of a URI, which has ASCII only.
bool is_encoded_from(std::string_view name, std::string_view text) {
  std::string as_iri;
  append_iri_part(text, as_iri);
  std::string as_uri;
  for (char c : as_iri) {
    if (is_ascii(c))
      as_uri += c;
    else
      as_uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return name == as_iri || name == as_uri;
}

}  // namespace

bool is_name_of(std::string_view text, std::string_view iri) {
  return text == short_name(iri) || (iri.find('%') != std::string_view::npos && text == readable_name(iri));
}

bool is_plain_id(std::string_view text) {
  if (text.size() > most_bytes) return false;
  for (std::size_t at = 0; at < text.size();)
    if (!is_letter(decode_utf8(text, at))) return false;
  return !text.empty();
}

std::string_view short_name(std::string_view iri) {
  std::string_view rest = iri;
  while (!rest.empty() && (rest.back() == '/' || rest.back() == '#')) rest.remove_suffix(1);
  const std::size_t cut = rest.find_last_of("#/:");
  if (cut != std::string_view::npos) rest.remove_prefix(cut + 1);
  return rest.empty() ? iri : rest;
}

std::string readable_name(std::string_view iri) {
  const std::string_view name = short_name(iri);
  if (name.find('%') == std::string_view::npos) return std::string(name);
  const std::optional<std::string> decoded = decode_percent(name);
  return decoded && is_line(*decoded) && is_encoded_from(name, *decoded) ? *decoded : std::string(name);
}

std::optional<std::string> text_in_name(std::string_view name) {
  if (name.find('%') == std::string_view::npos) return std::nullopt;
  std::optional<std::string> decoded = decode_percent(name);
  if (!decoded || is_line(*decoded) || !is_encoded_from(name, *decoded)) return std::nullopt;
  return decoded;
}

bool is_made_edge_id(std::string_view id) {
  return id.size() > 1 && id.front() == '~' && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string made_edge_id(std::size_t number) {
  const fmt::format_int digits(number);
  std::string id = "~";
  if (digits.size() < 8) id.append(8 - digits.size(), '0');
  return id.append(digits.data(), digits.size());
}

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return mix_hash(0, hash);
}

std::uint64_t mix_hash(std::uint64_t hash, std::uint64_t next) {
  hash = (hash + 0x9E3779B97F4A7C15U) ^ next;
  hash = (hash ^ hash >> 30U) * 0xBF58476D1CE4E5B9U;
  hash = (hash ^ hash >> 27U) * 0x94D049BB133111EBU;
  return hash ^ hash >> 31U;
}

void append_hex(std::uint64_t hash, std::string& out) {
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[hash >> static_cast<unsigned>(shift) & 0xFU];
}

void ResourceIds::append(const TermView& resource, std::string& out) const {
  if (resource.is_iri()) {
    const std::string_view iri = resource.text;
    if (!base_.empty() && iri.starts_with(base_) && is_plain_id(iri.substr(base_.size())))
      out += iri.substr(base_.size());
    else
      append_iri(iri, out);
    return;
  }
  out += "_:";
  if (is_plain_id(resource.text))
    out += resource.text;
  else
    out.append(".").append(sha256_hex(resource.text), 0, 16);
}

void ResourceIds::append_iri(std::string_view iri, std::string& out) const {
  if (const auto prefixed = prefixes_.shorten(iri); prefixed && prefixed->size() <= most_bytes) {
    out += *prefixed;
    return;
  }
  append_letters(readable_name(iri), out);
  const bool is_here = is_base_a_place_ && iri.starts_with(base_);
  out.append(".").append(sha256_hex(is_here ? iri.substr(base_.size()) : iri), 0, 16);
}

void ResourceIds::append_property(std::string_view iri, std::string& out) const {
  const bool is_below_base = !base_.empty() && iri.starts_with(base_) && is_plain_id(iri.substr(base_.size()));
  const auto no_prefix = prefixes_.find("");
  if (is_below_base && (!no_prefix || *no_prefix == base_))
    out.append(":").append(iri.substr(base_.size()));
  else
    append_iri(iri, out);
}

}  // namespace graphwright
