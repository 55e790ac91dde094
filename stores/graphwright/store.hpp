#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace graphwright {

/// A store that cannot be reached, refuses, or answers what it should not; `what()` is one line.
class StoreError : public std::runtime_error {
 public:
  /// `is_uncertain`: the request may have been carried out although no answer says so.
  explicit StoreError(const std::string& message, bool is_uncertain = false)
      : std::runtime_error(message), is_uncertain_(is_uncertain) {}
  bool is_uncertain() const { return is_uncertain_; }

 private:
  bool is_uncertain_;
};

enum class Authentication : std::uint8_t { none, basic, digest, bearer };

/// How a graph is replaced in a store.
enum class WriteMethod : std::uint8_t {
  /// PUT by the SPARQL 1.1 Graph Store HTTP Protocol.
  graph_store,
  /// DROP and INSERT DATA by SPARQL 1.1 Update.
  update,
  /// DROP by SPARQL Update, then POST of the data with `context-uri` (Blazegraph).
  context_post,
};

/// What is particular to a kind of store: one row of the table. Paths are appended to the base URL.
struct StorePreset {
  std::string_view name;
  std::string_view title;
  std::string_view graph_store_path = {};
  /// Where graphs are written when credentials are given; empty: the same place.
  std::string_view authenticated_path = {};
  std::string_view query_path = {};
  std::string_view update_path = {};
  std::string_view authenticated_update_path = {};
  /// The media type that N-Triples are sent as.
  std::string_view media_type = {};
  WriteMethod method = WriteMethod::graph_store;
  Authentication authentication = Authentication::basic;
  /// Triples in one INSERT DATA.
  std::size_t update_batch = 10'000;
  /// Bytes in one request body, 0 for no known limit.
  std::size_t body_limit = 0;
  bool takes_gzip = false;
  /// Whether a query without GRAPH sees all graphs, so that the default graph cannot be counted.
  bool default_is_union = false;
};

std::span<const StorePreset> store_presets();
const StorePreset* find_store_preset(std::string_view name);

/// A store at an address: a preset and its URLs.
struct Store {
  const StorePreset* preset = nullptr;
  std::string graph_store_url;
  std::string query_url;
  std::string update_url;
  WriteMethod method = WriteMethod::graph_store;
};

/// The URLs of a store below a base URL; throws `StoreError` where that is no plain http(s) URL.
Store store_at(const StorePreset& preset, std::string_view base_url, bool has_credentials);

/// Says what is wrong with an address, empty where it is a plain http(s) URL without user information.
std::string find_address_error(std::string_view url);

/// Percent-encodes all but the unreserved characters of RFC 3986, 2.3.
std::string percent_encoded(std::string_view text);

/// The URL of one graph by the Graph Store protocol; an empty name is the default graph.
std::string graph_url(const Store& store, std::string_view graph);

}  // namespace graphwright
