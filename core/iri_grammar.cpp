#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graphwright/iri.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 17> ucschar{{{0xA0, 0xD7FF},
                                         {0xF900, 0xFDCF},
                                         {0xFDF0, 0xFFEF},
                                         {0x10000, 0x1FFFD},
                                         {0x20000, 0x2FFFD},
                                         {0x30000, 0x3FFFD},
                                         {0x40000, 0x4FFFD},
                                         {0x50000, 0x5FFFD},
                                         {0x60000, 0x6FFFD},
                                         {0x70000, 0x7FFFD},
                                         {0x80000, 0x8FFFD},
                                         {0x90000, 0x9FFFD},
                                         {0xA0000, 0xAFFFD},
                                         {0xB0000, 0xBFFFD},
                                         {0xC0000, 0xCFFFD},
                                         {0xD0000, 0xDFFFD},
                                         {0xE1000, 0xEFFFD}}};
constexpr std::array<Range, 3> iprivate{{{0xE000, 0xF8FF}, {0xF0000, 0xFFFFD}, {0x100000, 0x10FFFD}}};

template <std::size_t count>
bool is_in(char32_t c, const std::array<Range, count>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range range) { return c >= range.first && c <= range.last; });
}

bool is_alphanumeric(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_hex(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_one_of(char32_t c, std::string_view set) {
  return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
}

/// iunreserved and sub-delims (RFC 3987, 2.2).
bool is_plain(char32_t c) { return is_alphanumeric(c) || is_one_of(c, "-._~!$&'()*+,;=") || is_in(c, ucschar); }

/// One component of an IRI and what it may hold beside plain characters and percent-encoded octets.
struct Component {
  std::string_view name;
  std::string_view further;
  bool may_be_private = false;
};

constexpr Component user_info{"user information", ":"};
constexpr Component host{"host", ""};
constexpr Component path{"path", ":@/"};
constexpr Component query{"query", ":@/?", true};
constexpr Component fragment{"fragment", ":@/?"};

std::string shown(char32_t c) {
  if (c > 0x20 && c < 0x7F) return fmt::format("'{}'", static_cast<char>(c));
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

bool begins_octet(std::string_view text) { return text.size() >= 3 && is_hex(text[1]) && is_hex(text[2]); }

std::optional<std::string> find_error(std::string_view text, const Component& component) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '%') {
      if (!begins_octet(text.substr(at)))
        return fmt::format("'%' must be followed by two hexadecimal digits, but the {} has '{}'", component.name,
                           text.substr(at, 3));
      at += 3;
      continue;
    }
    const char32_t c = decode_utf8(text, at);
    if (is_plain(c) || is_one_of(c, component.further) || (component.may_be_private && is_in(c, iprivate))) continue;
    return fmt::format("the {} must not contain {}", component.name, shown(c));
  }
  return std::nullopt;
}

/// Whether the text between the brackets of a host can be an address; its groups are not counted.
bool is_address(std::string_view text) {
  if (text.empty()) return false;
  if (text.front() == 'v' || text.front() == 'V')
    return text.size() > 3 && text.find('.') > 1 && text.find('.') < text.size() - 1;
  return text.find(':') != std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

std::optional<std::string> find_host_error(std::string_view text) {
  if (!text.starts_with('[')) return find_error(text, host);
  if (text.ends_with(']') && is_address(text.substr(1, text.size() - 2))) return std::nullopt;
  return fmt::format("'{}' is not an IP address", text);
}

std::optional<std::string> find_authority_error(std::string_view authority) {
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    if (auto error = find_error(authority.substr(0, at), user_info)) return error;
    authority.remove_prefix(at + 1);
  }
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.find_first_not_of("0123456789") != std::string_view::npos)
      return fmt::format("the port must be a number, but is '{}'", port);
  }
  return find_host_error(authority.substr(0, colon));
}

/// Without a scheme, a colon in the first segment would make that segment one (RFC 3986, 4.2).
bool looks_like_scheme(const IriParts& parts) {
  return !parts.scheme && !parts.authority &&
         parts.path.substr(0, parts.path.find('/')).find(':') != std::string_view::npos;
}

}  // namespace

bool is_iri_unreserved(char32_t c) { return is_alphanumeric(c) || is_one_of(c, "-._~") || is_in(c, ucschar); }

std::optional<std::string> find_iri_error(std::string_view reference) {
  if (find_invalid_utf8(reference) != std::string_view::npos) return "it is not well-formed UTF-8";
  const IriParts parts = split_iri(reference);
  if (looks_like_scheme(parts)) return fmt::format("'{}' is not a scheme", parts.path.substr(0, parts.path.find(':')));
  if (parts.authority)
    if (auto error = find_authority_error(*parts.authority)) return error;
  if (auto error = find_error(parts.path, path)) return error;
  if (parts.query)
    if (auto error = find_error(*parts.query, query)) return error;
  if (parts.fragment) return find_error(*parts.fragment, fragment);
  return std::nullopt;
}

}  // namespace graphwright
