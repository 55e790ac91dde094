#include "graphwright/source_library.hpp"

#include <system_error>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/utf8.hpp"

namespace graphwright {
namespace {

constexpr std::size_t max_bytes = std::size_t{256} << 20;

/// The bytes of a source's file; nothing where it cannot be read, which is reported.
std::optional<std::string> read_file(const ManifestSource& source, Diagnostics& diagnostics) {
  try {
    const std::unique_ptr<ByteSource> bytes = open_source(source.path);
    return read_all(*bytes, max_bytes);
  } catch (const std::system_error& error) {
    diagnostics.error("missing-source", source.path_location,
                      fmt::format("the source '{}' cannot be read: {}", source.name, error.what()));
  } catch (const std::length_error&) {
    diagnostics.error("too-large", source.path_location,
                      fmt::format("the source '{}' has more than {} MiB", source.name, max_bytes >> 20U));
  }
  return std::nullopt;
}

void check_hash(const ManifestSource& source, const SourceText& text, Diagnostics& diagnostics) {
  if (source.sha256.empty()) return;
  const std::string now = text.sha256();
  if (now != source.sha256)
    diagnostics.warning("source-changed", source.sha256_location,
                        fmt::format("the source '{}' has changed since this hash was written", source.name),
                        {{{}, fmt::format("its SHA-256 is now {}", now)}});
}

SourceDocument read_document(const ManifestSource& source, Diagnostics& diagnostics) {
  SourceDocument document;
  document.name = source.name;
  document.iri = source.iri;
  if (source.path.empty()) return document;
  document.is_unreadable = true;
  document.file = diagnostics.add_file(source.path, source.path);
  std::optional<std::string> bytes = read_file(source, diagnostics);
  if (!bytes) return document;
  if (const std::size_t at = find_invalid_utf8(*bytes); at != std::string::npos) {
    diagnostics.error("not-utf8", source.path_location,
                      fmt::format("the source '{}' is not UTF-8 (byte {} of {})", source.name, at + 1, source.path));
    return document;
  }
  document.text.emplace(std::move(*bytes));
  document.is_unreadable = false;
  check_hash(source, *document.text, diagnostics);
  return document;
}

}  // namespace

SourceLibrary::SourceLibrary(const std::vector<ManifestSource>& sources, Diagnostics& diagnostics) {
  for (const ManifestSource& source : sources) documents_.emplace(source.name, read_document(source, diagnostics));
}

const SourceDocument* SourceLibrary::find(std::string_view name) const {
  const auto at = documents_.find(name);
  return at == documents_.end() ? nullptr : &at->second;
}

std::vector<std::string_view> SourceLibrary::names() const {
  std::vector<std::string_view> all;
  for (const auto& [name, document] : documents_) all.push_back(name);
  return all;
}

}  // namespace graphwright
