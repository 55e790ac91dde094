#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graphwright {

/// The five components of an IRI reference (RFC 3986, 3); an absent one differs from an empty one.
struct IriParts {
  std::optional<std::string_view> scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
  std::optional<std::string_view> fragment;
};

/// Splits an IRI reference by RFC 3986, appendix B; any string splits.
IriParts split_iri(std::string_view reference);

/// Says what is wrong with an IRI reference (RFC 3987, 2.2), nothing where it is well-formed.
///
/// @complexity linear
std::optional<std::string> find_iri_error(std::string_view reference);

/// Whether a character means itself wherever it stands in an IRI (iunreserved, RFC 3987, 2.2).
bool is_iri_unreserved(char32_t c);

/// Appends a text as part of an IRI: what is not unreserved there is percent-encoded (RFC 3987, 3.1), save the
/// characters of `kept`.
void append_iri_part(std::string_view text, std::string& out, std::string_view kept = {});
inline std::string iri_part(std::string_view text, std::string_view kept = {}) {
  std::string part;
  append_iri_part(text, part, kept);
  return part;
}

/// Whether names can follow an IRI at once, since it ends in `/`, `#` or `:`.
inline bool is_namespace(std::string_view iri) {
  return !iri.empty() && std::string_view("/#:").find(iri.back()) != std::string_view::npos;
}

/// Whether the text begins with a scheme and a colon.
bool has_scheme(std::string_view reference);

/// A base IRI, split once, against which many references are resolved (RFC 3986, 5.2.2, strict).
///
/// Only relative references are: one with a scheme stays as it is, dots and all, since RDF compares
/// IRIs without normalizing them (RDF 1.1 Turtle, 6.3).
class BaseIri {
 public:
  BaseIri() = default;
  explicit BaseIri(std::string_view iri);

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  /// Appends the target of `reference` to `out`.
  void resolve(std::string_view reference, std::string& out) const;
  std::string resolve(std::string_view reference) const;

 private:
  std::string text_;
  std::string root_;      // scheme and authority
  std::string document_;  // root and path
  std::string folder_;    // path up to its last slash
  std::string sibling_;   // root and folder without dot segments: what most references are appended to
  std::optional<std::string> query_;
};

/// The file: IRI of a path, made absolute; bytes outside the unreserved set are percent-encoded.
std::string file_iri(std::string_view path);

}  // namespace graphwright
