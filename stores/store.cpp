#include "graphwright/store.hpp"

#include <array>

#include <fmt/format.h>

#include "graphwright/iri.hpp"

namespace graphwright {
namespace {

constexpr std::string_view triples = "application/n-triples";

// N-Triples are Turtle, which every store takes; those whose own N-Triples type is odd get that.
constexpr auto presets = std::to_array<StorePreset>({
    {.name = "fuseki",
     .title = "Apache Jena Fuseki: URL of the dataset",
     .graph_store_path = "/data",
     .query_path = "/query",
     .update_path = "/update",
     .media_type = triples,
     .takes_gzip = true},
    {.name = "oxigraph",
     .title = "Oxigraph: URL of the server",
     .graph_store_path = "/store",
     .query_path = "/query",
     .update_path = "/update",
     .media_type = triples},
    {.name = "qlever",
     .title = "QLever: URL of the server; writes need a token",
     .media_type = triples,
     .authentication = Authentication::bearer,
     .body_limit = 1'000'000'000,
     .default_is_union = true},
    {.name = "virtuoso",
     .title = "OpenLink Virtuoso: URL of the server",
     .graph_store_path = "/sparql-graph-crud",
     .authenticated_path = "/sparql-graph-crud-auth",
     .query_path = "/sparql",
     .update_path = "/sparql",
     .authenticated_update_path = "/sparql-auth",
     .media_type = "text/turtle; charset=utf-8",
     .authentication = Authentication::digest,
     .update_batch = 500,
     .default_is_union = true},
    {.name = "graphdb",
     .title = "Ontotext GraphDB: URL of the repository",
     .graph_store_path = "/rdf-graphs/service",
     .update_path = "/statements",
     .media_type = triples,
     .default_is_union = true},
    {.name = "rdf4j",
     .title = "Eclipse RDF4J: URL of the repository",
     .graph_store_path = "/rdf-graphs/service",
     .update_path = "/statements",
     .media_type = triples,
     .default_is_union = true},
    {.name = "blazegraph",
     .title = "Blazegraph: URL of the SPARQL endpoint",
     .media_type = "text/turtle; charset=utf-8",
     .method = WriteMethod::context_post,
     .default_is_union = true},
    {.name = "gsp",
     .title = "any store: URL of its graph store; --query-url and --update-url name the rest",
     .media_type = triples},
});

bool is_loose(char byte) {
  return static_cast<unsigned char>(byte) <= 0x20 || byte == 0x7F || byte == '"' || byte == '<' || byte == '>' ||
         byte == '\\' || byte == '^' || byte == '`' || byte == '{' || byte == '|' || byte == '}';
}

std::string joined(std::string_view base, std::string_view path) { return std::string(base) + std::string(path); }

}  // namespace

std::span<const StorePreset> store_presets() { return presets; }

const StorePreset* find_store_preset(std::string_view name) {
  for (const StorePreset& one : presets)
    if (one.name == name) return &one;
  return nullptr;
}

std::string find_address_error(std::string_view url) {
  const IriParts parts = split_iri(url);
  if (!parts.scheme || (*parts.scheme != "http" && *parts.scheme != "https"))
    return "an address begins with http:// or https://";
  if (!parts.authority || parts.authority->empty()) return "an address names a host";
  if (parts.authority->find('@') != std::string_view::npos)
    return "an address holds no user or password; those come from the environment or a file";
  if (parts.fragment) return "an address has no fragment";
  for (const char byte : url)
    if (is_loose(byte) || static_cast<unsigned char>(byte) >= 0x80)
      return "an address is a URL: percent-encode what may not stand in one";
  return {};
}

Store store_at(const StorePreset& preset, std::string_view base_url, bool has_credentials) {
  if (const std::string error = find_address_error(base_url); !error.empty()) {
    // What was typed may hold a password, so it is not repeated.
    throw StoreError(error);
  }
  while (base_url.ends_with('/') && preset.name != "gsp") base_url.remove_suffix(1);
  const auto either = [&](std::string_view plain, std::string_view authenticated) {
    return joined(base_url, has_credentials && !authenticated.empty() ? authenticated : plain);
  };
  Store store;
  store.preset = &preset;
  store.method = preset.method;
  store.graph_store_url = either(preset.graph_store_path, preset.authenticated_path);
  if (preset.name == "gsp") return store;
  store.query_url = joined(base_url, preset.query_path);
  store.update_url = either(preset.update_path, preset.authenticated_update_path);
  return store;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : text) {
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
    if (is_plain)
      out += byte;
    else
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(byte));
  }
  return out;
}

std::string graph_url(const Store& store, std::string_view graph) {
  const char separator = store.graph_store_url.find('?') == std::string::npos ? '?' : '&';
  if (graph.empty()) return fmt::format("{}{}default", store.graph_store_url, separator);
  return fmt::format("{}{}graph={}", store.graph_store_url, separator, percent_encoded(graph));
}

}  // namespace graphwright
