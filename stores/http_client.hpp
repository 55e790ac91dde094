#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "graphwright/credentials.hpp"
#include "graphwright/store.hpp"

namespace graphwright {

struct HttpRequest {
  std::string method;
  std::string url;
  std::vector<std::string> headers;
  std::string_view body;
  /// Send no credentials. libcurl asks for a digest's challenge with an empty body, which an endpoint that
  /// challenges nobody takes for a wrong request.
  bool is_anonymous = false;
};

struct HttpResponse {
  long status = 0;
  std::string content_type;
  std::string location;
  std::string retry_after;
  std::string body;
};

/// No whole answer came.
class TransportError : public std::runtime_error {
 public:
  TransportError(const std::string& message, bool may_have_arrived)
      : std::runtime_error(message), may_have_arrived_(may_have_arrived) {}
  /// Whether the store may have got the request.
  bool may_have_arrived() const { return may_have_arrived_; }

 private:
  bool may_have_arrived_;
};

/// Sends single requests over one kept connection; follows no redirect and uses no proxy.
class HttpClient {
 public:
  HttpClient(Credentials credentials, Authentication authentication, std::chrono::seconds timeout);
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  ~HttpClient();

  /// Gives any answer, also one of refusal; throws `TransportError` where none came.
  HttpResponse send(const HttpRequest& request);

 private:
  struct Handle;
  void prepare(const HttpRequest& request, HttpResponse& response);
  void authenticate();

  Credentials credentials_;
  Authentication authentication_;
  std::chrono::seconds timeout_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace graphwright
