#include "curl_library.hpp"

#include <fmt/format.h>

#include "graphwright/shared_library.hpp"
#include "graphwright/store.hpp"

namespace graphwright {
namespace {

CurlLibrary load() {
  const SharedLibrary file(GRAPHWRIGHT_CURL_FILE);
  CurlLibrary curl{};
  file.find("curl_global_init", curl.global_init);
  file.find("curl_easy_init", curl.easy_init);
  file.find("curl_easy_reset", curl.easy_reset);
  file.find("curl_easy_cleanup", curl.easy_cleanup);
  file.find("curl_easy_setopt", curl.easy_setopt);
  file.find("curl_easy_perform", curl.easy_perform);
  file.find("curl_easy_getinfo", curl.easy_getinfo);
  file.find("curl_easy_header", curl.easy_header);
  file.find("curl_easy_strerror", curl.easy_strerror);
  file.find("curl_slist_append", curl.slist_append);
  file.find("curl_slist_free_all", curl.slist_free_all);
  const CURLcode started = curl.global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw StoreError(fmt::format("cannot start HTTP: {}", curl.easy_strerror(started)));
  return curl;
}

}  // namespace

const CurlLibrary& curl_library() {
  static const CurlLibrary curl = load();
  return curl;
}

}  // namespace graphwright
