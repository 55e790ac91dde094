#include "graphwright/iri.hpp"

#include <filesystem>

#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_scheme_byte(char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; }

/// The length of the scheme that a reference begins with, without its colon; 0 where there is none.
std::size_t scheme_length(std::string_view reference) {
  if (reference.empty() || !is_letter(reference.front())) return 0;
  std::size_t at = 1;
  while (at < reference.size() && is_scheme_byte(reference[at])) ++at;
  return at < reference.size() && reference[at] == ':' ? at : 0;
}

void append_encoded(char byte, std::string& out) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out.append({'%', digits[value >> 4U], digits[value & 0xFU]});
}

/// Cuts off what precedes the first of `marks` and returns it.
std::string_view take_until(std::string_view& rest, std::string_view marks) {
  const std::string_view taken = rest.substr(0, rest.find_first_of(marks));
  rest.remove_prefix(taken.size());
  return taken;
}

/// Removes the last segment that was written after `start`, with the slash before it.
void drop_last_segment(std::string& out, std::size_t start) {
  const std::size_t slash = out.rfind('/');
  out.resize(slash == std::string::npos || slash < start ? start : slash);
}

/// Appends a path with its `.` and `..` segments carried out (RFC 3986, 5.2.4).
void append_without_dots(std::string_view path, std::string& out) {
  const std::size_t start = out.size();
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./") || path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path.starts_with("/../")) {
      path.remove_prefix(3);
      drop_last_segment(out, start);
    } else if (path == "/.." || path == "/.") {
      if (path == "/..") drop_last_segment(out, start);
      path = "/";
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t next = path.find('/', 1);
      out.append(path.substr(0, next));
      path.remove_prefix(next == std::string_view::npos ? path.size() : next);
    }
  }
}

/// Whether a segment of the path may be `.` or `..`; errs on the side of yes.
bool may_have_dots(std::string_view path) { return path.starts_with('.') || path.find("/.") != std::string_view::npos; }

std::string_view directory(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

bool is_unreserved(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

}  // namespace

bool has_scheme(std::string_view reference) { return scheme_length(reference) != 0; }

IriParts split_iri(std::string_view reference) {
  IriParts parts;
  if (const std::size_t length = scheme_length(reference)) {
    parts.scheme = reference.substr(0, length);
    reference.remove_prefix(length + 1);
  }
  if (reference.starts_with("//")) {
    reference.remove_prefix(2);
    parts.authority = take_until(reference, "/?#");
  }
  parts.path = take_until(reference, "?#");
  if (reference.starts_with('?')) {
    reference.remove_prefix(1);
    parts.query = take_until(reference, "#");
  }
  if (reference.starts_with('#')) parts.fragment = reference.substr(1);
  return parts;
}

BaseIri::BaseIri(std::string_view iri) : text_(iri) {
  const IriParts parts = split_iri(iri);
  if (parts.scheme) root_.append(*parts.scheme).append(":");
  if (parts.authority) root_.append("//").append(*parts.authority);
  document_ = root_;
  document_.append(parts.path);
  const std::string_view folder = parts.authority && parts.path.empty() ? "/" : directory(parts.path);
  folder_ = folder;
  sibling_ = root_;
  append_without_dots(folder, sibling_);
  if (parts.query) query_ = *parts.query;
}

void BaseIri::resolve(std::string_view reference, std::string& out) const {
  if (text_.empty() || has_scheme(reference)) {
    out.append(reference);
    return;
  }
  const IriParts parts = split_iri(reference);
  if (parts.authority) {
    out.append(root_, 0, root_.find(':') + 1).append("//").append(*parts.authority);
    append_without_dots(parts.path, out);
  } else if (parts.path.empty()) {
    out.append(document_);
    if (!parts.query && query_) out.append("?").append(*query_);
  } else if (parts.path.starts_with('/')) {
    out.append(root_);
    append_without_dots(parts.path, out);
  } else if (!may_have_dots(parts.path)) {
    out.append(sibling_).append(parts.path);
  } else {
    out.append(root_);
    append_without_dots(std::string(folder_).append(parts.path), out);
  }
  if (parts.query) out.append("?").append(*parts.query);
  if (parts.fragment) out.append("#").append(*parts.fragment);
}

std::string BaseIri::resolve(std::string_view reference) const {
  std::string out;
  resolve(reference, out);
  return out;
}

void append_iri_part(std::string_view text, std::string& out, std::string_view kept) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_unreserved(text[at])) ++at;
    if (at != begin) {
      out.append(text, begin, at - begin);
      continue;
    }
    const bool is_kept = is_iri_unreserved(decode_utf8(text, at)) || kept.find(text[begin]) != std::string_view::npos;
    for (char byte : text.substr(begin, at - begin)) {
      if (is_kept)
        out += byte;
      else
        append_encoded(byte, out);
    }
  }
}

std::string file_iri(std::string_view path) {
  std::string iri = "file://";
  for (char c : std::filesystem::absolute(std::filesystem::path(path)).lexically_normal().generic_string()) {
    if (is_unreserved(c) || c == '/')
      iri += c;
    else
      append_encoded(c, iri);
  }
  return iri;
}

}  // namespace graphwright
