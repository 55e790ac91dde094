#include "http_client.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "curl_library.hpp"

namespace graphwright {
namespace {

constexpr std::size_t max_response_bytes = std::size_t{4} << 30;
constexpr long connect_seconds = 10;

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& body = *static_cast<std::string*>(into);
  if (body.size() + size * count > max_response_bytes) return 0;
  body.append(bytes, size * count);
  return size * count;
}

/// What went wrong, without the milliseconds that it took: same failure, same words.
std::string without_duration(std::string text) {
  const std::size_t begin = text.find(" after "), end = text.find(" ms", begin);
  if (begin != std::string::npos && end != std::string::npos && end - begin < 20) text.erase(begin, end + 3 - begin);
  return text;
}

bool never_arrived(CURLcode code) {
  return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_SSL_CONNECT_ERROR ||
         code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_URL_MALFORMAT;
}

}  // namespace

struct HttpClient::Handle {
  const CurlLibrary& library = curl_library();
  CURL* curl = library.easy_init();
  curl_slist* headers = nullptr;
  std::array<char, CURL_ERROR_SIZE> error{};

  Handle() {
    if (curl == nullptr) throw StoreError("cannot start HTTP");
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    library.slist_free_all(headers);
    library.easy_cleanup(curl);
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    library.easy_setopt(curl, option, value);
  }
  void take_headers(const std::vector<std::string>& lines) {
    library.slist_free_all(std::exchange(headers, nullptr));
    for (const std::string& line : lines) headers = library.slist_append(headers, line.c_str());
    // Waiting for "100 Continue" costs a second with stores that never say it.
    headers = library.slist_append(headers, "Expect:");
    set(CURLOPT_HTTPHEADER, headers);
  }
  std::string header(const char* name) const {
    curl_header* found = nullptr;
    return library.easy_header(curl, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK ? found->value : std::string{};
  }
};

HttpClient::HttpClient(Credentials credentials, Authentication authentication, std::chrono::seconds timeout)
    : credentials_(std::move(credentials)),
      authentication_(authentication),
      timeout_(timeout),
      handle_(std::make_unique<Handle>()) {}

HttpClient::~HttpClient() = default;

void HttpClient::authenticate() {
  if (!credentials_.token.empty()) {
    handle_->set(CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    handle_->set(CURLOPT_XOAUTH2_BEARER, credentials_.token.c_str());
    return;
  }
  handle_->set(CURLOPT_HTTPAUTH, authentication_ == Authentication::digest ? CURLAUTH_DIGEST : CURLAUTH_BASIC);
  if (!credentials_.user.empty()) {
    handle_->set(CURLOPT_USERNAME, credentials_.user.c_str());
    handle_->set(CURLOPT_PASSWORD, credentials_.password.c_str());
  } else if (!credentials_.netrc.empty()) {
    handle_->set(CURLOPT_NETRC, CURL_NETRC_REQUIRED);
    handle_->set(CURLOPT_NETRC_FILE, credentials_.netrc.c_str());
  }
}

void HttpClient::prepare(const HttpRequest& request, HttpResponse& response) {
  Handle& handle = *handle_;
  handle.library.easy_reset(handle.curl);
  handle.error[0] = '\0';
  handle.set(CURLOPT_ERRORBUFFER, handle.error.data());
  handle.set(CURLOPT_URL, request.url.c_str());
  handle.set(CURLOPT_PROTOCOLS_STR, "http,https");
  handle.set(CURLOPT_NOPROXY, "*");
  handle.set(CURLOPT_FOLLOWLOCATION, 0L);
  handle.set(CURLOPT_NOSIGNAL, 1L);
  handle.set(CURLOPT_CONNECTTIMEOUT, connect_seconds);
  handle.set(CURLOPT_TIMEOUT, static_cast<long>(timeout_.count()));
  handle.set(CURLOPT_ACCEPT_ENCODING, "");
  handle.set(CURLOPT_USERAGENT, "graphwright");
  handle.set(CURLOPT_WRITEFUNCTION, take_body);
  handle.set(CURLOPT_WRITEDATA, &response.body);
  if (!request.is_anonymous) authenticate();
  handle.take_headers(request.headers);
  if (request.method == "GET") return;
  handle.set(CURLOPT_POST, 1L);
  handle.set(CURLOPT_POSTFIELDS, request.body.data());
  handle.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  handle.set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

HttpResponse HttpClient::send(const HttpRequest& request) {
  HttpResponse response;
  prepare(request, response);
  const CurlLibrary& library = handle_->library;
  const CURLcode code = library.easy_perform(handle_->curl);
  if (code != CURLE_OK) {
    const std::string detail = handle_->error[0] != '\0' ? handle_->error.data() : library.easy_strerror(code);
    throw TransportError(without_duration(detail), !never_arrived(code));
  }
  library.easy_getinfo(handle_->curl, CURLINFO_RESPONSE_CODE, &response.status);
  response.content_type = handle_->header("Content-Type");
  response.location = handle_->header("Location");
  response.retry_after = handle_->header("Retry-After");
  return response;
}

}  // namespace graphwright
