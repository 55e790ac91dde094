#pragma once

#include <string>

namespace graphwright {

/// Who asks; all empty: nobody in particular. Never part of a message.
struct Credentials {
  std::string user;
  std::string password;
  std::string token;
  /// A netrc file in which the host is looked up.
  std::string netrc;

  bool empty() const { return user.empty() && token.empty() && netrc.empty(); }
};

/// Where credentials may be read from.
struct CredentialSources {
  /// A file with lines `user: NAME`, `password: WORD` or `token: WORD` that nobody else may read.
  std::string file;
  std::string netrc;
};

/// Reads credentials from the file, else the netrc file, else from the environment variables
/// GRAPHWRIGHT_STORE_USER, GRAPHWRIGHT_STORE_PASSWORD and GRAPHWRIGHT_STORE_TOKEN.
///
/// Throws `StoreError` where a file cannot be read, others may read it, or it holds something else.
Credentials find_credentials(const CredentialSources& sources);

}  // namespace graphwright
