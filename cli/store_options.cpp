#include "store_options.hpp"

#include <array>

#include <fmt/format.h>

#include "graphwright/byte_source.hpp"
#include "graphwright/reader.hpp"

#include "choice.hpp"
#include "unfinished_sink.hpp"

namespace graphwright::cli {
namespace {

constexpr std::array<std::pair<std::string_view, Authentication>, 4> authentications{
    {{"none", Authentication::none},
     {"basic", Authentication::basic},
     {"digest", Authentication::digest},
     {"bearer", Authentication::bearer}}};

/// What stores call N-Triples and Turtle beside their registered media types.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> other_types{
    {{"text/plain", "ntriples"},
     {"text/ntriples", "ntriples"},
     {"text/n3", "turtle"},
     {"text/rdf+n3", "turtle"},
     {"application/x-turtle", "turtle"}}};

std::string known_presets(std::string_view separator) {
  std::string names;
  for (const StorePreset& one : store_presets()) names.append(names.empty() ? "" : separator).append(one.name);
  return names;
}

const StorePreset& preset_of(const StoreOptions& options) {
  const StorePreset* preset = find_store_preset(options.preset);
  if (preset == nullptr)
    throw UsageError(fmt::format("--store: unknown word '{}'; known are {}", options.preset, known_presets(", ")));
  return *preset;
}

Authentication authentication_of(const StoreOptions& options) {
  if (options.authentication.empty()) return preset_of(options).authentication;
  for (const auto& [name, value] : authentications)
    if (name == options.authentication) return value;
  throw UsageError(
      fmt::format("--auth: unknown word '{}'; known are none, basic, digest, bearer", options.authentication));
}

Credentials credentials_of(const StoreOptions& options) {
  if (options.authentication == "none") return {};
  Credentials credentials = find_credentials(options.credentials);
  // A token goes before a name, unless another way was asked for.
  const bool wants_token = authentication_of(options) == Authentication::bearer;
  if (!options.authentication.empty() && !wants_token) credentials.token.clear();
  return credentials;
}

void check_address(std::string_view option, const std::string& url) {
  if (const std::string error = find_address_error(url); !error.empty())
    throw UsageError(fmt::format("{}: {}", option, error));
}

const ReaderFormat& reader_of(const StoreDocument& document, const std::string& name) {
  const Format* format = find_format(document.media_type);
  for (const auto& [type, other] : other_types)
    if (type == document.media_type) format = find_format(other);
  const ReaderFormat* reader = format == nullptr ? nullptr : find_reader(format->name);
  if (reader == nullptr)
    throw StoreError(fmt::format("{}: the store sends '{}', which cannot be read", name, document.media_type));
  return *reader;
}

}  // namespace

CLI::Option* declare_store(CLI::App& app, StoreOptions& options, const std::string& direction) {
  app.add_option("--store", options.preset, "kind of store")->type_name(known_presets("|"))->capture_default_str();
  app.add_option("--query-url", options.query_url, "where queries go (default: as the kind of store has it)")
      ->type_name("URL");
  app.add_option("--update-url", options.update_url, "where updates go (default: as the kind of store has it)")
      ->type_name("URL");
  app.add_option("--auth", options.authentication,
                 "how the store is told who asks (default: as the kind of store has it)")
      ->type_name(words(authentications));
  app.add_option("--credentials", options.credentials.file, "file with 'user: ', 'password: ' or 'token: ' lines")
      ->type_name("FILE");
  app.add_option("--netrc", options.credentials.netrc, "netrc file to look the host up in")->type_name("FILE");
  app.add_option("--timeout", options.timeout, "seconds that one request may take")->capture_default_str();
  app.add_option("--retries", options.retries, "repetitions of a request that is safe to repeat")
      ->capture_default_str();
  app.add_option("--retry-pause", options.retry_pause, "milliseconds before the first repetition, then doubled")
      ->capture_default_str();
  return app.add_option(direction, options.address, "address of the store, http:// or https://")->type_name("URL");
}

Store store_of(const StoreOptions& options) {
  check_address("the store's address", options.address);
  Store store = store_at(preset_of(options), options.address, !credentials_of(options).empty());
  if (!options.query_url.empty()) {
    check_address("--query-url", options.query_url);
    store.query_url = options.query_url;
  }
  if (!options.update_url.empty()) {
    check_address("--update-url", options.update_url);
    store.update_url = options.update_url;
  }
  return store;
}

std::unique_ptr<Connection> connect(const StoreOptions& options) {
  Patience patience;
  patience.timeout = std::chrono::seconds(options.timeout);
  patience.retries = static_cast<unsigned>(options.retries);
  patience.pause = std::chrono::milliseconds(options.retry_pause);
  return std::make_unique<Connection>(store_of(options), credentials_of(options), authentication_of(options), patience);
}

void read_document(const StoreDocument& document, const std::string& name, Sink& sink, Session& session) {
  const ReaderFormat& reader = reader_of(document, name);
  const auto source = memory_source(document.bytes);
  ReadOptions options;
  options.file = session.diagnostics().add_file(name);
  UnfinishedSink unfinished(sink);
  reader.read(*source, options, unfinished, session.diagnostics());
}

}  // namespace graphwright::cli
