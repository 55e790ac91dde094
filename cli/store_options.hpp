#pragma once

#include <memory>
#include <string>

#include <CLI/App.hpp>

#include "graphwright/connection.hpp"
#include "graphwright/sink.hpp"

#include "session.hpp"

namespace graphwright::cli {

/// Which store a command talks to, and how.
struct StoreOptions {
  std::string address;
  std::string preset = "gsp";
  std::string query_url;
  std::string update_url;
  std::string method;
  std::string authentication;
  CredentialSources credentials;
  std::size_t timeout = 600;
  std::size_t retries = Patience{}.retries;
  std::size_t retry_pause = 500;
};

/// Declares the options of a store; `direction` is what its address is called: `--to` or `--from`.
CLI::Option* declare_store(CLI::App& app, StoreOptions& options, const std::string& direction);

/// The store that the options name; a word that is not known is a usage error.
Store store_of(const StoreOptions& options);
/// A connection to the store; nothing is sent yet.
std::unique_ptr<Connection> connect(const StoreOptions& options);

/// Reads a document that a store sent into a sink, without finishing it; `name` is how messages call it.
void read_document(const StoreDocument& document, const std::string& name, Sink& sink, Session& session);

}  // namespace graphwright::cli
