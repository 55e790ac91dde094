#include "graphwright/connection.hpp"

#include <algorithm>
#include <charconv>
#include <thread>

#include <fmt/format.h>

#include "graphwright/ascii_case.hpp"
#include "graphwright/iri.hpp"

#include "http_client.hpp"

namespace graphwright {
namespace {

constexpr std::size_t shown_bytes = 200;
constexpr int max_redirects = 5;
constexpr std::chrono::milliseconds longest_pause{60'000};
constexpr std::string_view graph_types = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5";

bool may_pass(long status) { return status == 429 || status == 502 || status == 503 || status == 504; }

bool is_redirect(long status) { return status == 301 || status == 302 || status == 307 || status == 308; }

/// The first line of what a store says, made safe to show.
std::string said(std::string_view body) {
  std::string line(body.substr(0, std::min(body.find('\n'), shown_bytes)));
  while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) line.pop_back();
  for (char& byte : line)
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = ' ';
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

bool same_host(std::string_view a, std::string_view b) {
  const IriParts left = split_iri(a), right = split_iri(b);
  return left.scheme == right.scheme && left.authority == right.authority;
}

std::string refusal(const HttpRequest& request, const HttpResponse& response) {
  const std::string asked = fmt::format("{} {}", request.method, request.url);
  if (response.status == 401 || response.status == 403)
    return fmt::format(
        "{}: the store refuses who asks ({}); credentials come from --credentials, --netrc or the environment "
        "(GRAPHWRIGHT_STORE_USER and GRAPHWRIGHT_STORE_PASSWORD, or GRAPHWRIGHT_STORE_TOKEN)",
        asked, response.status);
  if (is_redirect(response.status))
    return fmt::format("{}: the store redirects to {}, which is not followed", asked, said(response.location));
  const std::string words = said(response.body);
  return fmt::format("{}: the store answers {}{}{}", asked, response.status, words.empty() ? "" : ": ", words);
}

std::chrono::milliseconds pause_before(unsigned repetition, const std::string& retry_after, const Patience& patience) {
  std::chrono::milliseconds pause = patience.pause * (1U << std::min(repetition, 16U));
  unsigned seconds = 0;
  const char* const end = retry_after.data() + retry_after.size();
  if (const auto [rest, error] = std::from_chars(retry_after.data(), end, seconds); error == std::errc{} && rest == end)
    pause = std::max(pause, std::chrono::milliseconds(std::min(seconds, 60U) * 1000));
  return std::min(pause, longest_pause);
}

std::string media_type_of(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (type.ends_with(' ')) type.pop_back();
  return ascii_lower(type);
}

}  // namespace

class Connection::Client : public HttpClient {
 public:
  using HttpClient::HttpClient;
};

/// One request, and whether sending it twice does no harm.
struct Connection::Exchange {
  HttpRequest request;
  bool is_repeatable = true;
};

Connection::Connection(Store store, Credentials credentials, Authentication authentication, Patience patience)
    : store_(std::move(store)),
      patience_(patience),
      secret_(credentials.token.empty() ? credentials.password : credentials.token),
      queries_anonymously_(authentication == Authentication::digest && credentials.token.empty()),
      client_(std::make_unique<Client>(std::move(credentials), authentication, patience.timeout)) {}

Connection::~Connection() = default;

StoreDocument Connection::exchange(const Exchange& exchange) {
  HttpRequest request = exchange.request;
  int redirects = 0;
  const auto fail = [&](std::string message, bool is_uncertain) {
    for (std::size_t at; !secret_.empty() && (at = message.find(secret_)) != std::string::npos;)
      message.replace(at, secret_.size(), "...");
    throw StoreError(message, is_uncertain);
  };
  for (unsigned repetition = 0;; ++repetition) {
    const bool may_repeat = repetition < patience_.retries;
    HttpResponse response;
    try {
      response = client_->send(request);
    } catch (const TransportError& error) {
      if (!may_repeat || (error.may_have_arrived() && !exchange.is_repeatable))
        fail(fmt::format("{} {}: {}{}", request.method, request.url, error.what(),
                         repetition == 0 ? "" : fmt::format(" (tried {} times)", repetition + 1)),
             error.may_have_arrived());
      std::this_thread::sleep_for(pause_before(repetition, {}, patience_));
      continue;
    }
    if (response.status >= 200 && response.status <= 204)
      return {media_type_of(response.content_type), std::move(response.body)};
    if (response.status == 401 && request.is_anonymous) {
      request.is_anonymous = queries_anonymously_ = false;
      --repetition;
      continue;
    }
    if (is_redirect(response.status) && redirects++ < max_redirects) {
      const std::string target = BaseIri(request.url).resolve(response.location);
      const bool keeps_method = response.status >= 307 || request.method == "GET";
      if (keeps_method && find_address_error(target).empty() && same_host(target, request.url)) {
        request.url = target;
        --repetition;
        continue;
      }
    }
    if (!may_pass(response.status) || !may_repeat || !exchange.is_repeatable)
      fail(refusal(request, response), response.status >= 500);
    std::this_thread::sleep_for(pause_before(repetition, response.retry_after, patience_));
  }
}

namespace {

std::vector<std::string> body_headers(std::string_view media_type, bool is_gzip) {
  std::vector<std::string> headers{fmt::format("Content-Type: {}", media_type)};
  if (is_gzip) headers.emplace_back("Content-Encoding: gzip");
  return headers;
}

}  // namespace

void Connection::put_graph(std::string_view graph, std::string_view body, std::string_view media_type, bool is_gzip) {
  exchange({{"PUT", graph_url(store_, graph), body_headers(media_type, is_gzip), body, false}, true});
}

void Connection::post_graph(std::string_view graph, std::string_view body, std::string_view media_type, bool is_gzip,
                            bool is_repeatable) {
  std::string url = graph_url(store_, graph);
  if (store_.method == WriteMethod::context_post)
    url =
        graph.empty() ? store_.update_url : fmt::format("{}?context-uri={}", store_.update_url, percent_encoded(graph));
  exchange({{"POST", std::move(url), body_headers(media_type, is_gzip), body, false}, is_repeatable});
}

void Connection::update(std::string_view text, bool is_repeatable) {
  exchange({{"POST", store_.update_url, {"Content-Type: application/sparql-update"}, text, false}, is_repeatable});
}

StoreDocument Connection::query(std::string_view text, std::string_view accept) {
  const std::string form = "query=" + percent_encoded(text);
  return exchange({{"POST",
                    store_.query_url,
                    {"Content-Type: application/x-www-form-urlencoded", fmt::format("Accept: {}", accept)},
                    form,
                    queries_anonymously_},
                   true});
}

StoreDocument Connection::graph(std::string_view name) {
  if (store_.method != WriteMethod::context_post && !store_.graph_store_url.empty())
    return exchange({{"GET", graph_url(store_, name), {fmt::format("Accept: {}", graph_types)}, {}, false}, true});
  const std::string pattern = name.empty() ? "{ ?s ?p ?o }" : fmt::format("{{ GRAPH <{}> {{ ?s ?p ?o }} }}", name);
  return query(fmt::format("CONSTRUCT {{ ?s ?p ?o }} WHERE {}", pattern), graph_types);
}

}  // namespace graphwright
